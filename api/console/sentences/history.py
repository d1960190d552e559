"""What happens to the file itself: doubles, links, copies, ends, entries in the wrong file."""

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from api.languages.words import phrase
from domain.pathway.copies import AccessCopyDelivered
from domain.pathway.duplicates import (
    DuplicateDismissed,
    LinkAsked,
    PossibleDuplicateFlagged,
    SamePersonSuggested,
)
from domain.pathway.erasing import PersonalDataErased
from domain.pathway.links import EntryAssigned, PathwaysLinked, PathwaysUnlinked
from domain.pathway.retention import RetentionEndAnnounced, RetentionPeriodReached
from domain.pathway.wrong_file import FactRecordedInWrongFile, ReadInWrongFile

HISTORY = Telling(Area.SHARING)

HISTORY.plainly(
    PossibleDuplicateFlagged, phrase("Another pathway may be of the same person."), tone=Tone.WARN
)
HISTORY.plainly(
    SamePersonSuggested, phrase("Another pathway is said to be of the same person."), tone=Tone.WARN
)
HISTORY.plainly(LinkAsked, phrase("It was asked to link another pathway of the same person."))
HISTORY.plainly(DuplicateDismissed, phrase("The other pathway is not of the same person."))
HISTORY.plainly(PathwaysLinked, phrase("Linked with another pathway of the same person."))
HISTORY.plainly(
    PathwaysUnlinked,
    phrase("No longer linked: the other pathway is not of the same person."),
    corrects=True,
)


@HISTORY.of(EntryAssigned)
def assigned(fact: EntryAssigned, say: Saying) -> Said:
    if fact.is_here:
        return Said(say.gettext("An entry made while two pathways were linked is of this person."))
    return Said(say.gettext("An entry made while two pathways were linked is of the other person."))


@HISTORY.of(AccessCopyDelivered, tone=Tone.GOOD)
def copied(fact: AccessCopyDelivered, say: Saying) -> Said:
    head = say.gettext("The person was given a copy of what is written about them")
    return Said(say.head(head, say.name(fact.delivered_by)))


@HISTORY.of(RetentionEndAnnounced, tone=Tone.WARN)
def end_announced(fact: RetentionEndAnnounced, say: Saying) -> Said:
    head = say.gettext("Access ends %(on)s", on=say.on(fact.ends_on))
    more = say.gettext("A contact with the person puts it off.")
    return Said(say.head(head, say.name(fact.of_organisation)), more)


@HISTORY.of(RetentionPeriodReached)
def end_reached(fact: RetentionPeriodReached, say: Saying) -> Said:
    lead = say.head(say.gettext("Access ended"), say.name(fact.of_organisation))
    return Said(lead, say.gettext("It had not met the person for as long as data are kept."))


@HISTORY.of(PersonalDataErased, tone=Tone.WARN)
def erased(fact: PersonalDataErased, say: Saying) -> Said:
    lead = say.gettext("Everything recorded here was erased.")
    return Said(lead, say.because(fact.reason))


@HISTORY.of(FactRecordedInWrongFile, corrects=True)
def wrong_file(fact: FactRecordedInWrongFile, say: Saying) -> Said:
    lead = say.gettext("An entry about somebody else was taken out of this file.")
    since = fact.said_since
    stood = say.gettext("It had stood here since %(day)s.", day=say.day(since)) if since else ""
    return Said(lead, stood)


@HISTORY.of(ReadInWrongFile, tone=Tone.WARN)
def read_elsewhere(fact: ReadInWrongFile, say: Saying) -> Said:
    head = say.gettext("An entry stood in another file, where it was read by")
    readers = say.those(reader.member_id for reader in fact.readers)
    return Said(say.head(head, readers), say.period(fact.since, fact.until))
