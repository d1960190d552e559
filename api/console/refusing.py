"""How the console refuses: a page with a sentence that says what to do, and an id for help."""

from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.status import HTTP_303_SEE_OTHER

from api.console.ours import must_be_ours
from api.console.page import page
from api.console.visit import whoever
from api.http.frame import note_failure
from api.http.telling import OF_THE_FRAMEWORK, by_the_framework, note_fault, note_refusal
from api.problems import Unexpected, Unreadable, headers_of, status_of
from application.accounts.refusals import MembershipNotChosen, NotSignedIn
from domain.refusals import DomainError

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class ConsoleRoute(APIRoute):
    """A route whose refusals are pages, and which other sites cannot make a browser use."""

    def get_route_handler(self) -> Handler:
        handler = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                must_be_ours(request)
                return await handler(request)
            except NotSignedIn:
                return await self.signed_out(request)
            except MembershipNotChosen:
                return see("/hat", to=here(request))
            except Exception as error:  # noqa: BLE001 (what goes wrong is told on a page too)
                return await refused(request, _refusal_of(error))

        return handled

    async def signed_out(self, request: Request) -> Response:
        """What is answered to somebody whose session has ended."""
        return see("/sign-in", to=here(request))


async def refused(request: Request, refusal: DomainError) -> Response:
    """The page that tells a refusal."""
    note_fault(refusal)
    note_refusal(refusal, request.scope)
    answer = page(
        await whoever(request),
        "problem.html",
        status=status_of(type(refusal)),
        title=refusal.title,
        code=refusal.code,
        correlation_id=request.scope["correlation_id"],
    )
    answer.headers.update(headers_of(refusal))
    return answer


def _refusal_of(error: Exception) -> DomainError:
    match error:
        case DomainError():
            return error
        case RequestValidationError():
            return Unreadable()
        case HTTPException(status_code=status):
            return OF_THE_FRAMEWORK.get(status, Unreadable)()
    note_failure(error)
    return Unexpected()


async def not_there(request: Request, error: HTTPException) -> Response:
    """What no route answers: a page to a browser, a problem document to anything else."""
    wants_a_page = "text/html" in request.headers.get("accept", "")
    if not wants_a_page or request.url.path.startswith("/v1/"):
        return by_the_framework(request, error)
    return await refused(request, OF_THE_FRAMEWORK.get(error.status_code, Unreadable)())


def here(request: Request) -> str:
    """Where to come back to: a page, never something that was being done."""
    if request.method != "GET":
        return "/"
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def see(path: str, **asked: str) -> Response:
    """Lead on to another page."""
    told = {name: value for name, value in asked.items() if value and (name, value) != ("to", "/")}
    return RedirectResponse(f"{path}?{urlencode(told)}" if told else path, HTTP_303_SEE_OTHER)
