"""A house with its doors, on real tables, and people who can sign in."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.house import House
from api.http.opaque import Opaque
from api.http.recognised import Recognised
from application.accounts.members import MembersInHistory
from application.accounts.ports import Desk
from application.network import Network
from infrastructure import desk as tables
from infrastructure.accounts.accounts import AccountsInTables
from infrastructure.accounts.attempts import AttemptsInTables
from infrastructure.accounts.blinding import Blinding
from infrastructure.accounts.sessions import SessionsInTables
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group
from seeds.rules.shipped import shipped_rules
from tests.api.people import PASSWORD, People, quick_passwords, settle
from tests.api.speaking import Speaker
from tests.fakes.event_log import EventLogInMemory
from tests.fakes.meter import MeterInMemory
from tests.fakes.traces import TracesInMemory
from tests.infrastructure.databases import engine_on, on_sqlite

SignIn = Callable[[str], dict[str, str]]
As = Callable[[str], Speaker]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    settings = on_sqlite(tmp_path)
    migrate(settings, Group.DESK)
    clock = lambda: datetime.now(UTC)
    network = Network(log=EventLogInMemory(), clock=clock, rules=shipped_rules())
    with engine_on(settings, Group.DESK) as engine:
        blinding = Blinding(b"k" * 32)
        desk = Desk(
            accounts=AccountsInTables(tables.Desk(engine), blinding),
            sessions=SessionsInTables(tables.Desk(engine)),
            attempts=AttemptsInTables(tables.Desk(engine), blinding),
            passwords=quick_passwords(),
            members=MembersInHistory(network.log),
            clock=clock,
        )
        yield House(
            network=network,
            traces=TracesInMemory(),
            desk=desk,
            recognised=Recognised(desk),
            opaque=Opaque(b"o" * 32),
            meter=MeterInMemory(),
        )


@pytest.fixture
def people(house: House) -> People:
    return settle(house.network, house.desk)


@pytest.fixture
def client(house: House, people: People) -> Iterator[TestClient]:  # noqa: ARG001 (they live there)
    with TestClient(create_app(house)) as client:
        yield client


@pytest.fixture
def signed_in(client: TestClient) -> SignIn:
    """Sign in by first name; the headers to send from then on."""

    def sign_in(name: str) -> dict[str, str]:
        asked = {"email": f"{name}@cordee.example", "password": PASSWORD}
        answer = client.post("/v1/sessions", json=asked)
        assert answer.status_code == 201, answer.text
        return {"Authorization": f"Bearer {answer.json()['token']}"}

    return sign_in


@pytest.fixture
def as_(client: TestClient, signed_in: SignIn) -> As:
    """Speak as somebody, by first name."""
    return lambda name: Speaker(client, signed_in(name))
