"""The timeline of a page is the API's, in sentences."""

import re
from typing import Any

from api.console.pathway.knots import SHAPES
from tests.api.conftest import As
from tests.api.console.browsing import said_on
from tests.api.console.conftest import Browsing
from tests.api.console.pathway.told import entries_on
from tests.api.people import People
from tests.api.speaking import Speaker

LATE = "2026-03-03T10:00:00Z"


def lived(ines: Speaker, people: People) -> str:
    """A pathway on which something of each class happened, shared with two organisations."""
    awa = ines.pathway()
    ines.recorded(f"{awa}/notes", text="Elle garde ses papiers.")
    ines.recorded(f"{awa}/needs", kind="rights", words="Ne plus recevoir de facture.")
    ines.recorded(f"{awa}/rights", scheme="ame")
    ines.invites_to_care(awa, people.hospital)
    ines.recorded(f"{awa}/circle/invitations", organisation_id=str(people.ccas))
    ines.consents(awa, people.ccas, "social")
    return awa


def test_each_member_reads_on_the_page_what_the_api_tells_them(
    as_: As, browsing: Browsing, people: People
) -> None:
    awa = lived(as_("ines"), people)
    for name in ("lise", "paul"):
        as_(name).recorded(f"{awa}/circle/acceptance")
    as_("lise").recorded(f"{awa}/notes", text="Suit un traitement.", data_class="health")
    counts = []
    for name in ("ines", "lise", "paul"):
        told = as_(name).reads(f"{awa}/timeline").json()
        page = browsing(name).opens(f"{awa}?entries=200")
        assert [number for number, _ in sorted(entries_on(page))] == list(range(len(told)))
        assert [number for number, _ in entries_on(page)] == in_order(told)
        counts.append(len(told))
    assert len(set(counts)) == 3  # each sees another part of it


def in_order(told: list[dict[str, Any]]) -> list[int]:
    """The latest day first, and on one day what was recorded last."""
    days = [(entry["occurred_at"][:10], number) for number, entry in enumerate(told)]
    return [number for _, number in sorted(days, reverse=True)]


def test_a_long_timeline_is_leafed_through_to_its_end(as_: As, browsing: Browsing) -> None:
    ines, browser = as_("ines"), browsing("ines")
    awa = ines.pathway()
    for number in range(6):
        ines.recorded(f"{awa}/notes", text=f"Note {number}.")
    seen, path = [], f"{awa}?entries=3"
    for _ in range(3):
        page = browser.opens(path)
        seen += [number for number, _ in entries_on(page)]
        link = re.search(r'href="\?([^"#]+before=[^"#]+)#', page.text)
        path = f"{awa}?{link[1].replace('&amp;', '&')}" if link else ""
    assert (seen, path) == ([6, 5, 4, 3, 2, 1, 0], "")


def test_the_timeline_is_filtered_by_area_and_by_organisation(
    as_: As, browsing: Browsing, people: People
) -> None:
    awa, browser = lived(as_("ines"), people), browsing("ines")
    rights = entries_on(browser.opens(f"{awa}?area=rights"))
    assert rights
    assert len(rights) < len(entries_on(browser.opens(awa)))
    assert entries_on(browser.opens(f"{awa}?organisation={people.ccas}")) == []
    asked = "area=rights&area=person"
    assert {number for number, _ in rights} < {
        n for n, _ in entries_on(browser.opens(f"{awa}?{asked}"))
    }


def test_a_past_day_shows_what_was_recorded_by_then_and_offers_nothing(
    as_: As, browsing: Browsing
) -> None:
    awa = as_("ines").pathway()
    page = browsing("ines").opens(f"{awa}?as_of=2020-01-01")
    assert "until the end of 1 January 2020;" in said_on(page)
    assert entries_on(page) == []
    assert "Back to today" in said_on(page)
    assert f'href="/forms{awa}' not in page.text


def test_what_was_recorded_late_says_so(as_: As, browsing: Browsing) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/notes", text="Elle garde ses papiers.", at=LATE)
    said = said_on(browsing("ines").opens(awa))
    assert "Tuesday 3 March 2026 noted on " in said


def test_what_was_noted_at_once_of_many_days_says_so_once(as_: As, browsing: Browsing) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    for day in range(10, 21):
        ines.recorded(f"{awa}/notes", text="Repris du carnet.", at=f"2026-03-{day}T10:00:00Z")
    said = said_on(browsing("ines").opens(awa))
    assert said.count("What happened before was noted on") == 1
    assert "later" not in said


def test_a_correction_and_what_it_corrects_lead_to_each_other(as_: As, browsing: Browsing) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    note = ines.recorded(f"{awa}/notes", text="Chez elle.")
    ines.recorded(f"{awa}/notes/{note}/correction", text="Chez une amie.")
    page = browsing("ines").opens(awa).text
    assert '<a href="#e1">Corrects: Chez elle.</a>' in page
    assert '<a href="#e2">Corrected since: Chez une amie.</a>' in page
    apart = browsing("ines").opens(f"{awa}?entries=1").text
    leading = re.search(rf'href="({awa}\?before=[\w-]+)#e1"', apart)
    assert leading is not None
    assert 'id="e1"' in browsing("ines").opens(leading[1]).text


def test_each_entry_says_why_it_is_seen(as_: As, browsing: Browsing, people: People) -> None:
    awa = lived(as_("ines"), people)
    for name in ("lise", "paul"):
        as_(name).recorded(f"{awa}/circle/acceptance")
    said = {name: said_on(browsing(name).opens(awa)) for name in ("ines", "lise", "paul")}
    assert "You recorded it yourself." in said["ines"]
    assert (
        "Your organisation is part of the care team, where your profession (nurse)" in said["lise"]
    )
    assert "The person agreed on " in said["paul"]


def test_every_organisation_has_a_shape_beside_its_name(
    as_: As, browsing: Browsing, people: People
) -> None:
    awa = lived(as_("ines"), people)
    as_("paul").recorded(f"{awa}/circle/acceptance")
    page = browsing("ines").opens(awa).text
    used = set(re.findall(r'href="#k-(\w+)"', page))
    assert len(used & {knot.shape for knot in SHAPES}) == 2
