"""What became of what was planned; before that, what the person answered to a reminder."""

from api.console.day.speaking import Speaking
from api.http.lists import AgendaEntryShown
from application.views.agenda import AWAITED, AgendaKind
from domain.pathway.appointments.words import Attendance
from domain.pathway.follow_up import FollowUpState


def became(speaking: Speaking, entry: AgendaEntryShown) -> str:
    if entry.state in AWAITED:
        return speaking.label(entry.answer) if entry.answer else ""
    if entry.kind is AgendaKind.APPOINTMENT:
        return speaking.label(Attendance(entry.state))
    return speaking.label(FollowUpState(entry.state))
