"""The main ways through the console; each member sees those that open to their roles."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from api.console.visit import Guest, Visitor
from api.languages.words import phrase
from application.views.count_referrals import Counted, count_referrals
from domain.mandates.mandates import GRANTERS
from domain.members import Member, Role
from domain.organisation.organisation import FOUNDER
from domain.refusals import DomainError

ANY = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Entry:
    path: str
    words: str
    roles: frozenset[Role] = ANY
    under: tuple[str, ...] = ()  # other paths where it is the current one
    of_founder: bool = False  # for the organisation that founded the network alone

    def is_current(self, path: str) -> bool:
        inside = (each for each in (self.path, *self.under) if each != "/")
        return path == self.path or any(path == one or path.startswith(f"{one}/") for one in inside)


ENTRIES = (
    Entry("/", phrase("My day"), frozenset({Role.CASEWORKER})),
    Entry("/caseload", phrase("Caseload"), frozenset({Role.CASEWORKER}), under=("/pathways",)),
    Entry("/referrals", phrase("Referrals"), frozenset({Role.CASEWORKER})),
    Entry("/agenda", phrase("Agenda"), frozenset({Role.CASEWORKER})),
    Entry("/field", phrase("In the field"), frozenset({Role.CASEWORKER, Role.COORDINATOR})),
    Entry("/network", phrase("Network"), under=("/publications",)),
    Entry("/audit", phrase("Audits"), frozenset({Role.AUDITOR, *GRANTERS})),
    Entry(
        "/observatory",
        phrase("Observatory"),
        frozenset({Role.COORDINATOR}),
        under=("/report",),
    ),
    Entry("/operator", phrase("How it runs"), frozenset({Role.ADMINISTRATOR}), of_founder=True),
)


def to_answer(visitor: Visitor) -> Counted:
    """How many referrals await an answer; none, where that cannot be known just now."""
    member = visitor.recognition.member if isinstance(visitor, Guest) else None
    if member and Role.CASEWORKER in member.roles:
        with suppress(DomainError):
            return count_referrals(visitor.house.network, visitor.house.views, member)
    return Counted(0, and_more=False)


def entries_for(visitor: Visitor) -> Iterator[tuple[Entry, bool]]:
    """Those that open to a visitor, and whether each is where they are."""
    member = visitor.recognition.member if isinstance(visitor, Guest) else None
    roles = member.roles if member else frozenset[Role]()
    for entry in ENTRIES:
        if entry.roles & roles and (not entry.of_founder or _is_of_founder(member)):
            yield entry, entry.is_current(visitor.path)


def _is_of_founder(member: Member | None) -> bool:
    return member is not None and member.organisation_id == FOUNDER
