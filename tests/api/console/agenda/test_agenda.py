from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People
from tests.api.test_appointments import MEETING

TODAY = datetime.now(ZoneInfo("Europe/Paris")).date()
MONDAY = TODAY - timedelta(days=TODAY.weekday())


def plan(day: int) -> dict[str, str]:
    """A follow-up so many days after this Monday."""
    due_on = str(MONDAY + timedelta(days=day))
    return {"due_on": due_on, "purpose": "housing", "mode": "phone"}


def test_a_week_goes_from_day_to_day(place: Place, browsing: Browsing, as_: As) -> None:
    ines = as_("ines")
    awa, nadia = ines.pathway("Awa"), ines.pathway("Nadia")
    ines.recorded(f"{nadia}/follow-ups", plan=plan(9))
    ines.recorded(f"{awa}/follow-ups", plan=plan(6))
    wall = f"{MONDAY + timedelta(days=7)}T09:30:00"
    when = {"wall": wall, "zone": "Europe/Paris"}
    ines.recorded(f"{awa}/appointments", meeting=MEETING, when=when)
    place.project()
    browser = browsing("ines")
    this_week = said_on(browser.opens("/agenda"))
    assert "In the day Awa Follow-up · Housing" in this_week
    assert "Nadia" not in this_week
    page = browser.opens("/agenda", **{"from": str(MONDAY + timedelta(days=9))})
    after = said_on(page)
    assert after.index("09:30 Awa Appointment") < after.index("Nadia")
    assert f'href="/agenda?from={MONDAY}"' in page.text
    assert f'href="/agenda?from={MONDAY + timedelta(days=14)}"' in page.text


def test_what_has_come_can_be_said_done_and_leads_back(
    place: Place, browsing: Browsing, as_: As
) -> None:
    ines = as_("ines")
    awa = ines.pathway("Awa")
    follow_up = ines.recorded(f"{awa}/follow-ups", plan=plan(0))
    place.project()
    browser = browsing("ines")
    form = f"/forms{awa}/follow-ups/{follow_up}/completion"
    assert f'href="{form}?back=/agenda"' in browser.opens("/agenda").text
    done = browser.fills_in(f"{form}?back=/agenda", mode="phone")
    assert (done.url.path, "It is saved." in said_on(done)) == ("/agenda", True)
    assert f'href="{form}' not in done.text
    assert "Awa Follow-up · Housing Done" in said_on(done)


def test_an_agenda_is_ones_own_or_everybody_s(
    place: Place, browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    maud = {"with_member": str(people.members["maud"][0].id)}
    ines.recorded(f"{ines.pathway('Awa')}/follow-ups", plan=plan(6) | maud)
    place.project()
    browser = browsing("ines")
    assert "Nothing is planned that week." in said_on(browser.opens("/agenda"))
    assert "Awa Follow-up · Housing Maud Serre" in said_on(
        browser.opens("/agenda", whose="everybody")
    )
    assert "Awa" not in browsing("paul").opens("/agenda", whose="everybody").text


@pytest.mark.parametrize(
    "query", ["from=yesterday", "from=0001-01-01", "from=9999-12-31", "cursor=AAAA", "fresh=A"]
)
def test_what_cannot_be_asked_is_a_sentence(browsing: Browsing, query: str) -> None:
    refused = browsing("ines").opens(f"/agenda?{query}")
    assert (refused.status_code, 'role="alert"' in refused.text) == (422, True)


@pytest.mark.parametrize("day", ["1880-02-01", "2200-11-30"])
def test_weeks_at_the_ends_of_time_are_there(browsing: Browsing, day: str) -> None:
    assert browsing("ines").opens("/agenda", **{"from": day}).status_code == 200


def test_who_follows_nobody_has_no_agenda(browsing: Browsing) -> None:
    assert browsing("claire").opens("/agenda").status_code == 403


def test_an_agenda_in_french(browsing: Browsing) -> None:
    assert "Semaine suivante" in said_on(browsing("ines", FRENCH).opens("/agenda"))
