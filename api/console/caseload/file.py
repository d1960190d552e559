"""A caseload as a file: page by page, each one traced, for as long as the hat opens it."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from starlette.responses import Response, StreamingResponse

from api.console.caseload.columns import COLUMNS
from api.console.caseload.rows import names_of_members
from api.console.day.speaking import Speaking
from api.console.visit import Visit
from api.http.lists import CaseloadEntryShown, caseload
from api.http.paging import PageShown, Paging
from api.languages.choosing import Language
from application.accounts.refusals import MembershipNotChosen
from application.views.caseload import CaseloadFilter
from application.views.pages import MOST
from domain.members import Member
from domain.refusals import DomainError

MARK = "\ufeff"  # by which spreadsheets know UTF-8
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets would compute
SEPARATORS = {Language.FRENCH: ";"}  # what they expect; a comma elsewhere
Entries = PageShown[CaseloadEntryShown]


def file_of(speaking: Speaking, wanted: CaseloadFilter) -> Response:
    """All that the viewer may see under these questions; the first page is read at once.

    Raises:
        RoleFollowsNobody: the viewer follows no pathway under this hat.
    """
    first = first_page(speaking.visit, wanted)
    name = f"caseload-{speaking.today}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(lines_of(speaking, wanted, first), 200, headers, "text/csv")


def first_page(visit: Visit, wanted: CaseloadFilter) -> Entries:
    return _page(visit, wanted, None)


def lines_of(speaking: Speaking, wanted: CaseloadFilter, first: Entries) -> Iterator[str]:
    """Chunks of lines, a page each after the head."""
    names = names_of_members(speaking)
    yield MARK + _line(speaking, map(speaking.gettext, COLUMNS))
    for entries in _pages(speaking.visit, wanted, first):
        if entries is None:
            yield _line(speaking, [speaking.gettext("This file is incomplete: access ended.")])
            return
        yield "".join(
            _line(speaking, (cell(speaking, entry, names) for cell in COLUMNS.values()))
            for entry in entries.entries
        )


def _pages(visit: Visit, wanted: CaseloadFilter, first: Entries) -> Iterator[Entries | None]:
    """Each page; None, and no more, once the hat opens nothing any longer."""
    entries: Entries | None = first
    while entries is not None:
        yield entries
        if entries.next is None:
            return
        entries = _next(visit, wanted, entries.next)
    yield None


def _next(visit: Visit, wanted: CaseloadFilter, cursor: str) -> Entries | None:
    try:
        return _page(visit, wanted, cursor)
    except DomainError:
        return None


def _page(visit: Visit, wanted: CaseloadFilter, cursor: str | None) -> Entries:
    return caseload(Paging(_still(visit), visit.house, MOST, cursor, None), wanted)


def _still(visit: Visit) -> Member:
    """Whoever asked, as they are now.

    Raises:
        NotSignedIn: their session has ended, or their last membership.
        MembershipNotChosen: this membership has ended, or they act under another.
    """
    member = visit.house.recognised.recognise(visit.token).member
    if member is None or member.id != visit.by.id:
        raise MembershipNotChosen
    return member


def _line(speaking: Speaking, cells: Iterable[str]) -> str:
    written = StringIO()
    separator = SEPARATORS.get(speaking.visit.language, ",")
    csv.writer(written, delimiter=separator).writerow([harmless(cell) for cell in cells])
    return written.getvalue()


def harmless(cell: str) -> str:
    """As text, even where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
