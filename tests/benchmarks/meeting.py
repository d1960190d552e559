"""Fifty quick contacts of one session in one request, against one; over HTTP, in one run."""

import http.client
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from itertools import cycle, islice
from typing import Any
from uuid import UUID, uuid4

from application.activities.hold_outreach_session import (
    HoldOutreachSession,
    hold_outreach_session,
)
from domain.activity.outreach import OutreachKind
from domain.activity.words import Happening
from domain.members import Member
from tests.benchmarks.asking import served
from tests.benchmarks.measure import Row, at_most, cost, seconds
from tests.benchmarks.people import somebody
from tests.benchmarks.places import Place, a_pathway_of

BATCH, FACTS, TIMES = 50, 20, 15
NOTE = {"text": "A reçu sa carte, revient jeudi."}

Making = Callable[[int], list[dict[str, Any]]]  # so many contacts


def rows(place: Place) -> Iterator[Row]:
    asker = somebody(place)
    pathways = [a_pathway_of(place.network, FACTS, by=asker.member) for _ in range(BATCH)]
    with served("cordee", asker.environment) as port:
        door = Door(place, asker.member, port, asker.token)
        for what, making in (
            ("nameless people", _nameless),
            ("people of whom 8 are known and 4 are new", _mixed(pathways)),
            ("known people, a note each", _known(pathways)),
        ):
            yield _compared(door, what, making, place)


def _compared(door: "Door", what: str, making: Making, place: Place) -> Row:
    door.takes(making, BATCH)  # warms it up
    return cost(
        f"50 quick contacts, {what}, {place.name}",
        ours=lambda: door.takes(making, BATCH),
        reference=lambda: door.takes(making, 1),
        against="one of them",
        target=at_most(3),
        unit="ms",
    )


class Door:
    """The mediator's way in; each measure is of a session of its own."""

    def __init__(self, place: Place, member: Member, port: int, token: str) -> None:
        self._network, self._member = place.network, member
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self._headers = {"content-type": "application/json", "authorization": f"Bearer {token}"}

    def takes(self, making: Making, count: int) -> float:
        """Milliseconds that a batch of so many takes."""
        session = self._session()
        bodies = [json.dumps({"contacts": making(count)}) for _ in range(TIMES)]

        def all_in_turn() -> None:
            for body in bodies:
                self._sends(session, body)

        return seconds(all_in_turn) / TIMES * 1e3

    def _session(self) -> UUID:
        happening = Happening(place="Pionsat", starts_at=datetime.now(UTC) - timedelta(hours=1))
        command = HoldOutreachSession(kind=OutreachKind.FOOD_DISTRIBUTION, happening=happening)
        hold_outreach_session(self._network, command, self._member)
        return command.activity_id

    def _sends(self, session: UUID, body: str) -> None:
        path = f"/v1/activities/{session}/contacts"
        self._connection.request("POST", path, body=body, headers=self._headers)
        answer = self._connection.getresponse()
        told = json.loads(answer.read())
        if answer.status != HTTPStatus.OK or any(one["refused"] for one in told["contacts"]):
            raise RuntimeError(f"{answer.status} {told!r}"[:300])


def _nameless(count: int) -> list[dict[str, Any]]:
    return [{"id": str(uuid4())} for _ in range(count)]


def _known(pathways: list[UUID]) -> Making:
    turns = cycle(pathways)

    def known(count: int) -> list[dict[str, Any]]:
        return [
            {"id": str(uuid4()), "pathway_id": str(one), "note": NOTE}
            for one in islice(turns, count)
        ]

    return known


def _mixed(pathways: list[UUID]) -> Making:
    """A food distribution: most are nameless. Alone, somebody known."""
    known = _known(pathways)

    def mixed(count: int) -> list[dict[str, Any]]:
        if count == 1:
            return known(1)
        new = [{"id": str(uuid4()), "called": "Awa"} for _ in range(4)]
        return [*_nameless(count - 12), *known(8), *new]

    return mixed
