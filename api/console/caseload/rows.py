"""The rows of a caseload, in words."""

from dataclasses import dataclass
from datetime import UTC, date
from uuid import UUID

from api.console.day.naming import called
from api.console.day.speaking import Speaking
from api.http.lists import CaseloadEntryShown
from application.receipts.naming import Directory
from application.views.caseload import DueKind


@dataclass(frozen=True, slots=True)
class CaseloadRowShown:
    pathway_id: UUID
    person: str
    referent: str
    due: str  # such as Appointment; empty: nothing
    when: str
    is_late: bool
    last_contact: str
    referrals: int
    right: str
    right_ends: str
    right_is_over: bool


def rows_of(speaking: Speaking, entries: tuple[CaseloadEntryShown, ...]) -> list[CaseloadRowShown]:
    names = names_of_members(speaking)
    return [_row(speaking, entry, names) for entry in entries]


def names_of_members(speaking: Speaking) -> dict[UUID, str]:
    """Everybody who works in the organisation, or did."""
    visit = speaking.visit
    members = Directory(visit.house.network.log).memberships(visit.by.organisation_id)
    return {member_id: membership.name or "" for member_id, membership in members.items()}


def day_due(speaking: Speaking, entry: CaseloadEntryShown) -> date | None:
    """Of an appointment, the day where the organisation is; anything else is due on a day."""
    if entry.due_at is None:
        return None
    if entry.due_kind is DueKind.APPOINTMENT:
        return speaking.local(entry.due_at)
    return entry.due_at.astimezone(UTC).date()


def _row(speaking: Speaking, entry: CaseloadEntryShown, names: dict[UUID, str]) -> CaseloadRowShown:
    day, ends_on = day_due(speaking, entry), entry.right_ends_on
    return CaseloadRowShown(
        pathway_id=entry.pathway_id,
        person=called(entry.person),
        referent=names.get(entry.referent_id, "") if entry.referent_id else "",
        due=speaking.label(entry.due_kind) if entry.due_kind else "",
        when=speaking.near(day) if day else "",
        is_late=day is not None and day < speaking.today,
        last_contact=speaking.ago(entry.last_contact_at) if entry.last_contact_at else "",
        referrals=entry.open_referrals,
        right=speaking.label(entry.right_scheme) if entry.right_scheme else "",
        right_ends=speaking.visit.days.day(ends_on) if ends_on else "",
        right_is_over=ends_on is not None and ends_on < speaking.today,
    )
