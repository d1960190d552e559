import re
from uuid import UUID

import pytest

from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People
from tests.api.speaking import Speaker

ASK = {"service": "domiciliation", "urgency": "soon"}


@pytest.fixture
def awa(place: Place, as_: As, people: People) -> str:
    """The path of somebody whom Inès referred to Paul's organisation."""
    return referred(place, as_("ines"), people)[0]


def referred(place: Place, ines: Speaker, people: People) -> tuple[str, str]:
    awa = ines.pathway()
    ines.consents(awa, people.ccas)
    referral = ines.recorded(f"{awa}/referrals", ask=ASK | {"target_id": str(people.ccas)})
    place.project()
    return awa, referral


def test_who_was_asked_sees_who_asks_and_answers(browsing: Browsing, awa: str) -> None:
    page = browsing("paul").opens("/referrals")
    text = said_on(page)
    assert "To answer Awa · Domiciliation Requested Soon From Relais Combrailles" in text
    assert "The next step is yours." in text
    assert "Soon" in text
    assert f'href="/forms{awa}/referrals/' in page.text
    assert '/acceptance?back=/referrals"' in page.text
    assert '/rejection?back=/referrals"' in page.text


def test_who_asked_sees_who_holds_the_next_step(browsing: Browsing, awa: str) -> None:
    ines = browsing("ines")
    assert "Awa" not in said_on(ines.opens("/referrals"))
    page = ines.opens("/referrals", box="outbox")
    assert "To CCAS de Saint-Éloy · Since today" in said_on(page)
    assert "Next step: CCAS de Saint-Éloy" in said_on(page)
    assert f'href="{awa}"' in page.text
    assert "/chase?back=/referrals" in page.text
    assert "/acceptance" not in page.text


@pytest.mark.usefixtures("awa")
def test_nobody_else_has_it_in_a_box(browsing: Browsing) -> None:
    lise = browsing("lise")
    for box in ("inbox", "outbox"):
        assert "Awa" not in lise.opens("/referrals", box=box).text
    assert "to answer" not in lise.opens("/").text


def test_answered_in_the_console_it_is_counted_at_once(
    place: Place, browsing: Browsing, as_: As, people: People
) -> None:
    awa, referral = referred(place, as_("ines"), people)
    paul = browsing("paul")
    assert counted(paul.opens("/referrals").text) == "1"
    form = f"/forms{awa}/referrals/{referral}/acceptance"
    answered = paul.fills_in(f"{form}?back=/referrals")
    assert answered.url.path == "/referrals"
    assert "It is saved." in said_on(answered)
    assert counted(answered.text) == ""
    place.project()
    assert "In hand Awa · Domiciliation Accepted" in said_on(paul.opens("/referrals"))


def counted(text: str) -> str:
    """The number beside the referrals of the navigation."""
    found = re.search(r'<span class="tag warn">([0-9+]+)<span class="unseen"> to answer', text)
    return found[1] if found else ""


def test_no_more_than_nine_are_counted(
    place: Place, browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    for _ in range(10):
        awa = ines.pathway()
        ines.consents(awa, people.ccas)
        ines.recorded(f"{awa}/referrals", ask=ASK | {"target_id": str(people.ccas)})
    place.project()
    assert counted(browsing("paul").opens("/caseload").text) == "9+"


def test_counting_leaves_no_trace(place: Place, browsing: Browsing, awa: str) -> None:
    paul, pathway_id = browsing("paul"), UUID(awa.rpartition("/")[2])
    before = place.house.traces.of_pathway(pathway_id)
    assert counted(paul.opens("/reading").text) == "1"
    assert place.house.traces.of_pathway(pathway_id) == before


def test_what_has_ended_is_kept_apart(
    place: Place, browsing: Browsing, as_: As, people: People
) -> None:
    awa, referral = referred(place, as_("ines"), people)
    as_("paul").recorded(
        f"{awa}/referrals/{referral}/rejection", refused_by="service", reason="no_capacity"
    )
    place.project()
    assert "Nobody waits for your answer." in said_on(browsing("paul").opens("/referrals"))
    ines = browsing("ines")
    assert "nobody’s answer" in said_on(ines.opens("/referrals", box="outbox"))
    ended = ines.opens("/referrals", box="outbox", which="ended")
    assert "Declined" in said_on(ended)
    assert f'href="{awa}"' in ended.text
    assert "/forms/pathways/" not in ended.text
    assert "None has ended yet." in said_on(ines.opens("/referrals", which="ended"))


def test_an_invitation_is_answered_there(
    place: Place, browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    awa = ines.pathway("Awa")
    ines.recorded(f"{awa}/circle/invitations", organisation_id=str(people.ccas))
    place.project()
    paul = browsing("paul")
    page = paul.opens("/referrals")
    assert "Relais Combrailles invites you" in said_on(page)
    assert "Awa" not in page.text
    accepted = paul.fills_in(f"/forms{awa}/circle/acceptance?back=/referrals")
    assert "It is saved." in said_on(accepted)
    assert "invites you" not in said_on(accepted)


@pytest.mark.parametrize("query", ["box=spam", "which=all", "cursor=AAAA", "fresh=AAAA"])
def test_what_cannot_be_asked_is_a_sentence(browsing: Browsing, query: str) -> None:
    refused = browsing("ines").opens(f"/referrals?{query}")
    assert (refused.status_code, 'role="alert"' in refused.text) == (422, True)


def test_who_follows_nobody_has_no_box(browsing: Browsing) -> None:
    assert browsing("claire").opens("/referrals").status_code == 403


@pytest.mark.usefixtures("awa")
def test_referrals_in_french(browsing: Browsing) -> None:
    text = said_on(browsing("paul", FRENCH).opens("/referrals"))
    assert "La prochaine étape est à vous." in text
    assert "1 à répondre" in text
