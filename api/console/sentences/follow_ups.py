"""What was promised for a date, and notes."""

from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.follow_up import (
    FollowUpCorrected,
    FollowUpDone,
    FollowUpMissed,
    FollowUpMoved,
    FollowUpPlanned,
)
from domain.pathway.notes import NoteAdded, NoteCorrected, NoteEnteredInError

FOLLOW_UPS = Telling(Area.FOLLOW_UP)


@FOLLOW_UPS.of(FollowUpPlanned)
def planned(fact: FollowUpPlanned, say: Saying) -> Said:
    head = say.gettext("To do by %(day)s", day=say.day(fact.due_on))
    how = say.gettext("How: %(how)s.", how=say.word(fact.mode))
    who = fact.with_member
    by = say.gettext("Who: %(name)s.", name=say.name(who)) if who else ""
    return Said(say.head(head, say.word(fact.purpose)), say.all(how, by))


@FOLLOW_UPS.of(FollowUpMoved)
def moved(fact: FollowUpMoved, say: Saying) -> Said:
    head = say.gettext("Follow-up put off to %(day)s", day=say.day(fact.due_on))
    if fact.due_on < fact.was:
        head = say.gettext("Follow-up brought forward to %(day)s", day=say.day(fact.due_on))
    more = say.gettext("It was planned %(on)s.", on=say.on(fact.was))
    return Said(say.head(head, purpose(fact.follow_up_id, say)), more)


@FOLLOW_UPS.of(FollowUpDone, tone=Tone.GOOD)
def done(fact: FollowUpDone, say: Saying) -> Said:
    lead = say.head(say.gettext("Follow-up done"), purpose(fact.follow_up_id, say))
    return Said(lead, say.gettext("How: %(how)s.", how=say.word(fact.mode)))


@FOLLOW_UPS.of(FollowUpMissed, tone=Tone.WARN)
def missed(fact: FollowUpMissed, say: Saying) -> Said:
    lead = say.head(say.gettext("Follow-up missed"), purpose(fact.follow_up_id, say))
    return Said(lead, say.because(fact.reason))


@FOLLOW_UPS.of(FollowUpCorrected, corrects=True)
def corrected(fact: FollowUpCorrected, say: Saying) -> Said:
    head = say.gettext("Follow-up still to do")
    more = say.gettext("Noted before, by mistake: %(before)s.", before=say.word(fact.was))
    return Said(say.head(head, purpose(fact.follow_up_id, say)), more)


@FOLLOW_UPS.of(NoteAdded)
def noted(fact: NoteAdded, say: Saying) -> Said:
    return Said(say.gettext("Note"), note=fact.text)


@FOLLOW_UPS.of(NoteCorrected, corrects=True)
def note_corrected(fact: NoteCorrected, say: Saying) -> Said:
    return Said(say.gettext("Note corrected"), _note_of(fact.note_id, say), fact.text)


@FOLLOW_UPS.of(NoteEnteredInError, corrects=True)
def note_withdrawn(fact: NoteEnteredInError, say: Saying) -> Said:
    lead = say.gettext("Note withdrawn, it was a mistake")
    return Said(lead, _note_of(fact.note_id, say))


def purpose(follow_up_id: UUID, say: Saying) -> str:
    """What a follow-up is for, where the reader sees that it was planned."""
    planned_before = say.told.first(follow_up_id, FollowUpPlanned)
    return say.word(planned_before.purpose) if planned_before else ""


def _note_of(note_id: UUID, say: Saying) -> str:
    first = say.told.first(note_id, NoteAdded)
    return say.gettext("The note of %(day)s.", day=say.day(first.occurred_at)) if first else ""
