"""What one letter to the person says of all that leaves in it."""

from collections.abc import Sequence

from application.reminders.reminding import Reminding
from domain.pathway.appointments.appointment import Appointment
from domain.pathway.pathway import Pathway
from domain.reminders.reaching import Send
from domain.reminders.saying import Known, Message, message_of
from domain.reminders.triggers import Trigger
from domain.reminders.wordings import SEVERAL, SEVERAL_AND_CALL


def message_to(
    reminding: Reminding, pathway: Pathway, sends: Sequence[Send], *, link: str = ""
) -> Message:
    """One message, in the language of the contact point that they all leave for.

    It says when appointments are; of all else, only that there is something to say.
    """
    recalled = _appointments(pathway, sends)
    known = Known(
        moments=tuple(sorted({one.when for one in recalled}, key=lambda when: when.instant)),
        place=_place(reminding, pathway, recalled),
        call_back=reminding.call_back,
        link=link,
    )
    wording = reminding.wordings.reviewed_in(sends[0].to.language)
    return message_of(wording, _template(sends, known), known)


def _template(sends: Sequence[Send], known: Known) -> str:
    """That of the rule where there is one thing to say; else one that says them together."""
    if any(send.cause.trigger is not Trigger.APPOINTMENT for send in sends) and known.moments:
        return SEVERAL_AND_CALL
    return SEVERAL if len(known.moments) > 1 else sends[0].rule.template


def _place(reminding: Reminding, pathway: Pathway, recalled: Sequence[Appointment]) -> str:
    """The only place there is; of several, none: whose it is would have to be told."""
    places = {
        reminding.wordings.place_to_say(
            one.place,
            is_neutral=one.place_is_neutral,
            wished=pathway.reminder_wishes.fuller_texts,
        )
        for one in recalled
    }
    return places.pop() if len(places) == 1 else ""


def _appointments(pathway: Pathway, sends: Sequence[Send]) -> list[Appointment]:
    known = pathway.appointments.by_id
    return [known[send.cause.id] for send in sends if send.cause.trigger is Trigger.APPOINTMENT]
