"""The day of `docs/a-day-in-combrailles.md`, in three browsers: met, driven, and who sees what."""

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.api.console.stories.seat import Seat
from tests.api.console.stories.stage import Stage

pytestmark = pytest.mark.xdist_group("stories")  # one browser, one network
NAMELESS = 7
OF_A_TEST = "Test rapide expliqué : reviendra lundi."


def seat(browser: Browser, stage: Stage, name: str, *, script: bool = True) -> Iterator[Seat]:
    with stage.seat(browser, name, script=script) as page:
        yield Seat(page)


@pytest.fixture
def ines(browser: Browser, stage: Stage) -> Iterator[Seat]:
    """Without script: with it, two presses within half a second are one."""
    yield from seat(browser, stage, "ines", script=False)


@pytest.fixture
def lise(browser: Browser, stage: Stage) -> Iterator[Seat]:
    yield from seat(browser, stage, "lise")


@pytest.fixture
def paul(browser: Browser, stage: Stage) -> Iterator[Seat]:
    yield from seat(browser, stage, "paul")


def test_a_day_in_combrailles(stage: Stage, ines: Seat, lise: Seat, paul: Seat) -> None:
    mina = people_at_a_food_distribution(ines)
    an_interview_and_a_lift(ines)
    two_join_the_care_team(stage, ines, {"hospital": lise, "ccas": paul}, mina)
    what_is_of_a_test_is_seen_by_those_who_care(lise, (ines, paul), mina)


def people_at_a_food_distribution(ines: Seat) -> str:
    ines.page.goto("/field")
    ines.follows("/field/sessions/new")
    ines.fills(place="Salle des fêtes", kind="food_distribution")
    ines.page.click("main form .actions button")
    met = ines.page.locator("#met strong")
    for count in range(1, NAMELESS + 1):
        ines.page.click("main form button.big")
        expect(met).to_have_text(str(count))
    ines.follows("/followed")
    ines.fills(called="Mina")
    ines.page.click("main form button.big")
    ines.page.get_by_role("link", name="Ouvrir le parcours").click()
    assert ines.page.inner_text("h1") == "Mina"
    return urlsplit(ines.page.url).path


def an_interview_and_a_lift(ines: Seat) -> None:
    ines.follows("/interviews")
    ines.fills(interview__mode="outreach", interview__minutes="45", interview__themes="mobility")
    ines.sends()
    ines.adds(
        "/accompaniments",
        journey__on=datetime.now(UTC).date().isoformat(),
        journey__place="Centre hospitalier des Monts-Bleus",
        journey__why="no_transport",
    )
    ines.follows("/completion", "/accompaniments/")
    ines.fills(travelled__minutes="150", travelled__kilometres="42", travelled__transport="lift")
    ines.fills(travelled__outcome="received")
    ines.sends()
    assert "42 kilomètres" in ines.words()


def two_join_the_care_team(
    stage: Stage, ines: Seat, joining: dict[str, Seat], pathway: str
) -> None:
    ines.adds("/sharing/information", notice="notice-2026-1", language="fr", means="oral")
    for organisation, seat in joining.items():
        invited = str(getattr(stage.people, organisation))
        ines.adds("/circle/invitations", organisation_id=invited, in_care_team="yes")
        seat.awaits("/referrals", "/circle/acceptance", pathway)
        seat.sends()


def what_is_of_a_test_is_seen_by_those_who_care(
    lise: Seat, others: tuple[Seat, ...], pathway: str
) -> None:
    lise.page.goto(pathway)
    lise.adds("/notes", text=OF_A_TEST, data_class="screening")
    assert OF_A_TEST in lise.words()
    before = len(lise.timeline())
    for seat in others:
        seat.page.goto(pathway)
        assert OF_A_TEST not in seat.words()
        assert len(seat.timeline()) == before - 1
