import csv
from collections.abc import Callable
from uuid import UUID

import pytest

from api.console.caseload import file
from api.console.caseload.asked import CaseloadAsked
from api.console.caseload.file import first_page, lines_of
from api.console.cookies import TextSize
from api.console.day.speaking import Speaking
from api.console.visit import Visit
from api.languages.choosing import Language
from application.accounts.end_sessions import end_session
from application.organisations.change_roles import ChangeRoles, change_roles
from application.organisations.end_membership import EndMembership, end_membership
from domain.members import Member, Role
from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, Browser
from tests.api.console.conftest import Browsing
from tests.api.people import People
from tests.api.test_people import IDENTITY

MARK = "\ufeff"
INCOMPLETE = "This file is incomplete: access ended."


def rows_of(browser: Browser, separator: str = ",", **asked: str) -> list[dict[str, str]]:
    answer = browser.opens("/caseload.csv", **asked)
    assert answer.status_code == 200
    text = answer.content.decode("utf-8")
    assert text.startswith(MARK)
    lines = text.removeprefix(MARK).splitlines()
    return list(csv.DictReader(lines, delimiter=separator))


def test_all_that_is_seen_is_in_the_file(place: Place, browsing: Browsing, as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway("Awa")
    ines.recorded(f"{awa}/identity", identity=IDENTITY)
    ines.pathway("Nadia")
    place.project()
    awa_told, nadia_told = sorted(rows_of(browsing("ines")), key=lambda row: row["Called"])
    assert awa_told["Family name"] == IDENTITY["family_name"]
    assert (awa_told["Referent"], awa_told["Open referrals"]) == ("Inès Moulin", "0")
    assert awa_told["Pathway"] == awa.rpartition("/")[2]
    assert nadia_told["Family name"] == ""
    assert rows_of(browsing("paul")) == []


def test_a_file_answers_the_questions_of_the_page(
    place: Place, browsing: Browsing, as_: As
) -> None:
    ines = as_("ines")
    closed = ines.pathway("Awa")
    ines.recorded(f"{closed}/closing", reason="effective_relay")
    ines.pathway("Nadia")
    place.project()
    browser = browsing("ines")
    page = browser.opens("/caseload", followed="no_longer").text
    assert 'href="/caseload.csv?followed=no_longer"' in page
    assert [row["Called"] for row in rows_of(browser, followed="no_longer")] == ["Awa"]


def test_its_name_says_nothing_of_anybody(browsing: Browsing) -> None:
    browser = browsing("ines")
    answer = browser.opens("/caseload.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"].startswith('attachment; filename="caseload-2')
    assert answer.headers["cache-control"] == "no-store"


def test_a_spreadsheet_in_french_splits_at_semicolons(
    place: Place, browsing: Browsing, as_: As
) -> None:
    as_("ines").pathway("Awa")
    place.project()
    (row,) = rows_of(browsing("ines", FRENCH), ";")
    assert row["Référent, référente"] == "Inès Moulin"


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(first: str) -> None:
    assert file.harmless(f"{first}1+1") == f"'{first}1+1"
    assert file.harmless(f"a{first}") == f"a{first}"


def test_a_name_that_is_a_formula_is_written_as_text(
    place: Place, browsing: Browsing, as_: As
) -> None:
    as_("ines").pathway('=HYPERLINK("http://elsewhere.example")')
    place.project()
    (row,) = rows_of(browsing("ines"))
    assert row["Called"].startswith("'=HYPERLINK")


def test_each_page_is_traced_as_a_list_is(place: Place, browsing: Browsing, as_: As) -> None:
    awa = UUID(as_("ines").pathway("Awa").rpartition("/")[2])
    place.project()
    rows_of(browsing("ines"))
    last = place.house.traces.of_pathway(awa)[-1]
    assert last.look == "list"
    assert "identity" in last.classes


@pytest.fixture
def visit(place: Place, people: People, as_: As, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """The mediator, with three pathways, two on a page."""
    monkeypatch.setattr(file, "MOST", 2)
    ines = as_("ines")
    for name in ("Awa", "Nadia", "Binta"):
        ines.pathway(name)
    place.project()
    token = ines.headers["Authorization"].removeprefix("Bearer ")
    house = place.house
    return Visit(
        house=house,
        path="/caseload.csv",
        query="",
        language=Language.ENGLISH,
        text_size=TextSize.NORMAL,
        token=token,
        recognition=house.recognised.recognise(token),
        by=people["ines"],
        organisation=None,
    )


Change = Callable[[Visit, Member], object]


def told(visit: Visit, change: Change | None = None, by: Member | None = None) -> list[str]:
    """The lines of a file; between its first page and the next, something changes."""
    speaking = Speaking.to(visit)
    wanted = CaseloadAsked().wanted(visit.by, speaking.today)
    chunks = lines_of(speaking, wanted, first_page(visit, wanted))
    lines = [next(chunks), next(chunks)]
    if change and by:
        change(visit, by)
    return "".join([*lines, *chunks]).splitlines()


def test_a_file_goes_on_to_the_end(visit: Visit) -> None:
    lines = told(visit)
    assert len(lines) == 4
    assert INCOMPLETE not in lines


def session_ended(visit: Visit, _: Member) -> None:
    session = visit.recognition.session
    end_session(visit.house.desk, account_id=session.account_id, session_id=session.id)


def membership_ended(visit: Visit, claire: Member) -> None:
    ids = {"organisation_id": visit.by.organisation_id, "membership_id": visit.by.id}
    end_membership(visit.house.network, EndMembership.model_validate(ids), claire)


def role_lost(visit: Visit, claire: Member) -> None:
    ids = {"organisation_id": visit.by.organisation_id, "membership_id": visit.by.id}
    asked = ChangeRoles.model_validate(ids | {"roles": [Role.COORDINATOR]})
    change_roles(visit.house.network, asked, claire)


@pytest.mark.parametrize("change", [session_ended, membership_ended, role_lost])
def test_a_file_stops_where_access_does_and_says_so(
    visit: Visit, people: People, change: Change
) -> None:
    lines = told(visit, change, people["claire"])
    assert len(lines) == 4
    assert lines[-1] == INCOMPLETE
