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
from application.accounts.ports import Desk
from application.network import Network
from infrastructure.accounts.accounts import AccountsInTables
from infrastructure.accounts.attempts import AttemptsInTables
from infrastructure.accounts.blinding import Blinding
from infrastructure.accounts.sessions import SessionsInTables
from infrastructure.desk import Desk as DeskTables
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group
from seeds.rules.shipped import shipped_rules
from tests.api.people import PASSWORD, PEOPLE, open_accounts, quick_passwords
from tests.fakes.event_log import EventLogInMemory
from tests.fakes.members import MembersInMemory
from tests.fakes.meter import MeterInMemory
from tests.infrastructure.databases import engine_on, on_sqlite

SignIn = Callable[[str], dict[str, str]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    settings = on_sqlite(tmp_path)
    migrate(settings, Group.DESK)
    with engine_on(settings, Group.DESK) as engine:
        tables, blinding = DeskTables(engine), Blinding(b"k" * 32)
        desk = Desk(
            accounts=AccountsInTables(tables, blinding),
            sessions=SessionsInTables(tables),
            attempts=AttemptsInTables(tables, blinding),
            passwords=quick_passwords(),
            members=MembersInMemory({m.id: m for hats in PEOPLE.values() for m in hats}),
            clock=lambda: datetime.now(UTC),
        )
        open_accounts(desk)
        yield desk


@pytest.fixture
def house(desk: Desk) -> House:
    return House(
        network=Network(log=EventLogInMemory(), clock=desk.clock, rules=shipped_rules()),
        desk=desk,
        recognised=Recognised(desk),
        opaque=Opaque(b"o" * 32),
        meter=MeterInMemory(),
    )


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
    with TestClient(create_app(house)) as client:
        yield client


@pytest.fixture
def signed_in(client: TestClient) -> SignIn:
    """Sign in by first name; the headers to send from then on."""

    def sign_in(name: str) -> dict[str, str]:
        email = next(email for email in PEOPLE if email.startswith(name))
        answer = client.post("/v1/sessions", json={"email": email, "password": PASSWORD})
        assert answer.status_code == 201, answer.text
        return {"Authorization": f"Bearer {answer.json()['token']}"}

    return sign_in
