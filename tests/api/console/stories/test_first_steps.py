"""The story of `docs/first-steps.md`, in three browsers of three organisations."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import Browser

from tests.api.console.stories.seat import Seat
from tests.api.console.stories.stage import Stage, signs_in

pytestmark = pytest.mark.xdist_group("stories")  # one browser, one network


def in_days(days: int) -> str:
    return (datetime.now(UTC).date() + timedelta(days)).isoformat()


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def script(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def ines(browser: Browser, stage: Stage, script: bool) -> Iterator[Seat]:
    with stage.window(browser, script=script) as page:
        yield Seat(page)


@pytest.fixture
def paul(browser: Browser, stage: Stage, script: bool) -> Iterator[Seat]:
    with stage.seat(browser, "paul", script=script) as page:
        yield Seat(page)


@pytest.fixture
def lise(browser: Browser, stage: Stage) -> Iterator[Seat]:
    with stage.seat(browser, "lise") as page:
        yield Seat(page)


def sees_nothing(seat: Seat, pathway: str) -> None:
    """What somebody is told of a pathway is what they are told of one that is not there."""
    told = []
    for path in (pathway, f"/pathways/{uuid4()}"):
        answer = seat.page.goto(path)
        assert answer
        told.append((answer.status, seat.words()))
    assert told[0] == told[1]
    assert told[0][0] == 404


def test_first_steps(stage: Stage, ines: Seat, paul: Seat, lise: Seat) -> None:
    pathway = a_first_name_is_enough(ines)
    sees_nothing(paul, pathway)
    who_she_is(ines)
    a_right_and_the_paper_that_is_missing(ines)
    towards_common_law(stage, ines, paul, pathway)
    sees_nothing(lise, pathway)
    an_appointment_that_moves(stage, ines, lise, pathway)
    each_reads_the_same(stage, (ines, paul, lise), pathway)


def a_first_name_is_enough(ines: Seat) -> str:
    ines.page.goto("/")
    signs_in(ines.page, "ines")
    ines.follows("/forms/pathways")
    ines.fills(called="Awa", met_at="food_distribution")
    ines.sends()
    assert ines.page.inner_text("h1") == "Awa"
    return urlsplit(ines.page.url).path


def who_she_is(ines: Seat) -> None:
    ines.adds("/contact-points", point__kind="mobile", point__reach="+33639989999")
    ines.adds(
        "/identity",
        identity__given_names="Awa",
        identity__family_name="Fromager-Blanc",
        identity__birth_country="GN",
    )
    ines.adds(
        "/household",
        composition__kind="single_parent",
        composition__adults="1",
        composition__children="2",
    )


def a_right_and_the_paper_that_is_missing(ines: Seat) -> None:
    ines.adds("/rights", scheme="c2s")
    ines.follows("/filing")
    ines.tries()
    assert ines.alerts()  # a paper is missing
    ines.page.go_back()
    ines.page.go_back()
    ines.does("/documents/resources/collection")
    ines.does("/filing")
    ines.does("/opening", starts_on="2027-01-01")
    assert "2027" in ines.words()


def towards_common_law(stage: Stage, ines: Seat, paul: Seat, pathway: str) -> None:
    ccas = str(stage.people.ccas)
    ines.follows("/referrals")
    ines.fills(ask__service="domiciliation", ask__target_id=ccas)
    ines.tries()
    assert ines.alerts()  # without a consent of hers nothing leaves
    ines.page.goto(pathway)
    ines.adds("/sharing/information", notice="notice-2026-1", language="fr", means="oral")
    ines.follows("/adding")
    ines.follows("/sharing/consents")
    ines.fill("consent.scope.recipients.organisations", ccas)
    ines.fill("consent.scope.classes", "social")
    ines.sends()
    ines.does("/referrals", ask__service="domiciliation", ask__target_id=ccas)
    paul.awaits("/referrals", "/acceptance", pathway)
    paul.sends()
    assert "/referrals" in paul.page.url  # back where it was answered from
    paul.page.goto(pathway)
    paul.does("/start")
    paul.does("/completion")


def an_appointment_that_moves(stage: Stage, ines: Seat, lise: Seat, pathway: str) -> None:
    hospital = str(stage.people.hospital)
    ines.adds("/circle/invitations", organisation_id=hospital, in_care_team="yes")
    lise.awaits("/referrals", "/circle/acceptance", pathway)
    lise.sends()
    meeting = {"meeting__kind": "access_to_care", "meeting__place": "Bâtiment C, 2 allée des Monts"}
    meeting |= {"meeting__with_organisation": hospital, "meeting__needs__transport": "lift"}
    ines.page.goto(pathway)
    ines.adds("/appointments", when__day=in_days(10), when__time="09:30", **meeting)
    for by, reason, days in (("service", "staff_absent", 14), ("person", "no_childcare", 12)):
        ines.does("/move", to__by=by, to__reason=reason, to__when__day=in_days(days))
    ines.adds("/appointments", when__day=in_days(-1), when__time="09:30", **meeting)
    lise.page.goto(pathway)
    lise.does("/attendance")


def each_reads_the_same(stage: Stage, seats: Iterable[Seat], pathway: str) -> None:
    kept = stage.as_("ines").reads(f"{pathway}/timeline").json()
    facts = [fact for fact in kept if not fact["kind"].startswith("reminder-")]
    for seat in seats:
        seat.page.goto(pathway)
        assert len(seat.timeline()) == len(facts) == 22
        assert "Orientation menée à bien" in seat.words()  # as the other organisation said it
        assert "Rendez-vous honoré" in seat.words()
