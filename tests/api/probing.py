"""Bad input for one operation: each probe says what must come of it, or fails."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from httpx2 import Response

from api.problems import MEDIA_TYPE
from tests.api.examples import Operation, texts_in, with_
from tests.api.speaking import Speaker

Probe = Callable[[Speaker, Operation, str], None]  # somebody, what they ask, their pathway

CANARY = "canary-7f3a"
JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SOME_MARK = {"If-Match": '"x"'}
MIB = 1 << 20
NOT_BODIES = (
    b"",
    b"{",
    b"null",
    b"[]",
    b"3",
    b'"canary-7f3a"',
    b"\xff\xfe",
    b'{"canary-7f3a": 1}',
    b"9" * 5_000,
    b"[" * 100_000,
    b'{"at":' * 5_000,
)
NOT_TEXTS = (f"{CANARY}\ud800", f"{CANARY}\x00", "a" * 100_000, {CANARY: 1}, [CANARY], 10**400)
NOT_IDS = (CANARY, "1", "%00", "%ED%A0%80", "9" * 300)


def must_refuse(answer: Response, status: int, code: str) -> None:
    """Check that this is the problem meant, and tells nothing of what was sent."""
    assert answer.headers["content-type"] == MEDIA_TYPE, answer.text
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert CANARY not in answer.text
    assert answer.json()["correlation_id"] == answer.headers["correlation-id"]


def must_be_absent(answer: Response) -> None:
    """Check that nothing is there, in whatever words its part of the field has for that."""
    assert answer.headers["content-type"] == MEDIA_TYPE, answer.text
    must_refuse(answer, 404, answer.json()["code"])


def sent(ines: Speaker, operation: Operation, *, content: bytes, **headers: str) -> Response:
    return ines.client.request(
        operation.method,
        operation.at(),
        content=content,
        headers={**ines.headers, **JSON, **SOME_MARK, **headers},
    )


def asked(ines: Speaker, operation: Operation, *, at: str, **headers: str) -> Response:
    """The least it may be sent, at an address."""
    return ines.client.request(
        operation.method, at, json=operation.body, headers=ines.headers | SOME_MARK | headers
    )


def what_is_no_body_is_unreadable(ines: Speaker, operation: Operation, _: str) -> None:
    for content in NOT_BODIES:
        must_refuse(sent(ines, operation, content=content), 422, "unreadable")


def what_is_no_text_is_unreadable(ines: Speaker, operation: Operation, _: str) -> None:
    for where in texts_in(operation.body):
        for text in NOT_TEXTS:
            content = json.dumps(with_(operation.body, where, text)).encode()
            must_refuse(sent(ines, operation, content=content), 422, "unreadable")


def what_nobody_asked_for_is_unreadable(ines: Speaker, operation: Operation, _: str) -> None:
    content = json.dumps(operation.body | {CANARY: CANARY}).encode()
    must_refuse(sent(ines, operation, content=content), 422, "unreadable")


def bodies_are_bounded(ines: Speaker, operation: Operation, _: str) -> None:
    must_refuse(sent(ines, operation, content=b" " * (MIB + 1)), 413, "too-large")


def bodies_are_json(ines: Speaker, operation: Operation, _: str) -> None:
    must_refuse(sent(ines, operation, content=b"a=canary-7f3a", **FORM), 415, "not-json")


def nobody_passes_without_a_session(ines: Speaker, operation: Operation, _: str) -> None:
    for credentials in (b"", f"Bearer {CANARY}".encode(), "Bearer é".encode()):
        answer = ines.client.request(
            operation.method,
            operation.at(),
            json=operation.body,
            headers={b"Authorization": credentials},
        )
        must_refuse(answer, 401, "not-signed-in")


def ids_are_ids(ines: Speaker, operation: Operation, _: str) -> None:
    for name in operation.parameters:
        for wrong in NOT_IDS:
            answer = asked(ines, operation, at=operation.at(**{name: wrong}))
            must_refuse(answer, 422, "unreadable")


def what_is_unknown_is_not_found(ines: Speaker, operation: Operation, pathway_id: str) -> None:
    places = [operation.at()]
    if len(operation.parameters) > 1 and "pathway_id" in operation.parameters:
        places.append(operation.at(pathway_id=pathway_id))
    for place in places:
        answer = asked(ines, operation, at=place)
        if operation.administers:
            must_refuse(answer, 403, "not-yours-to-administer")
        elif operation.equips:
            must_refuse(answer, 403, "not-responsible-for-screening")
        else:
            must_be_absent(answer)


def a_blind_write_asks_for_a_mark(ines: Speaker, operation: Operation, pathway_id: str) -> None:
    address = operation.at(pathway_id=pathway_id)
    for headers in ({}, {"If-Match": "*"}):
        answer = ines.client.post(address, json=operation.body, headers=ines.headers | headers)
        must_refuse(answer, 428, "mark-missing")


def a_repeated_command_gets_its_first_answer(
    ines: Speaker, operation: Operation, pathway_id: str
) -> None:
    pathway = {"pathway_id": pathway_id} if "pathway_id" in operation.parameters else {}
    headers = ines.headers | SOME_MARK | {"Idempotency-Key": str(uuid4())}

    def ask(body: Any) -> Response:
        return ines.client.post(operation.at(**pathway), json=body, headers=headers)

    first, again = ask(operation.body), ask(operation.body)
    assert first.status_code == again.status_code in {201, 403, 404, 409, 412}, first.text
    if first.status_code == 201:
        assert first.json() == again.json()
        must_refuse(ask(operation.body | {"at": "2026-03-11T10:00:00Z"}), 409, "command-reused")


def what_nobody_signed_is_refused(ines: Speaker, operation: Operation, _: str) -> None:
    """Whatever it says; what is signed and cannot be read is tried where somebody can sign."""
    for content in (json.dumps(operation.body).encode(), *NOT_BODIES):
        answer = sent(ines, operation, content=content)
        is_json = answer.status_code != 422
        must_refuse(answer, *((403, "report-not-signed") if is_json else (422, "unreadable")))


BODIES: tuple[Probe, ...] = (
    what_is_no_body_is_unreadable,
    what_is_no_text_is_unreadable,
    what_nobody_asked_for_is_unreadable,
    bodies_are_bounded,
    bodies_are_json,
)


def probes_of(operation: Operation) -> list[Probe]:
    """What there is to try on an operation."""
    probes: list[Probe] = []
    if operation.is_signed:
        probes += (what_nobody_signed_is_refused, bodies_are_bounded)
    elif operation.body is not None:
        probes += BODIES
    if not operation.is_for_strangers:
        probes.append(nobody_passes_without_a_session)
    if operation.parameters:
        probes += (ids_are_ids,)
    if any(name != "year" for name in operation.parameters):  # of a year there is always an answer
        probes += (what_is_unknown_is_not_found,)
    if operation.needs_a_mark:
        probes.append(a_blind_write_asks_for_a_mark)
    if operation.is_command and operation.answers_a_receipt:
        probes.append(a_repeated_command_gets_its_first_answer)
    return probes
