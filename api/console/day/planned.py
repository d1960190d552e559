"""Lines of what was planned: appointments and follow-ups of which nobody said more yet."""

from datetime import date
from enum import StrEnum

from api.console.day.acting import forms, opening
from api.console.day.line import Act, Line
from api.console.day.naming import called
from api.console.day.speaking import Speaking
from api.http.lists import AgendaEntryShown
from application.views.agenda import AgendaEntry, AgendaKind, AgendaRow
from domain.pathway.appointments.words import AppointmentKind
from domain.pathway.follow_up import Purpose

Told = AgendaRow | AgendaEntryShown
KINDS: dict[AgendaKind, type[StrEnum]] = {
    AgendaKind.APPOINTMENT: AppointmentKind,
    AgendaKind.FOLLOW_UP: Purpose,
}
BECAME = "/appointments/{appointment_id}/attendance", "/appointments/{appointment_id}/absence"


def planned_line(speaking: Speaking, entry: AgendaEntry) -> Line:
    row = entry.row
    return Line(
        pathway_id=row.pathway_id,
        person=called(entry.person),
        said=planned_in_words(speaking, row),
        when=_when(speaking, row),
        acts=acts_of(speaking, row),
        is_late=row.day < speaking.today,
        more=speaking.label(row.answer) if row.answer else "",
    )


def acts_of(speaking: Speaking, row: Told, back: str = "/") -> tuple[Act, ...]:
    """Say what became of it, once its time has come."""
    pathway_id = row.pathway_id
    if row.kind is AgendaKind.FOLLOW_UP and row.day <= speaking.today:
        done = "/follow-ups/{follow_up_id}/completion"
        ids = {"pathway_id": pathway_id, "follow_up_id": row.item_id}
        return forms(speaking, done, ids=ids, back=back)
    if row.kind is AgendaKind.APPOINTMENT and row.at <= speaking.now:
        ids = {"pathway_id": pathway_id, "appointment_id": row.item_id}
        return forms(speaking, *BECAME, ids=ids, back=back)
    return (opening(speaking, pathway_id),)


def planned_in_words(speaking: Speaking, row: Told) -> str:
    """Such as Follow-up: housing; of an erased one, that there is one."""
    kind = speaking.label(row.kind)
    return f"{kind} · {speaking.label(KINDS[row.kind](row.what))}" if row.what else kind


def _when(speaking: Speaking, row: AgendaRow) -> str:
    near = speaking.near(row.day)
    if row.kind is AgendaKind.FOLLOW_UP:
        return near
    return f"{near}, {speaking.visit.days.time(row.at)}"


def is_near(speaking: Speaking, day: date) -> bool:
    """Late, today or tomorrow."""
    return (day - speaking.today).days <= 1
