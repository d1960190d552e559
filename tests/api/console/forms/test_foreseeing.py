"""Forms say how private an entry is and who will see it, before it is saved."""

import re

from api.http.house import House
from tests.api.conftest import As
from tests.api.console.browsing import hidden_in
from tests.api.console.conftest import Browsing
from tests.api.people import People

MARKS = r'<div data-class="([^"]+)"(?: data-maybe)?( hidden)?>'
LINE = re.compile(MARKS + r"\s*<dt>.*?</dt>\s*<dd>(.*?)</dd>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def foreseen(page: str) -> dict[str, str]:
    """Who will see each class that the entry may have."""
    return {key: TAG.sub("", who).strip() for key, hidden, who in LINE.findall(page) if not hidden}


def test_a_note_may_be_raised_and_each_class_says_who_sees_it(
    browsing: Browsing, as_: As, people: People
) -> None:
    pathway = as_("ines").pathway()
    as_("ines").invites_to_care(pathway, people.ccas)
    as_("paul").recorded(f"{pathway}/circle/acceptance")
    page = browsing("ines").opens(f"/forms{pathway}/notes")
    told = foreseen(page.text)
    assert "identity" not in told
    assert told["social"] == "Relais Combrailles (care team), CCAS de Saint-Éloy (care team)"
    assert told["mental_health"] == "You alone."
    assert "data-uncertain>" in page.text.replace(" >", ">")


def test_what_is_typed_decides_and_a_button_checks_it(
    browsing: Browsing, as_: As, people: People, house: House
) -> None:
    pathway, ines = as_("ines").pathway(), browsing("ines")
    form = f"/forms{pathway}/referrals"
    asked = {"ask.service": "residence_permit", "ask.target_id": str(people.hospital)}
    as_("ines").consents(pathway, people.hospital, "identity", "social", "status")
    typed = {**hidden_in(ines.opens(form)), **asked, "ask.urgency": "routine"}
    head = house.network.log.head()
    checked = ines.sends(form, **typed, check="yes")
    assert set(foreseen(checked.text)) == {"status"}
    assert "data-uncertain hidden" in checked.text
    assert ines.sends(form, **typed, check="classes").json() == ["status"]
    assert ines.sends(form, **typed | {"ask.service": ""}, check="classes").json() == []
    assert house.network.log.head() == head


def test_what_an_organisation_keeps_to_itself_is_not_said_to_be_seen_by_others(
    browsing: Browsing, as_: As, people: People
) -> None:
    pathway = as_("ines").pathway()
    as_("ines").invites_to_care(pathway, people.ccas)
    as_("paul").recorded(f"{pathway}/circle/acceptance")
    page = browsing("ines").fills_in(f"/forms{pathway}/closing", reason="moved", check="yes")
    told = foreseen(page.text)
    assert list(told) == ["social", "social-private"]  # that it ended, and why
    assert "CCAS de Saint-Éloy" in told["social"]
    assert told["social-private"] == "Relais Combrailles (care team)"


def test_whoever_takes_part_discreetly_is_told_to_those_alone_who_know(
    browsing: Browsing, as_: As, people: People
) -> None:
    pathway = as_("ines").pathway()
    as_("ines").invites_to_care(pathway, people.ccas)
    as_("paul").recorded(f"{pathway}/circle/acceptance")
    as_("paul").invites_to_care(pathway, people.hospital, data_class="health")
    as_("lise").recorded(f"{pathway}/circle/acceptance")
    seen = {
        name: foreseen(browsing(name).opens(f"/forms{pathway}/notes").text)["social"]
        for name in ("ines", "paul", "lise")
    }
    assert "PASS de Montluçon" not in seen["ines"]
    assert "PASS de Montluçon" in seen["paul"]
    assert "PASS de Montluçon" in seen["lise"]


def test_what_is_said_of_something_is_as_private_as_it_is(browsing: Browsing, as_: As) -> None:
    ines = as_("ines")
    pathway = ines.pathway()
    right = ines.recorded(f"{pathway}/rights", scheme="ame")
    page = browsing("ines").opens(f"/forms{pathway}/rights/{right}/filing")
    assert list(foreseen(page.text)) == ["status"]


def test_another_hat_is_told_no_class(browsing: Browsing, as_: As, people: People) -> None:
    pathway, ines = as_("ines").pathway(), browsing("ines")
    form = f"/forms{pathway}/notes"
    typed = {**hidden_in(ines.opens(form)), "text": "Bien.", "by": str(people["paul"].id)}
    assert ines.sends(form, **typed, check="classes").json() == []
