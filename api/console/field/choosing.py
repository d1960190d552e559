"""Whom something is about: chosen among people met lately, or found by a few letters of a name."""

from collections.abc import Sequence
from datetime import UTC, datetime

from pydantic import ValidationError

from api.console.typed import Typed, last
from api.console.visit import Visit
from api.http.lists import CaseloadEntryShown, Search, search
from api.http.paging import Paging
from api.languages.words import phrase
from application.views.caseload import CaseloadEntry, CaseloadFilter
from application.views.pages import MOST, USUAL, PageAsked
from application.views.read_caseload import read_caseload

LATELY = 8  # people at a glance
LONG_AGO = datetime.min.replace(tzinfo=UTC)
WHOM = phrase("Choose the person first.")
People = Sequence[CaseloadEntry | CaseloadEntryShown]


def met_lately(visit: Visit) -> People:
    """Of the people that the visitor is the referent of, those met last; each look is traced."""
    paging = Paging(visit.by, visit.house, MOST, None, None)
    wanted = CaseloadFilter(referent_id=visit.by.id)
    house, asked = visit.house, PageAsked(MOST)
    listed = read_caseload(house.network, house.views, visit.by, wanted=wanted, page=asked)
    met = sorted(listed.entries, key=_last_met, reverse=True)[:LATELY]
    paging.traced((entry.pathway_id, entry.classes) for entry in met)
    return met


def found(visit: Visit, typed: Typed) -> People:
    """Those whose name begins so: it travels in the body, and stays in no address."""
    try:
        asked = Search.model_validate({"name": last(typed, "name")})
    except ValidationError:
        return ()
    return search(asked, Paging(visit.by, visit.house, USUAL, None, None))


def _last_met(entry: CaseloadEntry) -> datetime:
    return entry.last_contact_at or LONG_AGO
