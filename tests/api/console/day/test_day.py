import re
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from application.inbox.ports import InboxKind
from domain.members import Role
from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import RELAIS, People
from tests.api.test_appointments import MEETING
from tests.api.test_inbox import put

NOW = datetime.now(ZoneInfo("Europe/Paris"))


def in_days(days: int) -> str:
    return str((NOW + timedelta(days=days)).date())


def at(days: int) -> dict[str, str]:
    return {"wall": f"{in_days(days)}T12:00:00", "zone": "Europe/Paris"}


def a_plan(days: int) -> dict[str, str]:
    return {"due_on": in_days(days), "purpose": "housing", "mode": "phone"}


def group(text: str, name: str) -> str:
    """What a group of the day says; nothing, where there is none."""
    found = re.search(rf'aria-labelledby="{name}">(.*?)</section>', text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def test_a_quiet_day_says_so(browsing: Browsing) -> None:
    assert "a quiet day" in said_on(browsing("ines").opens("/"))


def test_what_was_planned_is_due_now_or_this_week(
    place: Place, browsing: Browsing, as_: As
) -> None:
    ines = as_("ines")
    late, soon = ines.pathway("Nadia"), ines.pathway("Awa")
    for pathway, days in ((late, -2), (soon, 5)):
        ines.recorded(f"{pathway}/follow-ups", plan=a_plan(days))
    ines.recorded(f"{soon}/appointments", meeting=MEETING, when=at(1))
    place.project()
    text = browsing("ines").opens("/").text
    assert "2 days late Nadia Follow-up · Housing" in group(text, "now")
    assert text.count('class="when late"') == 1
    assert "Awa Appointment" in group(text, "now")
    assert "Awa Follow-up · Housing" in group(text, "week")
    assert "Nadia" not in group(text, "week")


def test_each_line_leads_to_its_pathway(place: Place, browsing: Browsing, as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/follow-ups", plan=a_plan(0))
    place.project()
    browser = browsing("ines")
    assert f'href="{awa}"' in browser.opens("/").text
    assert browser.opens(awa).status_code == 200


def test_a_day_is_ones_own_or_the_whole_organisation_s(
    place: Place, browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    awa = ines.pathway("Awa")
    ines.recorded(
        f"{awa}/follow-ups", plan=a_plan(0) | {"with_member": str(people.members["maud"][0].id)}
    )
    place.project()
    browser = browsing("ines")
    assert "Awa" not in browser.opens("/").text
    assert "Awa" in browser.opens("/", whose="everybody").text


def test_a_referral_awaits_an_answer_on_both_sides(
    place: Place, browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.consents(awa, people.ccas)
    ask = {"service": "domiciliation", "target_id": str(people.ccas)}
    referral = ines.recorded(f"{awa}/referrals", ask=ask)
    place.project()
    received = browsing("paul").opens("/").text
    assert "Relais Combrailles asks: Domiciliation" in group(received, "answer")
    sent = browsing("ines").opens("/").text
    assert "Next step: CCAS de Saint-Éloy" in group(sent, "waiting")
    as_("paul").recorded(f"{awa}/referrals/{referral}/acceptance")
    place.project()
    assert group(browsing("paul").opens("/").text, "answer") == ""
    assert group(browsing("ines").opens("/").text, "waiting") == ""


def test_an_invitation_names_nobody(
    place: Place, browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    awa = ines.pathway("Awa")
    ines.recorded(f"{awa}/circle/invitations", organisation_id=str(people.ccas))
    place.project()
    text = browsing("paul").opens("/").text
    assert "Relais Combrailles invites you" in group(text, "answer")
    assert "Awa" not in text


def test_a_text_that_failed_is_told_and_read_in_one_tap(
    place: Place, browsing: Browsing, as_: As, people: People
) -> None:
    awa = as_("ines").pathway()
    at_once = NOW + timedelta(days=1)  # after the last contact
    item = put(place, people, awa, kind=InboxKind.CALL, cause="appointment", at=at_once)
    browser = browsing("ines")
    assert "Awa Call this person: no message reached them" in group(browser.opens("/").text, "now")
    read = browser.sends(f"/inbox/{item.id}/read")
    assert "It is marked as read." in said_on(read)
    assert "Call this person" not in read.text
    unknown = browser.sends(f"/inbox/{UUID(int=9)}/read")
    assert (unknown.status_code, "inbox-item-unknown" in unknown.text) == (404, True)


def test_an_emergency_access_is_to_be_reviewed_by_the_referent(
    place: Place, browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.invites_to_care(awa, people.ccas)
    as_("lise").recorded(f"{awa}/emergency-access", reason="unconscious", words="Malaise.")
    place.project()
    text = group(browsing("ines").opens("/").text, "answer")
    assert "Awa Emergency access by PASS de Montluçon" in text
    assert "Malaise" not in text


def test_a_right_that_ends_within_two_months_is_to_be_renewed(
    place: Place, browsing: Browsing, as_: As
) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(
        f"{awa}/rights/declaration",
        scheme="c2s",
        starts_on=in_days(-300),
        ends_on=in_days(40),
    )
    place.project()
    assert "Awa" in group(browsing("ines").opens("/").text, "renew")


def test_others_see_nothing_of_it(place: Place, browsing: Browsing, as_: As) -> None:
    ines = as_("ines")
    ines.recorded(f"{ines.pathway('Awa')}/follow-ups", plan=a_plan(0))
    place.project()
    assert "Awa" not in browsing("paul").opens("/", whose="everybody").text


def test_what_is_shown_is_traced_once(place: Place, browsing: Browsing, as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    for days in (0, 1, 5):
        ines.recorded(f"{awa}/follow-ups", plan=a_plan(days))
    place.project()
    browser, pathway_id = browsing("ines"), UUID(awa.rpartition("/")[2])
    before = len(place.house.traces.of_pathway(pathway_id))
    browser.opens("/")
    assert len(place.house.traces.of_pathway(pathway_id)) == before + 1


def test_who_follows_nobody_has_a_first_page_too(browsing: Browsing, people: People) -> None:
    assert Role.CASEWORKER not in people["claire"].roles
    assert people["claire"].organisation_id == RELAIS
    page = browsing("claire").opens("/")
    assert (page.status_code, "you follow nobody" in said_on(page)) == (200, True)


@pytest.mark.parametrize("query", ["whose=x", "whose=", "other=1"])
def test_what_an_address_says_in_vain_is_left_aside(browsing: Browsing, query: str) -> None:
    assert browsing("ines").opens(f"/?{query}").status_code == 200


def test_a_position_that_is_not_ours_is_a_sentence(browsing: Browsing) -> None:
    refused = browsing("ines").opens("/", fresh="nonsense")
    assert (refused.status_code, 'role="alert"' in refused.text) == (422, True)


def test_a_view_that_is_behind_says_so_and_shows_what_it_has(browsing: Browsing, as_: As) -> None:
    written = as_("ines").says("/pathways", called="Awa", met_at="office")
    page = browsing("ines").opens("/", fresh=written.headers["cordee-position"])
    assert (page.status_code, "may take a moment" in said_on(page)) == (200, True)


def test_a_day_in_french(place: Place, browsing: Browsing, as_: As) -> None:
    ines = as_("ines")
    ines.recorded(f"{ines.pathway()}/follow-ups", plan=a_plan(0))
    place.project()
    page = browsing("ines", FRENCH).opens("/")
    assert "D’ici demain" in said_on(page)
    assert "Aujourd’hui" in said_on(page)


def test_each_line_has_what_resolves_it(
    place: Place, browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    awa = ines.pathway("Awa")
    follow_up = ines.recorded(f"{awa}/follow-ups", plan=a_plan(0))
    meeting = ines.recorded(f"{awa}/appointments", meeting=MEETING, when=at(-1))
    to_come = ines.recorded(f"{awa}/appointments", meeting=MEETING, when=at(3))
    ines.consents(awa, people.ccas)
    ask = {"service": "domiciliation", "target_id": str(people.ccas)}
    referral = ines.recorded(f"{awa}/referrals", ask=ask)
    move = put(
        place,
        people,
        awa,
        kind=InboxKind.ASKS_TO_MOVE,
        cause="appointment",
        cause_id=UUID(to_come),
        occurrence=1,
    )
    place.project()
    text = browsing("ines").opens("/").text
    for path in (
        f"follow-ups/{follow_up}/completion",
        f"appointments/{meeting}/attendance",
        f"appointments/{meeting}/absence",
        f"referrals/{referral}/chase",
    ):
        assert f'href="/forms{awa}/{path}?back=/"' in text, path
    assert f"appointments/{to_come}/attendance" not in text
    assert f'action="/inbox/{move.id}/read"' not in text  # nobody asks for another time any longer
    received = browsing("paul").opens("/").text
    for path in (f"referrals/{referral}/acceptance", f"referrals/{referral}/rejection"):
        assert f'href="/forms{awa}/{path}?back=/"' in received


def test_what_is_done_from_a_day_leads_back_and_is_off_it(
    place: Place, browsing: Browsing, as_: As
) -> None:
    ines = as_("ines")
    awa = ines.pathway("Awa")
    follow_up = ines.recorded(f"{awa}/follow-ups", plan=a_plan(-1))
    place.project()
    browser = browsing("ines")
    form = f"/forms{awa}/follow-ups/{follow_up}/completion?back=/"
    done = browser.fills_in(form, mode="phone")
    assert (done.url.path, "It is saved." in said_on(done)) == ("/", True)
    assert "Awa" not in done.text
