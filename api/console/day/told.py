"""Lines of what one is told of: reminders, texts that failed, people who need another time."""

from api.console.day.line import Act, Line
from api.console.day.naming import called
from api.console.day.planned import OPEN
from api.console.day.speaking import Speaking
from api.http.inbox import TITLES
from application.inbox.ports import InboxKind
from application.inbox.read_inbox import InboxEntry
from domain.reminders.triggers import Trigger


def told_line(speaking: Speaking, entry: InboxEntry) -> Line:
    item = entry.item
    return Line(
        pathway_id=item.pathway_id,
        person=called(entry.person),
        said=told_in_words(speaking, entry),
        when=speaking.since(item.at),
        act=Act(speaking.gettext(OPEN), f"/pathways/{item.pathway_id}"),
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
