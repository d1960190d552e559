"""Forms that stood open for a while: in two tabs, or until the session had ended."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser

from tests.api.console.stories.seat import Seat
from tests.api.console.stories.stage import Stage, signs_in

pytestmark = pytest.mark.xdist_group("stories")  # one browser, one network
NOTE = "Elle garde ses papiers chez une amie."


def in_days(days: int) -> str:
    return (datetime.now(UTC).date() + timedelta(days)).isoformat()


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def ines(request: pytest.FixtureRequest, browser: Browser, stage: Stage) -> Iterator[Seat]:
    with stage.seat(browser, "ines", script=request.param) as page:
        yield Seat(page)


@pytest.fixture
def pathway(stage: Stage) -> str:
    return stage.as_("ines").pathway()


def notes(stage: Stage, pathway: str) -> list[str]:
    return [note["text"] for note in stage.as_("ines").reads(f"{pathway}/notes").json()]


def booked(stage: Stage, pathway: str) -> str:
    """The path of an appointment in ten days."""
    ines = stage.as_("ines")
    when = {"wall": f"{in_days(10)}T09:30:00", "zone": "Europe/Paris"}
    meeting = {"kind": "access_to_care", "place": "Bâtiment C", "with_name": "Dr Hêtre"}
    return f"{pathway}/appointments/" + ines.recorded(
        f"{pathway}/appointments", meeting=meeting, when=when
    )


def test_what_was_changed_in_another_tab_is_told_and_what_was_typed_is_kept(
    stage: Stage, ines: Seat, pathway: str
) -> None:
    form = f"/forms{booked(stage, pathway)}/move"
    first, second = ines, Seat(ines.page.context.new_page())
    for tab, days in ((first, 14), (second, 12)):
        tab.page.goto(form)
        tab.fills(to__by="person", to__reason="no_childcare", to__when__day=in_days(days))
    first.sends()
    second.tries()
    [told] = second.alerts()
    assert "Rendez-vous déplacé" in told
    assert second.page.input_value('[name="to.when.day"]') == in_days(12)
    second.sends()  # knowing what changed, they still want it
    assert "Rendez-vous déplacé" in second.words()


def test_a_session_that_ended_loses_nothing_of_what_was_typed(
    stage: Stage, ines: Seat, pathway: str
) -> None:
    ines.page.goto(f"/forms{pathway}/notes")
    ines.fills(text=NOTE, data_class="identity")
    stage.ends_sessions("ines")
    ines.page.click("main form.sheet .actions button.btn")
    signs_in(ines.page, "ines")
    assert ines.page.input_value("textarea") == NOTE
    assert ines.page.input_value("select") == "identity"
    assert notes(stage, pathway) == []  # nothing is done before they say so
    ines.sends()
    assert notes(stage, pathway) == [NOTE]


def test_another_account_gets_nothing_of_it(stage: Stage, ines: Seat, pathway: str) -> None:
    stage.as_("ines").invites_to_care(pathway, stage.people.ccas)
    stage.as_("paul").recorded(f"{pathway}/circle/acceptance")
    ines.page.goto(f"/forms{pathway}/notes")
    ines.fills(text=NOTE)
    stage.ends_sessions("ines")
    ines.page.click("main form.sheet .actions button.btn")
    assert NOTE not in ines.page.content()  # the page waits on a computer that others use
    signs_in(ines.page, "paul")
    assert NOTE not in ines.page.content()
    assert notes(stage, pathway) == []


def test_enter_in_a_field_sends_the_form(ines: Seat, pathway: str) -> None:
    ines.page.goto(f"/forms{pathway}/usual-name")
    ines.fills(called="Awa B.")
    ines.page.keyboard.press("Enter")
    ines.page.wait_for_selector("main [role=status]")
    assert ines.page.inner_text("h1") == "Awa B."
