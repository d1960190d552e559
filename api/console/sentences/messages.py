"""Messages to the person: what left, what they answered, what they want of them."""

from api.console.sentences.person import contact
from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from api.languages.words import phrase
from domain.pathway.pace import ContactResumed, ContactSuspended
from domain.pathway.reminder_answers import Answer, ReminderAnswered
from domain.pathway.reminder_wishes import (
    FullerTextsWished,
    FullerTextsWishWithdrawn,
    RemindersResumed,
    RemindersStopped,
)
from domain.pathway.reminders import (
    Channel,
    ReminderDelivered,
    ReminderFailed,
    ReminderRetried,
    ReminderSent,
    ReminderSuppressed,
)

MESSAGES = Telling(Area.MESSAGES)


@MESSAGES.of(ReminderSent)
def sent(fact: ReminderSent, say: Saying) -> Said:
    heads = {
        Channel.CALL: say.gettext("Call to make to the person"),
        Channel.INBOX: say.gettext("Notice to whoever follows the person"),
    }
    head = heads.get(fact.channel) or say.gettext("Reminder sent to the person")
    way = say.word(fact.channel) if fact.channel not in heads else ""
    twice = say.gettext("It may have left twice.") if fact.perhaps_twice else ""
    return Said(say.head(head, say.word(fact.cause), way), twice)


@MESSAGES.of(ReminderSuppressed)
def suppressed(fact: ReminderSuppressed, say: Saying) -> Said:
    lead = say.head(say.gettext("Reminder not sent"), say.word(fact.cause))
    perhaps = say.gettext("It may have left all the same.") if fact.perhaps_sent else ""
    return Said(lead, say.all(say.because(fact.reason), perhaps))


@MESSAGES.of(ReminderDelivered)
def delivered(fact: ReminderDelivered, say: Saying) -> Said:
    way = say.word(fact.channel)
    return Said(say.head(say.gettext("Reminder arrived"), say.word(fact.cause), way))


@MESSAGES.of(ReminderFailed, tone=Tone.WARN)
def failed(fact: ReminderFailed, say: Saying) -> Said:
    lead = say.head(
        say.gettext("Reminder did not arrive"), say.word(fact.cause), say.word(fact.channel)
    )
    goes_on = say.gettext("Another way is being tried.") if fact.goes_on else ""
    perhaps = say.gettext("It may have left all the same.") if fact.perhaps_sent else ""
    return Said(lead, say.all(goes_on, perhaps))


@MESSAGES.of(ReminderRetried)
def retried(fact: ReminderRetried, say: Saying) -> Said:
    return Said(say.head(say.gettext("Reminder tried again"), say.word(fact.cause)))


@MESSAGES.of(ReminderAnswered)
def answered(fact: ReminderAnswered, say: Saying) -> Said:
    if fact.answer is Answer.CONFIRMED:
        head = say.gettext("The person answered that they will come")
        return Said(say.head(head, say.word(fact.cause)), tone=Tone.GOOD)
    head = say.gettext("The person asks for another time")
    return Said(say.head(head, say.word(fact.cause)), tone=Tone.WARN)


@MESSAGES.of(RemindersStopped)
def stopped(fact: RemindersStopped, say: Saying) -> Said:
    head = say.gettext("The person wants no more messages")
    if fact.contact_id is not None:
        head = say.gettext("The person wants no more messages at one place")
    how = say.gettext("How they said it: %(how)s.", how=say.word(fact.told_by))
    return Said(say.head(head, contact(fact.contact_id, say)), how)


@MESSAGES.of(RemindersResumed)
def resumed(fact: RemindersResumed, say: Saying) -> Said:
    head = say.gettext("The person wants messages again")
    return Said(say.head(head, contact(fact.contact_id, say)))


MESSAGES.plainly(
    FullerTextsWished, phrase("The person wants messages that say more than when and whom to call.")
)
MESSAGES.plainly(
    FullerTextsWishWithdrawn, phrase("The person wants messages that say no more than they must.")
)


@MESSAGES.of(ContactSuspended)
def suspended(fact: ContactSuspended, say: Saying) -> Said:
    lead = say.gettext("Nobody writes to the person nor calls them for now.")
    return Said(lead, say.all(say.until(fact.until), say.because(fact.reason)))


MESSAGES.plainly(ContactResumed, phrase("The person may be written to and called again."))
