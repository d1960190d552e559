from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.house import House
from application.operating.ports import Work
from application.refusals import StoreUnavailable
from application.views.read_projection import Parked, ProjectionState
from tests.api.auditing import an_audit, enrolled
from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, Browser, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People

STREAM = UUID(int=0xBAD)
PARKED = ProjectionState(
    0, (Parked(STREAM, 7, "event-unreadable", datetime(2026, 11, 2, tzinfo=UTC)),), {}, ()
)


@dataclass
class Told:
    """A projection that says this, or cannot be reached."""

    told: ProjectionState | None

    def state(self) -> ProjectionState:
        if self.told is None:
            raise StoreUnavailable
        return self.told


@contextmanager
def claire_in(house: House, language: str = FRENCH) -> Iterator[Browser]:
    with TestClient(create_app(house)) as client:
        browser = Browser(client, language)
        browser.signs_in("claire")
        yield browser


def with_projection(house: House, told: ProjectionState | None) -> House:
    return replace(house, operating=replace(house.operating, projection=Told(told)))


def test_whoever_runs_the_network_is_told_how_it_does(
    place: Place, as_: As, browsing: Browsing
) -> None:
    as_("ines").pathway("Awa")
    place.project()
    browser = browsing("claire")
    assert 'href="/operator"' in browser.opens("/network").text
    page = browser.opens("/operator")
    said = said_on(page)
    assert page.status_code == 200
    assert "The history Yes The keys Yes Accounts and due rows Yes Lists Yes" in said
    assert "Events that lists do not count yet 0" in said
    assert "No stream is parked." in said
    assert "Epoch of the keys 1 · since the beginning" in said
    assert "SQLite 3." in said
    assert "Awa" not in said
    assert "Inès" not in said


def test_it_opens_to_administrators_of_the_founding_organisation_alone(
    as_: As, people: People, browsing: Browsing
) -> None:
    an_audit(as_, people)
    enrolled(as_("claire"), "aude", "administrator", organisation_id=people.ccas)
    for name in ("ines", "carl", "odile", "dora", "aude"):
        browser = browsing(name)
        assert 'href="/operator"' not in browser.opens("/network").text
        page = browser.opens("/operator")
        assert (page.status_code, 'role="alert"' in page.text) == (403, True)
    assert browsing().opens("/operator").url.path == "/sign-in"


def test_what_lists_lack_is_told_before_they_are_kept_up(
    place: Place, as_: As, browsing: Browsing
) -> None:
    place.project()
    as_("ines").pathway("Awa")
    said = said_on(browsing("claire").opens("/operator"))
    assert "Events that lists do not count yet 1 · for" in said


def test_parked_streams_are_named_by_their_ids(house: House) -> None:
    with claire_in(with_projection(house, PARKED)) as browser:
        page = browser.opens("/operator")
    assert str(STREAM) in page.text
    assert "event-unreadable" in said_on(page)
    assert "Des flux sont mis de côté" in said_on(page)


def test_a_database_that_cannot_be_reached_leaves_a_page_that_says_so(house: House) -> None:
    away = with_projection(house, None)
    with claire_in(replace(away, probes={**house.probes, "views": lambda: "behind"})) as browser:
        page = browser.opens("/operator")
    assert page.status_code == 200
    assert "Les listes sont injoignables, ou très en retard." in said_on(page)
    assert "Les listes Non behind" in said_on(page)


@pytest.mark.parametrize(("days", "known"), [(0, True), (8, False)])
def test_the_last_backup_is_told_and_one_that_is_old_is_not_enough(
    house: House, days: int, known: bool
) -> None:
    at = datetime.now(UTC) - timedelta(days=days)
    house.operating.upkeep.note(Work.BACKUP, at=at, number=41)
    with claire_in(house) as browser:
        said = said_on(browser.opens("/operator"))
    assert "jusqu’à la position 41" in said
    assert ("Aucune sauvegarde de moins de sept jours" in said) is not known


def test_an_epoch_that_began_by_a_rotation_says_since_when(house: House) -> None:
    now = datetime.now(UTC)
    house.operating.upkeep.note(Work.ROTATION, at=now, number=1)
    with claire_in(house, "en") as browser:
        assert "Epoch of the keys 1 · since 2" in said_on(browser.opens("/operator"))
        house.operating.upkeep.note(Work.ROTATION, at=now, number=2)  # the keys are older
        assert "since the beginning" in said_on(browser.opens("/operator"))
