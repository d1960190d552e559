"""What the gateway for texts tells, over HTTP: signed, in any order, of what it took."""

import json
import shutil
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from httpx2 import Response
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.house import House
from application.reminders.ports import DueState
from application.reminders.replies import Awaited
from domain.kernel import Fact
from domain.pathway.reminder_wishes import RemindersStopped
from domain.pathway.reminders import Channel, ReminderDelivered, ReminderFailed, ReminderSent
from domain.reminders.triggers import Trigger
from infrastructure.desk import Desk
from infrastructure.reminders.due_rows import DueRowsInTables
from infrastructure.reminders.webhooks import signature
from infrastructure.settings import Group, Settings
from tests.api.conftest import place_on
from tests.api.people import PASSWORD, People
from tests.api.speaking import Speaker
from tests.infrastructure.databases import engine_on, on_sqlite
from tests.infrastructure.reminders.test_due_rows import HOUR, due

KEY = bytes(range(24))
NAME = "m-1"
OUTCOMES = (ReminderSent, ReminderDelivered, ReminderFailed)


@dataclass(frozen=True)
class Gateway:
    """It took one text, and tells of it; the row of that text and its pathway are known."""

    client: TestClient
    house: House
    settings: Settings
    ines: Speaker
    pathway_id: UUID
    due_id: UUID

    def tells(
        self, became: str, *, webhook_id: str = "w-1", by: bytes = KEY, **about: Any
    ) -> Response:
        told = {
            "type": f"message.{became}",
            "timestamp": "2026-03-04T09:00:00Z",
            "data": about or {"key": str(self.due_id)},
        }
        return self.posts(json.dumps(told).encode(), webhook_id=webhook_id, by=by)

    def posts(self, body: bytes, *, webhook_id: str = "w-1", by: bytes = KEY) -> Response:
        at = str(int(datetime.now(UTC).timestamp()))
        headers = {
            "content-type": "application/json",
            "webhook-id": webhook_id,
            "webhook-timestamp": at,
            "webhook-signature": signature(by, webhook_id, at, body),
        }
        return self.client.post("/v1/deliveries", content=body, headers=headers)

    def facts(self) -> list[Fact]:
        facts = [event.fact for event in self.house.network.log.stream(self.pathway_id)]
        return [fact for fact in facts if isinstance(fact, OUTCOMES)]

    def state(self) -> list[DueState]:
        with engine_on(self.settings, Group.DESK) as engine:
            counts = DueRowsInTables(Desk(engine)).counts()
        return [state for state, many in counts.items() if many]


def left(settings: Settings, pathway_id: UUID) -> UUID:
    """A row of this pathway that a worker sent; its id."""
    row = replace(due(), pathway_id=pathway_id)
    with engine_on(settings, Group.DESK) as engine:
        rows = DueRowsInTables(Desk(engine))
        position = rows.planned_up_to()
        assert rows.plan([row], read_from=position, read_to=position + 1)
        rows.claim(limit=10, lease=HOUR)
        taken = rows.take(row.id, lease=HOUR)
        assert taken is not None
        rows.finish(taken, DueState.SENT)
    return row.id


@pytest.fixture
def gateway(settled: tuple[Path, People], tmp_path: Path) -> Iterator[Gateway]:
    shutil.copytree(settled[0], tmp_path / "data")
    secrets = f"whsec_{b64encode(bytes(24)).decode()} whsec_{b64encode(KEY).decode()}"
    update = {"sms_webhook_secret": SecretStr(secrets)}
    settings = on_sqlite(tmp_path / "data").model_copy(update=update)
    with place_on(settings) as place, TestClient(create_app(place.house)) as client:
        asked = {"email": "ines@cordee.example", "password": PASSWORD}
        token = client.post("/v1/sessions", json=asked).json()["token"]
        ines = Speaker(client, {"Authorization": f"Bearer {token}"})
        pathway_id = UUID(ines.pathway().rpartition("/")[2])
        due_id = left(settings, pathway_id)
        place.house.reporting.handed_in.note(NAME, key=due_id, channel=Channel.TEXT)
        yield Gateway(client, place.house, settings, ines, pathway_id, due_id)


@pytest.mark.parametrize("named", ["key", "id"])
def test_a_text_that_arrived_is_known_by_its_key_or_its_name(gateway: Gateway, named: str) -> None:
    about: dict[str, Any] = {named: {"key": str(gateway.due_id), "id": NAME}[named]}
    answer = gateway.tells("delivered", **about)
    assert (answer.status_code, answer.content) == (204, b"")
    assert [type(fact) for fact in gateway.facts()] == [ReminderSent, ReminderDelivered]
    assert gateway.state() == [DueState.DELIVERED]


def test_what_is_told_again_counts_once(gateway: Gateway) -> None:
    for webhook_id in ("w-1", "w-1", "w-2"):
        assert gateway.tells("delivered", webhook_id=webhook_id).status_code == 204
    assert len(gateway.facts()) == 2


@pytest.mark.parametrize(
    ("code", "reason"),
    [("expired", "expired"), ("+33639980001", None), ("awa-is-gone", "not-delivered")],
)
def test_a_text_that_failed_says_why_in_our_words_only(
    gateway: Gateway, code: str, reason: str | None
) -> None:
    answer = gateway.tells("failed", key=str(gateway.due_id), code=code)
    if reason is None:
        assert answer.status_code == 422
        assert code not in answer.text
        return
    (failed,) = gateway.facts()
    assert isinstance(failed, ReminderFailed)
    assert (failed.reason, failed.goes_on) == (reason, True)
    assert gateway.state() == [DueState.WAITING]


@pytest.mark.parametrize(
    "about", [{"id": "m-2"}, {"key": "dddddddd-0000-4000-8000-000000000009"}, {"other": 1}]
)
def test_what_is_not_known_is_answered_in_the_same_way(
    gateway: Gateway, about: dict[str, Any]
) -> None:
    answer = gateway.tells("delivered", **about)
    assert (answer.status_code, answer.content) == (204, b"")
    assert gateway.facts() == []


def test_another_type_of_news_is_heard_and_nothing_is_done(gateway: Gateway) -> None:
    assert gateway.tells("clicked").status_code == 204
    assert gateway.facts() == []


def test_what_the_gateway_did_not_sign_is_refused(gateway: Gateway) -> None:
    answer = gateway.tells("delivered", by=bytes(range(1, 25)))
    assert (answer.status_code, answer.json()["code"]) == (403, "report-not-signed")
    plain = gateway.client.post("/v1/deliveries", json={"type": "message.delivered"})
    assert plain.status_code == 403
    assert gateway.facts() == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"' + b"x" * 70_000 + b'"',
        b"[" * 50_000,
        b'{"type": "message.delivered"}',
        b'{"type": "message.delivered", "timestamp": 7, "data": {}}',
        b'{"type": "message.delivered", "timestamp": "2026-03-04T09:00:00Z", "data": "+336"}',
        b'{"type": "\\ud800", "timestamp": "2026-03-04T09:00:00Z", "data": {}}',
        b'{"type": "a", "timestamp": "2026-03-04T09:00:00Z", "data": {"id": "\\ud800"}}',
        b'{"type": "a", "timestamp": "2026-03-04T09:00:00Z", "data": {"key": "m-1"}}',
    ],
)
def test_what_is_signed_and_cannot_be_read_is_told_so(gateway: Gateway, body: bytes) -> None:
    answer = gateway.posts(body)
    assert (answer.status_code, answer.json()["code"]) == (422, "unreadable")


def test_without_a_secret_nobody_is_believed(client: TestClient) -> None:
    answer = client.post("/v1/deliveries", json={})
    assert (answer.status_code, answer.json()["code"]) == (403, "report-not-signed")


def wrote_to(gateway: Gateway, reach: str) -> None:
    """The person may be reached there, and a message went there."""
    point = {"kind": "mobile", "reach": reach}
    gateway.ines.recorded(f"/pathways/{gateway.pathway_id}/contact-points", point=point)
    awaited = Awaited(
        due_id=gateway.due_id,
        pathway_id=gateway.pathway_id,
        cause=Trigger.APPOINTMENT,
        cause_id=gateway.due_id,
        occurrence=1,
        rule_id="day-before",
        language="fr",
        until=datetime.now(UTC),
        reach=reach,
    )
    gateway.house.answering.replies.expect(awaited, key=gateway.due_id)


def stops(gateway: Gateway) -> list[Fact]:
    facts = [event.fact for event in gateway.house.network.log.stream(gateway.pathway_id)]
    return [fact for fact in facts if isinstance(fact, RemindersStopped)]


def test_a_reply_stops_what_goes_to_its_number(gateway: Gateway) -> None:
    wrote_to(gateway, "+33639980001")
    for text in ("merci", "STOP", "STOP"):
        said: dict[str, Any] = {"from": "33639980001", "text": text}
        assert gateway.tells("received", webhook_id=text, **said).status_code == 204
    assert len(stops(gateway)) == 1


@pytest.mark.parametrize(
    "said", [{"text": "STOP"}, {"from": "+33639980002", "text": "STOP"}, {"from": "+33639980001"}]
)
def test_a_reply_of_somebody_else_or_of_nothing_stops_nothing(
    gateway: Gateway, said: dict[str, Any]
) -> None:
    wrote_to(gateway, "+33639980001")
    assert gateway.tells("received", **said).status_code == 204
    assert stops(gateway) == []


def test_neither_the_number_nor_the_words_of_a_reply_are_logged(
    gateway: Gateway, capsys: pytest.CaptureFixture[str]
) -> None:
    wrote_to(gateway, "+33639980001")
    for number in ("+33639980001", "not a number"):
        said: dict[str, Any] = {"from": number, "text": "STOP girafe"}
        gateway.tells("received", **said)
    told = "".join(capsys.readouterr())
    assert "reply.told" in told
    assert "639980001" not in told
    assert "girafe" not in told
