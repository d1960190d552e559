"""Bugs planted between the API and whoever asks it, to see that the harness finds each."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import uuid4

from starlette.types import ASGIApp, Message, Receive, Scope, Send

JSON_TYPE = b"application/json"


@dataclass(frozen=True)
class Question:
    method: str
    path: str
    headers: dict[bytes, bytes]
    body: bytes

    @property
    def is_signed(self) -> bool:
        return b"authorization" in self.headers


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[bytes, bytes]
    body: bytes

    def with_type(self, kind: bytes) -> "Answer":
        return replace(self, headers=self.headers | {b"content-type": kind})

    def saying(self, **fields: object) -> "Answer":
        return replace(self, body=json.dumps(json.loads(self.body) | fields).encode())


Alteration = Callable[[Question, Answer], Answer]


@dataclass(frozen=True)
class Bug:
    name: str
    method: str
    path: str  # of the operation it sits in, as the document tells it
    alter: Alteration

    def sits_in(self, scope: Scope) -> bool:
        pattern = re.sub(r"\{[^}]+\}", "[^/]+", self.path)
        return re.fullmatch(pattern, scope["path"]) is not None


class Bugged:
    """The application, with one bug."""

    def __init__(self, app: ASGIApp, bug: Bug) -> None:
        self._app = app
        self._bug = bug

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self._bug.sits_in(scope):
            await self._app(scope, receive, send)
            return
        body = await _whole(receive)
        question = Question(scope["method"], scope["path"], dict(scope["headers"]), body)
        answer = self._bug.alter(question, await self._answered(scope, body))
        await send(
            {
                "type": "http.response.start",
                "status": answer.status,
                "headers": [
                    *((n, v) for n, v in answer.headers.items() if n != b"content-length"),
                    (b"content-length", str(len(answer.body)).encode()),
                ],
            }
        )
        await send({"type": "http.response.body", "body": answer.body})

    async def _answered(self, scope: Scope, body: bytes) -> Answer:
        said: list[Message] = []
        parts = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Message:
            return parts.pop() if parts else {"type": "http.disconnect"}

        async def keep(message: Message) -> None:
            said.append(message)

        await self._app(scope, receive, keep)
        start, *rest = said
        content = b"".join(message["body"] for message in rest)
        return Answer(start["status"], dict(start["headers"]), content)


async def _whole(receive: Receive) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(body)


def broken(answer: Answer) -> Answer:
    return replace(answer.with_type(b"text/plain"), status=500, body=b"Internal Server Error")


def accepted(answer: Answer) -> Answer:
    receipt = {"id": str(uuid4()), "recorded_at": "2026-03-04T10:00:00Z"}
    body = json.dumps(receipt).encode()
    return replace(answer.with_type(JSON_TYPE), status=201, body=body)


def when(
    condition: Callable[[Question, Answer], bool], then: Callable[[Answer], Answer]
) -> Alteration:
    return lambda question, answer: then(answer) if condition(question, answer) else answer


def asks(text: str) -> Callable[[Question, Answer], bool]:
    return lambda question, _: text.encode() in question.body


def answers(status: int) -> Callable[[Question, Answer], bool]:
    return lambda _, answer: answer.status == status


def echoed(question: Question, answer: Answer) -> Answer:
    sent = question.body.decode("utf-8", "replace")[:300]
    return answer.saying(detail=sent) if answer.status == 422 else answer


def echoed_path(question: Question, answer: Answer) -> Answer:
    return answer.saying(detail=question.path) if answer.status == 422 else answer


PATHWAYS = "/v1/pathways"
NOTES = "/v1/pathways/{pathway_id}/notes"
INTERVIEWS = "/v1/pathways/{pathway_id}/interviews"
MOVE = "/v1/pathways/{pathway_id}/appointments/{appointment_id}/move"
TIMELINE = "/v1/pathways/{pathway_id}/timeline"

BUGS = (
    Bug("half a character breaks it", "POST", NOTES, when(asks("\\ud800"), broken)),
    Bug("NUL breaks it", "POST", NOTES, when(asks("\\u0000"), broken)),
    Bug("depth breaks it", "POST", NOTES, when(asks("[" * 1_000), broken)),
    Bug("a huge number breaks it", "POST", NOTES, when(asks("0" * 300), broken)),
    Bug("no JSON at all breaks it", "POST", NOTES, when(asks("{"), broken)),
    Bug(
        "a status nobody declared",
        "GET",
        TIMELINE,
        when(answers(200), lambda answer: replace(answer, status=418)),
    ),
    Bug(
        "a problem that says it is text",
        "POST",
        NOTES,
        when(answers(422), lambda answer: answer.with_type(b"text/plain")),
    ),
    Bug("what was sent is repeated", "POST", NOTES, echoed),
    Bug("an address is repeated", "GET", TIMELINE, echoed_path),
    Bug(
        "a field of the answer is missing",
        "POST",
        PATHWAYS,
        when(answers(201), lambda answer: replace(answer, body=b'{"id": null}')),
    ),
    Bug(
        "a field of another type",
        "GET",
        TIMELINE,
        when(answers(200), lambda answer: replace(answer, body=b'[{"kind": 3}]')),
    ),
    Bug(
        "no session is asked for",
        "POST",
        NOTES,
        lambda question, answer: answer if question.is_signed else accepted(answer),
    ),
    Bug(
        "a wrong session is as good as none",
        "GET",
        TIMELINE,
        when(
            answers(401),
            lambda answer: replace(answer.with_type(JSON_TYPE), status=200, body=b"[]"),
        ),
    ),
    Bug(
        "what is hidden is forbidden, not absent",
        "GET",
        TIMELINE,
        when(answers(404), lambda answer: replace(answer, status=403)),
    ),
    Bug("an unknown id breaks it", "GET", TIMELINE, when(answers(404), broken)),
    Bug("blind writes pass", "POST", MOVE, when(answers(428), accepted)),
    Bug("long bodies are read", "POST", NOTES, when(answers(413), accepted)),
    Bug("forms are read", "POST", NOTES, when(answers(415), accepted)),
    Bug(
        "unknown fields are read",
        "POST",
        NOTES,
        when(lambda q, a: a.status == 422 and b"canary" in q.body and b"text" in q.body, accepted),
    ),
    Bug("long texts are read", "POST", NOTES, when(asks("a" * 5_000), accepted)),
    Bug(
        "a repeated command is done twice",
        "POST",
        NOTES,
        when(lambda q, a: b"idempotency-key" in q.headers and a.status == 201, accepted),
    ),
    Bug("a key serves for something else", "POST", NOTES, when(answers(409), accepted)),
    Bug("methods nobody declared are taken", "POST", INTERVIEWS, when(answers(405), accepted)),
    Bug(
        "a refused method does not say which pass",
        "POST",
        INTERVIEWS,
        when(
            answers(405),
            lambda answer: replace(
                answer, headers={n: v for n, v in answer.headers.items() if n != b"allow"}
            ),
        ),
    ),
    Bug(
        "ids are anything",
        "GET",
        TIMELINE,
        when(answers(422), lambda answer: replace(answer, status=404)),
    ),
)
