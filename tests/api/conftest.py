"""A house with its doors on a real store in SQLite files, and people who can sign in."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.composition import found_master_key, opened_house, opened_installation, prepare
from api.http.app import create_app
from api.http.house import House
from application.accounts.open_account import OpenAccount, open_account
from application.accounts.ports import Membership
from application.duplicates.match_pathways import match_pathways
from application.duplicates.ports import Matching
from domain.members import Member, Profession
from infrastructure.composition import opened_views
from infrastructure.settings import Settings
from infrastructure.views.projector import Projector
from tests.api.people import PASSWORD, People, enrol, quick_passwords, settle
from tests.api.speaking import Speaker
from tests.fakes.meter import MeterInMemory
from tests.infrastructure.databases import on_sqlite
from workers.composition import opened_matching

SignIn = Callable[[str], dict[str, str]]
As = Callable[[str], Speaker]


@dataclass(frozen=True)
class Place:
    """A house, and what keeps its lists up to date when a test says so."""

    house: House
    projector: Projector
    matching: Matching

    def project(self) -> None:
        while self.projector.step().events:
            pass

    def match(self) -> None:
        """Compare the pathways, as the workers do after the answers."""
        self.project()
        while match_pathways(self.matching):
            self.project()


@contextmanager
def place_on(settings: Settings, *, keeping: Settings | None = None) -> Iterator[Place]:
    """A house; `keeping`: the settings of whoever keeps its views, where they are others."""
    with opened_installation(settings) as installation:
        quick = replace(installation.desk, passwords=quick_passwords())
        with (
            opened_house(replace(installation, desk=quick)) as house,
            opened_views(keeping or settings, installation.store) as views,
            opened_matching(settings, installation.store) as matching,
        ):
            yield Place(
                replace(house, meter=MeterInMemory(), evenly=False), views.projector, matching
            )


def founded(settings: Settings) -> People:
    """Prepare an empty installation and let everybody in."""
    prepare(settings)
    found_master_key(settings)
    with place_on(settings) as place:
        return settle(place.house.network, place.house.desk)


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, People]:
    """A data folder with an invented network; not to be changed."""
    folder = tmp_path_factory.mktemp("settled") / "data"
    return folder, founded(on_sqlite(folder))


@pytest.fixture
def place(settled: tuple[Path, People], tmp_path: Path) -> Iterator[Place]:
    folder, _ = settled
    shutil.copytree(folder, tmp_path / "data")
    with place_on(on_sqlite(tmp_path / "data")) as place:
        yield place


@pytest.fixture
def house(place: Place) -> House:
    return place.house


@pytest.fixture
def people(settled: tuple[Path, People]) -> People:
    _, people = settled
    return people


@pytest.fixture
def viewers(place: Place, people: People) -> dict[Profession, Member]:
    """One of each profession in the organisation that looks."""
    house, found = place.house, {}
    for profession in Profession:
        member = enrol(
            house.network, people.ccas, profession.name.title(), profession, by=people["claire"]
        )
        asked = {"email": f"{profession}@cordee.example", "password": PASSWORD}
        membership = Membership(member.id, member.organisation_id)
        open_account(house.desk, OpenAccount.model_validate(asked), [membership])
        found[profession] = member
    return found


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
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


@pytest.fixture
def evenly(house: House, signed_in: SignIn) -> Iterator[Speaker]:
    """The mediator, at doors that answer on steps."""
    with TestClient(create_app(replace(house, evenly=True))) as client:
        yield Speaker(client, signed_in("ines"))
