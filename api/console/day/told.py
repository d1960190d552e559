"""Lines of what one is told of: reminders, texts that failed, people who need another time."""

from api.console.day.acting import forms, opening
from api.console.day.line import Act, Line
from api.console.day.naming import called
from api.console.day.speaking import Speaking
from api.http.inbox import TITLES
from application.inbox.ports import InboxItem, InboxKind
from application.inbox.read_inbox import InboxEntry
from domain.reminders.triggers import Trigger

RESOLVED_BY = {  # by what an item is about: the form about its cause, and what it calls that
    Trigger.APPOINTMENT: ("/appointments/{appointment_id}/move", "appointment_id"),
    Trigger.FOLLOW_UP: ("/follow-ups/{follow_up_id}/completion", "follow_up_id"),
    Trigger.RIGHT_RENEWAL: ("/rights/{right_id}/renewal-filing", "right_id"),
}
TO_ACT_UPON = frozenset({InboxKind.REMINDER, InboxKind.ASKS_TO_MOVE})


def told_line(speaking: Speaking, entry: InboxEntry) -> Line:
    item = entry.item
    return Line(
        pathway_id=item.pathway_id,
        person=called(entry.person),
        said=told_in_words(speaking, entry),
        when=speaking.since(item.at),
        acts=_acts(speaking, item),
        more=speaking.gettext("To be confirmed: check the rule first.")
        if entry.is_to_be_confirmed
        else "",
        item_id=item.id,
    )


def told_in_words(speaking: Speaking, entry: InboxEntry) -> str:
    """What it asks; of a reminder, what it recalls."""
    item = entry.item
    if item.kind is InboxKind.REMINDER and item.cause in {*Trigger}:
        return speaking.label(Trigger(item.cause))
    return speaking.gettext(TITLES[item.kind])


def _acts(speaking: Speaking, item: InboxItem) -> tuple[Act, ...]:
    if item.kind not in TO_ACT_UPON or item.cause not in {*RESOLVED_BY}:
        return (opening(speaking, item.pathway_id),)
    path, named = RESOLVED_BY[Trigger(item.cause)]
    return forms(speaking, path, ids={"pathway_id": item.pathway_id, named: item.cause_id})
