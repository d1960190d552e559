"""Answers about one person leave on a step, so that how long they take tells nothing hidden.

Reading what nobody may see costs time too: fifty hidden facts among two hundred made a timeline
an eighth slower. Waiting holds no thread.
"""

from asyncio import sleep
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

STEPS = (0.025, 0.1, 0.4, 1.6)  # seconds since the question came; afterwards, as it is ready
READS = frozenset({"GET", "HEAD"})
OF_ONE_PERSON = ("/v1/pathways/", "/pathways/", "/forms/pathways/")


class Evenly:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        evenly = _reads_one_person(scope)
        await self._app(scope, receive, OnSteps(send, since=perf_counter()) if evenly else send)


class OnSteps:
    """Sends an answer on, whatever it says, at the next step."""

    def __init__(self, send: Send, *, since: float) -> None:
        self._send = send
        self._since = since

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            # no poll: it waits out what is left of a step, so that time tells nothing
            await sleep(until_the_next(perf_counter() - self._since))
        await self._send(message)


def until_the_next(taken: float) -> float:
    """Seconds from what was taken to the next step."""
    return next((step - taken for step in STEPS if step > taken), 0.0)


def _reads_one_person(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in READS
        and scope["path"].startswith(OF_ONE_PERSON)
    )
