"""Lines of what was planned: appointments and follow-ups of which nobody said more yet."""

from datetime import date
from enum import StrEnum

from api.console.day.line import Act, Line
from api.console.day.naming import called
from api.console.day.speaking import Speaking
from api.languages.words import phrase
from application.views.agenda import AgendaEntry, AgendaKind, AgendaRow
from domain.pathway.appointments.words import AppointmentKind
from domain.pathway.follow_up import Purpose

KINDS: dict[AgendaKind, type[StrEnum]] = {
    AgendaKind.APPOINTMENT: AppointmentKind,
    AgendaKind.FOLLOW_UP: Purpose,
}
OPEN = phrase("Open the pathway")


def planned_line(speaking: Speaking, entry: AgendaEntry) -> Line:
    row = entry.row
    return Line(
        pathway_id=row.pathway_id,
        person=called(entry.person),
        said=planned_in_words(speaking, row),
        when=_when(speaking, row),
        act=Act(speaking.gettext(OPEN), f"/pathways/{row.pathway_id}"),
        is_late=row.day < speaking.today,
        more=speaking.label(row.answer) if row.answer else "",
    )


def planned_in_words(speaking: Speaking, row: AgendaRow) -> str:
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
