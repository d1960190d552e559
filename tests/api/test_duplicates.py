"""One person, one pathway: what whoever opens a second one is told, and what the first one is."""

import re
import shutil
from pathlib import Path
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from api.http.app import create_app
from tests.api.conftest import As, Place, place_on
from tests.api.people import PASSWORD, People
from tests.api.speaking import Speaker
from tests.api.test_no_trace import told
from tests.infrastructure.databases import on_sqlite

AT = "2026-03-04T10:00:00Z"
BORN = {"year": 1990, "month": 5, "day": 12}
AWA = {"given_names": "Awa", "family_name": "Diallo", "born": BORN}
ALIKE = {"given_names": "Hawa", "family_name": "Djallo", "born": BORN}
SOMEBODY_ELSE = {"given_names": "Rose", "family_name": "Martin", "born": {"year": 1961}}
INSTANT = re.compile(rb'"recorded_at":"[^"]+"')
PARTS = ("", "/timeline", "/duplicates", "/links", "/identity", "/circle", "/access", "/notes")


class Newcomer:
    """Says the same things in the same words each time, so that ids are the same too."""

    def __init__(self, client: TestClient, headers: dict[str, str]) -> None:
        self.client, self.headers = client, headers
        self.answers: list[Any] = []

    def says(self, path: str, **said: Any) -> str:
        key = {"Idempotency-Key": f"key-{len(self.answers)}"}
        answer = self.client.post(f"/v1{path}", json=said, headers=self.headers | key)
        self.keep(answer)
        return str(answer.json().get("id"))

    def reads(self, path: str) -> None:
        self.keep(self.client.get(f"/v1{path}", headers=self.headers))

    def keep(self, answer: Response) -> None:
        """Every byte, but the instant at which it was recorded and the cipher of its position."""
        status, content, headers = told(answer)
        named = [(name, len(one) if name == "cordee-position" else one) for name, one in headers]
        self.answers.append((status, INSTANT.sub(b"", content), named))


def answers_where_there_was(first: dict[str, Any], folder: Path, settled: Path) -> list[Any]:
    """What a mediator is answered who meets somebody whom the CCAS perhaps follows."""
    shutil.copytree(settled, folder)
    with place_on(on_sqlite(folder)) as place, TestClient(create_app(place.house)) as client:
        paul = Speaker(client, signed_in(client, "paul"))
        paul.recorded(f"{paul.pathway()}/identity", identity=first, at=AT)
        place.match()
        newcomer = Newcomer(client, signed_in(client, "ines"))
        said = {"called": "Hawa", "met_at": "shelter", "at": AT}
        awa = f"/pathways/{newcomer.says('/pathways', **said)}"
        newcomer.says(f"{awa}/identity", identity=ALIKE, at=AT)
        newcomer.says(f"{awa}/notes", text="Garde ses papiers.", at=AT)
        for bring in (str, place.project, place.match):
            bring()
            for part in PARTS:
                newcomer.reads(f"{awa}{part}")
            for path in ("/caseload", "/duplicates", "/agenda"):
                newcomer.reads(path)
        newcomer.says(f"{awa}/usual-name", called="Awa", at=AT)
        flags = len(paul.reads("/duplicates").json()["entries"])
    return [*newcomer.answers, flags]


def signed_in(client: TestClient, name: str) -> dict[str, str]:
    asked = {"email": f"{name}@cordee.example", "password": PASSWORD}
    token = client.post("/v1/sessions", json=asked).json()["token"]
    return {"Authorization": f"Bearer {token}"}


def test_the_newcomer_is_answered_byte_for_byte_as_if_there_were_nobody(
    settled: tuple[Path, People], tmp_path: Path
) -> None:
    folder, _ = settled
    *alike, told_first = answers_where_there_was(AWA, tmp_path / "alike", folder)
    *alone, told_nobody = answers_where_there_was(SOMEBODY_ELSE, tmp_path / "alone", folder)
    assert (told_first, told_nobody) == (1, 0)
    assert len(alike) == len(alone) > 30
    assert alike == alone


def both(place: Place, paul: Speaker, ines: Speaker) -> tuple[str, str]:
    first, second = paul.pathway(), ines.pathway()
    paul.recorded(f"{first}/identity", identity=AWA)
    ines.recorded(f"{second}/identity", identity=ALIKE)
    place.match()
    return first, second


def test_a_flag_is_told_asked_accepted_and_read_together(place: Place, as_: As) -> None:
    paul, ines = as_("paul"), as_("ines")
    first, second = both(place, paul, ines)
    (flag,) = paul.reads(f"{first}/duplicates").json()
    assert (flag["state"], flag["other_id"], flag["is_linked"]) == ("possible", None, False)
    (listed,) = paul.reads("/duplicates").json()["entries"]
    assert listed["id"] == flag["id"]
    assert listed["person"]["family_name"] == "Diallo"
    answer = f"duplicates/{flag['id']}"
    assert ines.refused(f"{second}/{answer}/confirmation") == (404, "duplicate-unknown")
    paul.recorded(f"{first}/{answer}/confirmation")
    place.match()
    assert paul.reads("/duplicates").json()["entries"] == []
    (suggested,) = ines.reads("/duplicates").json()["entries"]
    assert suggested["state"] == "suggested"
    ines.recorded(f"{second}/{answer}/confirmation")
    (linked,) = paul.reads(f"{first}/links").json()
    assert (linked["linked_id"], linked["linked_by"]) == (None, None)
    assert ines.reads(f"{second}/links").json()[0]["linked_by"]
    whose = {entry["pathway_id"] for entry in paul.reads(f"{first}/timeline").json()}
    assert whose == {first.removeprefix("/pathways/")}  # each on the grounds of its own
    ines.recorded(f"{second}/links/{linked['id']}/end")
    assert paul.reads(f"{first}/links").json()[0]["ended_at"]
    assert paul.refused(f"{first}/links/{linked['id']}/end") == (404, "link-unknown")


def test_no_timeline_names_a_pathway_that_its_reader_may_not_know_of(place: Place, as_: As) -> None:
    paul, ines = as_("paul"), as_("ines")
    first, second = both(place, paul, ines)
    timeline = paul.reads(f"{first}/timeline")
    assert "possible-duplicate-flagged" in timeline.text
    assert second.removeprefix("/pathways/") not in timeline.text


def test_somebody_else_is_dismissed_with_who_and_when(
    place: Place, as_: As, people: People
) -> None:
    paul, ines = as_("paul"), as_("ines")
    first, _ = both(place, paul, ines)
    (flag,) = paul.reads(f"{first}/duplicates").json()
    paul.recorded(f"{first}/duplicates/{flag['id']}/dismissal", at=AT)
    again = paul.refused(f"{first}/duplicates/{flag['id']}/dismissal")
    assert again == (409, "duplicate-already-dismissed")
    (answered,) = paul.reads(f"{first}/duplicates").json()
    assert answered["state"] == "dismissed"
    assert answered["answered_by"] == str(people["paul"].id)
    assert answered["answered_at"] == AT
    place.match()
    assert paul.reads("/duplicates").json()["entries"] == []
    assert len(paul.reads("/duplicates", awaiting=False).json()["entries"]) == 1


def test_whoever_follows_both_links_them_and_reads_them_as_one(as_: As) -> None:
    paul = as_("paul")
    first, second = paul.pathway(), paul.pathway()
    other = second.removeprefix("/pathways/")
    assert paul.refused(f"{first}/links", linked_id=first.removeprefix("/pathways/")) == (
        409,
        "pathway-linked-to-itself",
    )
    paul.recorded(f"{first}/links", linked_id=other)
    assert paul.refused(f"{first}/links", linked_id=other) == (409, "pathways-already-linked")
    paul.recorded(f"{second}/notes", text="Garde ses papiers.")
    kinds = [entry["kind"] for entry in paul.reads(f"{first}/timeline").json()]
    assert "note-added" in kinds
    assert kinds.count("pathway-opened") == 2
    assert paul.reads(f"{first}/notes").json() == []  # facts stay where they were recorded


def test_parted_somebody_says_whose_each_entry_is(as_: As) -> None:
    paul = as_("paul")
    first, second = paul.pathway(), paul.pathway()
    paul.recorded(f"{first}/notes", text="Avant.")
    link = f"{first}/links/{paul.recorded(f'{first}/links', linked_id=second[10:])}"
    note = paul.recorded(f"{first}/notes", text="Garde ses papiers.")
    paul.recorded(f"{link}/end")
    late = paul.recorded(f"{first}/notes", text="Après.")
    (entry,) = paul.reads(f"{link}/entries").json()
    assert (entry["id"], entry["kind"], entry["is_here"]) == (note, "note-added", None)
    assignment = f"{link}/entries/{note}/assignment"
    paul.recorded(assignment, is_here=False)
    assert paul.reads(f"{link}/entries").json()[0]["is_here"] is False
    assert paul.refused(assignment, is_here=False) == (409, "entry-already-assigned")
    assert paul.refused(assignment)[0] == 422
    unknown = paul.refused(f"{link}/entries/{late}/assignment", is_here=True)
    assert unknown == (404, "entry-not-of-link")
    assert paul.reads(f"{first}/links/{note}/entries").json()["code"] == "link-unknown"
    moved = paul.says(f"{first}/notes/{note}/wrong-file", belongs_to=second[10:])
    assert moved.status_code == 201
    assert [one["text"] for one in paul.reads(f"{second}/notes").json()] == ["Garde ses papiers."]


def test_bad_input_is_told_what_to_do(as_: As) -> None:
    paul = as_("paul")
    first = paul.pathway()
    assert paul.refused(f"{first}/links", linked_id="nobody")[0] == 422
    assert paul.refused(f"{first}/links")[0] == 422
    assert paul.refused("/pathways/nowhere/links", linked_id="nobody")[0] == 422
    nobody = "00000000-0000-4000-8000-000000000000"
    assert paul.refused(f"{first}/links", linked_id=nobody) == (404, "not-found")
    assert paul.refused(f"{first}/duplicates/{nobody}/dismissal") == (404, "duplicate-unknown")
    assert paul.reads("/duplicates", cursor="x").status_code == 422
