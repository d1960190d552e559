from datetime import UTC, datetime
from typing import Any

from application.erasures.resume_erasures import resume_erasures
from tests.api.conftest import As, Place
from tests.api.people import People


def asked(speaker: Any, pathway: str) -> str:
    return f"{pathway}/erasures/{speaker.recorded(f'{pathway}/erasures', reason='person_asked')}"


def in_the_circle(as_: As, people: People) -> tuple[Any, Any, str]:
    """Two colleagues of different organisations, and a pathway they share."""
    ines, paul = as_("ines"), as_("paul")
    pathway = ines.pathway()
    ines.invites_to_care(pathway, people.ccas)
    paul.recorded(f"{pathway}/circle/acceptance")
    return ines, paul, pathway


def test_two_people_erase_a_person_and_get_a_certificate(
    as_: As, people: People, place: Place
) -> None:
    ines, paul, pathway = in_the_circle(as_, people)
    erasure = asked(ines, pathway)
    assert ines.refused(f"{erasure}/approval") == (403, "erasure-not-yours-to-approve")
    assert ines.reads(pathway).status_code == 200
    assert [one["state"] for one in paul.reads(f"{pathway}/erasures").json()] == ["asked"]
    answer = paul.says(f"{erasure}/approval")
    assert (answer.status_code, answer.json()["state"]) == (201, "recorded")
    for speaker in (ines, paul):
        for path in ("", "/timeline", "/notes"):
            assert speaker.reads(f"{pathway}{path}").status_code == 404
    not_yet = ines.reads(f"{erasure}/certificate")
    assert (not_yet.status_code, not_yet.json()["code"]) == (409, "erasure-not-certified-yet")
    assert as_("lise").reads(f"{pathway}/erasures").status_code == 404
    assert [one["state"] for one in paul.reads(f"{pathway}/erasures").json()] == ["recorded"]
    resume_erasures(place.house.erasing)
    shown = paul.reads(erasure).json()
    assert (shown["state"], shown["certified_epoch"]) == ("certified", 2)
    printed = ines.reads(f"{erasure}/certificate")
    assert printed.headers["content-type"] == "text/plain; charset=utf-8"
    assert shown["id"] in printed.text


def test_an_erased_person_is_in_no_list_nor_search(as_: As, people: People, place: Place) -> None:
    ines, paul, pathway = in_the_circle(as_, people)
    place.project()
    assert len(ines.reads("/caseload").json()["entries"]) == 1
    assert len(ines.says("/searches", name="Awa").json()) == 1
    paul.recorded(f"{asked(ines, pathway)}/approval")
    assert ines.reads("/caseload").json()["entries"] == []
    assert ines.says("/searches", name="Awa").json() == []


def test_an_erasure_that_was_not_asked_for_is_unknown(as_: As) -> None:
    ines = as_("ines")
    first, second = ines.pathway(), ines.pathway("Binta")
    elsewhere = asked(ines, first).replace(first, second)
    assert ines.refused(f"{elsewhere}/approval") == (404, "erasure-unknown")
    assert ines.reads(elsewhere).status_code == 404
    assert as_("lise").reads(asked(ines, first)).status_code == 404


def test_a_note_in_the_wrong_file_moves_to_the_right_one(as_: As) -> None:
    ines = as_("ines")
    wrong, right = ines.pathway(), ines.pathway("Binta")
    note = ines.recorded(f"{wrong}/notes", text="Binta cherche un médecin.")
    answer = ines.says(f"{wrong}/notes/{note}/wrong-file", belongs_to=right.split("/")[-1])
    assert answer.status_code == 201, answer.text
    assert ines.reads(f"{wrong}/notes").json() == []
    assert "Binta cherche" not in ines.reads(f"{wrong}/timeline").text
    assert [one["text"] for one in ines.reads(f"{right}/notes").json()] == [
        "Binta cherche un médecin."
    ]
    again = ines.refused(f"{wrong}/notes/{note}/wrong-file")
    assert again == (404, "entry-unknown")


def test_an_entry_erased_alone_is_the_business_of_who_erased_it(as_: As, people: People) -> None:
    ines, paul, pathway = in_the_circle(as_, people)
    note = ines.recorded(f"{pathway}/notes", text="Binta.", data_class="protection")
    erasure = ines.says(f"{pathway}/notes/{note}/wrong-file").json()
    assert [one["entry_id"] for one in ines.reads(f"{pathway}/erasures").json()] == [note]
    assert paul.reads(f"{pathway}/erasures").json() == []
    assert paul.reads(f"{pathway}/erasures/{erasure['id']}").status_code == 404


def test_a_contact_point_in_the_wrong_file_is_erased(as_: As) -> None:
    ines = as_("ines")
    pathway = ines.pathway()
    point = {"kind": "mobile", "reach": "+33639980001"}
    contact = ines.recorded(f"{pathway}/contact-points", point=point)
    assert ines.says(f"{pathway}/contact-points/{contact}/wrong-file").status_code == 201
    assert "+33639980001" not in ines.reads(f"{pathway}/timeline").text


def test_a_copy_holds_what_its_giver_sees_and_is_recorded(as_: As) -> None:
    ines = as_("ines")
    pathway = ines.pathway()
    copy = ines.says(f"{pathway}/copies")
    assert copy.status_code == 201, copy.text
    given = [entry["kind"] for entry in copy.json()["entries"]]
    assert given == ["pathway-opened", "access-copy-delivered"]
    assert datetime.fromisoformat(copy.json()["given_at"]) <= datetime.now(UTC)
    assert "access-copy-delivered" in ines.reads(f"{pathway}/timeline").text
    assert as_("paul").refused(f"{pathway}/copies") == (404, "not-found")
