from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from httpx2 import Response

from application.erasures.resume_erasures import resume_erasures
from tests.api.conftest import As, Place
from tests.api.people import People
from tests.api.receipts.sharing import nurse_of_relais, shared_discreetly
from tests.api.speaking import Speaker
from tests.api.test_activities import a_session, item, outcomes
from tests.api.test_appointments import MEETING, PAST


@dataclass(frozen=True)
class Written:
    """A kind of entry: how it is written, and where it is read."""

    write: Callable[[Speaker, str], str]  # its id
    path: str
    moves: bool = True


def at(path: str, **said: Any) -> Callable[[Speaker, str], str]:
    return lambda speaker, pathway: speaker.recorded(f"{pathway}{path}", **said)


def met(speaker: Speaker, pathway: str) -> str:
    """Somebody known, met during an outreach session."""
    session = speaker.recorded("/activities/outreach-sessions", **a_session())
    (outcome,) = outcomes(speaker, session, item(1, pathway_id=pathway.rpartition("/")[2]))
    return str(outcome["contact_id"])


JANUARY = {"from": "2027-01-01", "to": "2027-01-31"}
WORDS = "Binta cherche un toit."
KINDS = {
    "note": Written(at("/notes", text=WORDS), "/notes"),
    "identity": Written(at("/identity", identity={"family_name": "Sangaré"}), "/identity"),
    "need": Written(at("/needs", kind="housing", words=WORDS), "/needs"),
    "obstacle": Written(at("/obstacles", kind="LNG", words=WORDS), "/obstacles"),
    "debt": Written(at("/debts", debt={"creditor": "hospital", "named": WORDS}), "/debts"),
    "renunciation": Written(
        at("/renunciations", given_up={"scheme": "c2s"}, reason="ADM", words=WORDS),
        "/renunciations",
    ),
    "accompaniment": Written(
        at("/accompaniments", journey={"on": "2027-01-04", "place": WORDS, "why": "afraid"}),
        "/accompaniments",
    ),
    "questionnaire": Written(at("/epices", answers={"sport": True}), "/epices"),
    "goal": Written(at("/goals", words=WORDS), "/goals"),
    "appointment": Written(at("/appointments", meeting=MEETING, when=PAST), "/appointments"),
    "follow-up": Written(
        at("/follow-ups", plan={"due_on": "2027-01-04", "purpose": "news", "mode": "phone"}),
        "/follow-ups",
    ),
    "interview": Written(
        at("/interviews", interview={"mode": "phone", "minutes": 20, "themes": ["housing"]}), ""
    ),
    "meeting": Written(met, ""),
    "child": Written(at("/household/children", child={"called": "Moussa"}), ""),
    "contact point": Written(
        at("/contact-points", point={"kind": "mobile", "reach": "+33639980001"}), "/contact-points"
    ),
    "authority": Written(
        at("/household/parental-authority", holder="guardian", name="Fatou Sangaré"), ""
    ),
    "referral": Written(
        at("/referrals", ask={"service": "food_aid", "outside_service": "Épicerie du Bourg"}),
        "/referrals",
        moves=False,
    ),
    "right": Written(at("/rights", scheme="c2s"), "/rights", moves=False),
}


def is_empty(answer: Response) -> bool:
    """A list without entries, or one thing that is not there."""
    return answer.status_code == 404 or answer.json() == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_of_any_kind_is_read_by_nobody_any_more_and_stands_in_the_right_file(
    as_: As, people: People, place: Place, kind: str
) -> None:
    written, ines, paul = KINDS[kind], as_("ines"), as_("paul")
    wrong, right = ines.pathway(), ines.pathway("Binta")
    ines.invites_to_care(wrong, people.ccas)
    paul.recorded(f"{wrong}/circle/acceptance")
    before = [one["kind"] for one in ines.reads(f"{wrong}/timeline").json()]
    entry = written.write(ines, wrong)
    assert entry in ines.reads(f"{wrong}/timeline").text
    moved = {"belongs_to": right.rpartition("/")[2]} if written.moves else {}
    taken = ines.says(f"{wrong}/entries/{entry}/wrong-file", **moved)
    assert taken.status_code == 201, taken.text
    for erased in (False, True):
        if erased:
            resume_erasures(place.house.erasing)
        for reader in (ines, paul):
            timeline = [one["kind"] for one in reader.reads(f"{wrong}/timeline").json()]
            assert [one for one in timeline if one != "fact-recorded-in-wrong-file"] == before
            if written.path:
                assert is_empty(reader.reads(f"{wrong}{written.path}"))
    if written.moves:
        there = [one["kind"] for one in ines.reads(f"{right}/timeline").json()]
        assert len(there) >= 2
        if written.path:
            assert not is_empty(ines.reads(f"{right}{written.path}"))


def test_what_was_taken_out_is_in_no_list_either(as_: As, place: Place) -> None:
    ines = as_("ines")
    pathway = ines.pathway()
    entry = KINDS["follow-up"].write(ines, pathway)
    place.project()
    assert entry in ines.reads("/agenda", **JANUARY).text
    ines.says(f"{pathway}/entries/{entry}/wrong-file")
    place.project()
    assert entry not in ines.reads("/agenda", **JANUARY).text


def test_only_who_wrote_it_takes_it_out_and_once(as_: As, people: People) -> None:
    ines, paul = as_("ines"), as_("paul")
    pathway = ines.pathway()
    ines.invites_to_care(pathway, people.ccas)
    paul.recorded(f"{pathway}/circle/acceptance")
    entry = KINDS["need"].write(ines, pathway)
    path = f"{pathway}/entries/{entry}/wrong-file"
    assert paul.refused(path) == (404, "entry-unknown")
    assert as_("lise").refused(path) == (404, "not-found")
    assert ines.says(path).status_code == 201
    assert ines.refused(path) == (404, "entry-unknown")


def test_a_right_is_recorded_in_the_right_file_by_hand(as_: As) -> None:
    ines = as_("ines")
    wrong, right = ines.pathway(), ines.pathway("Binta")
    entry = KINDS["right"].write(ines, wrong)
    refused = ines.refused(
        f"{wrong}/entries/{entry}/wrong-file", belongs_to=right.rpartition("/")[2]
    )
    assert refused == (409, "entry-not-moved")
    assert len(ines.reads(f"{wrong}/rights").json()) == 1


def test_both_receipts_tell_who_had_read_it(as_: As, people: People) -> None:
    ines, paul = as_("ines"), as_("paul")
    wrong, right = ines.pathway(), ines.pathway("Binta")
    ines.invites_to_care(wrong, people.ccas)
    paul.recorded(f"{wrong}/circle/acceptance")
    entry = KINDS["note"].write(ines, wrong)
    paul.reads(f"{wrong}/notes")
    ines.says(f"{wrong}/entries/{entry}/wrong-file", belongs_to=right.rpartition("/")[2])
    paul.reads(f"{wrong}/timeline")
    for pathway, here in ((wrong, True), (right, False)):
        (mistake,) = ines.reads(f"{pathway}/receipt").json()["mistakes"]
        assert mistake["here"] is here
        assert mistake["readers"] == ["Paul Arnal (CCAS de Saint-Éloy)"]


def test_who_had_read_it_discreetly_is_told_to_those_who_may_know(as_: As, people: People) -> None:
    """Lise takes part in the wrong file discreetly; Inès, who moves the entry, may not know."""
    ines, maud = as_("ines"), nurse_of_relais(as_, people)
    wrong, right = shared_discreetly(as_, people), ines.pathway("Binta")
    entry = KINDS["note"].write(ines, wrong)
    as_("lise").reads(f"{wrong}/notes")
    ines.says(f"{wrong}/entries/{entry}/wrong-file", belongs_to=right.rpartition("/")[2])
    for pathway in (wrong, right):
        for reader, told in ((ines, []), (maud, ["Lise Faure (PASS de Montluçon)"])):
            (mistake,) = reader.reads(f"{pathway}/receipt").json()["mistakes"] or [{"readers": []}]
            assert mistake["readers"] == told
        assert "Lise" not in ines.reads(f"{pathway}/timeline").text


def test_a_name_that_was_taken_out_finds_nobody(as_: As, place: Place) -> None:
    ines = as_("ines")
    pathway = ines.pathway()
    entry = KINDS["identity"].write(ines, pathway)
    place.project()
    assert len(ines.says("/searches", name="Sangaré").json()) == 1
    ines.says(f"{pathway}/entries/{entry}/wrong-file")
    place.project()
    assert ines.says("/searches", name="Sangaré").json() == []
    assert "Sangaré" not in ines.reads(f"{pathway}/timeline").text
    assert ines.recorded(f"{pathway}/identity", identity={"family_name": "Diallo"}) != entry
