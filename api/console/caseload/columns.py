"""The columns of a caseload as a file; days are written so that spreadsheets sort them."""

from collections.abc import Callable, Mapping
from uuid import UUID

from api.console.caseload.rows import day_due
from api.console.day.speaking import Speaking
from api.http.lists import CaseloadEntryShown
from api.languages.words import phrase

Names = Mapping[UUID, str]
Cell = Callable[[Speaking, CaseloadEntryShown, Names], str]


def named(part: str) -> Cell:
    """A name of the person; empty where it is not known, or may not be."""
    return lambda _, entry, __: getattr(entry.person, part, None) or ""


def due_on(speaking: Speaking, entry: CaseloadEntryShown, _: Names) -> str:
    return str(day_due(speaking, entry) or "")


def due_kind(speaking: Speaking, entry: CaseloadEntryShown, _: Names) -> str:
    return speaking.label(entry.due_kind) if entry.due_kind else ""


def last_contact(speaking: Speaking, entry: CaseloadEntryShown, _: Names) -> str:
    return str(speaking.local(entry.last_contact_at)) if entry.last_contact_at else ""


def right(speaking: Speaking, entry: CaseloadEntryShown, _: Names) -> str:
    return speaking.label(entry.right_scheme) if entry.right_scheme else ""


def right_ends(_: Speaking, entry: CaseloadEntryShown, __: Names) -> str:
    return str(entry.right_ends_on or "")


def referrals(_: Speaking, entry: CaseloadEntryShown, __: Names) -> str:
    return str(entry.open_referrals)


def referent(_: Speaking, entry: CaseloadEntryShown, names: Names) -> str:
    return names.get(entry.referent_id, "") if entry.referent_id else ""


def pathway(_: Speaking, entry: CaseloadEntryShown, __: Names) -> str:
    return str(entry.pathway_id)


COLUMNS: Mapping[str, Cell] = {
    phrase("Called"): named("called"),
    phrase("Given names"): named("given_names"),
    phrase("Family name"): named("family_name"),
    phrase("Name in Latin letters"): named("in_latin"),
    phrase("Due on"): due_on,
    phrase("What is due"): due_kind,
    phrase("Last contact"): last_contact,
    phrase("Right that ends first"): right,
    phrase("Ends on"): right_ends,
    phrase("Open referrals"): referrals,
    phrase("Referent"): referent,
    phrase("Pathway"): pathway,
}
