"""An entry that was written in the wrong person's file: nobody reads it there from then on.

What it says in facts that are sealed alone is erased. What it says in others (codes, dates, ids) is
under the key of its class, which seals everybody's entries of that class: it is withdrawn from
every reader, and dies with the keys of the pathway.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime

from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact, Value
from domain.refusals import NotFound

# What facts call the entry they tell of; the first that a fact has is its own.
ENTRIES = (
    "accompaniment_id",  # it may name the appointment it leads to
    *("note_id", "contact_id", "need_id", "obstacle_id", "goal_id", "appointment_id"),
    *("follow_up_id", "interview_id", "right_id", "authority_id", "child_id", "referral_id"),
    *("identity_id", "questionnaire_id", "debt_id", "renunciation_id", "session_id"),
    *("relay_id", "ending_id", "meeting_id", "consultation_id"),
    "attendance_id",  # in a workshop
    "stay_id",
    *("test_id", "test_consent_id"),  # a test names the consent to it
    "cause_id",  # of a reminder: what it reminded of
)


class FactRecordedInWrongFile(Fact, topic="fact-recorded-in-wrong-file", lowest=DataClass.IDENTITY):
    """What was said under this id was of somebody else; nobody reads it from here on.

    There is one for each class in which something was said of it: whoever sees one of them knows.
    """

    entry_id: UUID
    erased_by: UUID  # organisation
    said_since: AwareDatetime | None = None  # when it was recorded here; None: not known any more


class LookedAt(Value):
    member_id: UUID
    organisation_id: UUID


class ReadInWrongFile(Fact, topic="read-in-wrong-file", lowest=DataClass.SOCIAL):
    """Before it was recorded here, this entry stood in somebody else's file, where these read it.

    Its class is that of whom it names: an organisation that takes part there discreetly is told to
    those who meet the class of its part.
    """

    entry_id: UUID  # as it is recorded here
    since: AwareDatetime
    until: AwareDatetime
    readers: tuple[LookedAt, ...]


class EntryUnknown(NotFound):
    code = "entry-unknown"
    title = "Your organisation wrote no such entry on this pathway, or it was taken out already."


def found_elsewhere(
    entry_id: UUID, told: Sequence[DomainEvent], *, by: UUID, at: datetime
) -> list[FactRecordedInWrongFile]:
    """Say that an entry is of somebody else; `told` is what was said of it.

    Raises:
        EntryUnknown: nothing was, or another organisation wrote it.
    """
    if not told or told[0].organisation_id != by:
        raise EntryUnknown
    classes = {event.fact.data_class for event in told}
    return [
        FactRecordedInWrongFile(
            occurred_at=at,
            data_class=data_class,
            entry_id=entry_id,
            erased_by=by,
            said_since=told[0].recorded_at,
        )
        for data_class in DataClass
        if data_class in classes
    ]


def told_of(entry_id: UUID, events: Iterable[DomainEvent]) -> list[DomainEvent]:
    """What was said of an entry, in its own facts."""
    return [event for event in events if entry_of(event.fact) == entry_id]


def without_wrong_entries(events: Iterable[DomainEvent]) -> list[DomainEvent]:
    """These events but what was said in the wrong file, whether or not its keys are gone yet."""
    told = list(events)
    wrong = {
        event.fact.entry_id for event in told if isinstance(event.fact, FactRecordedInWrongFile)
    }
    return [event for event in told if entry_of(event.fact) not in wrong] if wrong else told


def entry_of(fact: Fact) -> UUID | None:
    """The entry that a fact tells of; None: it tells of none that could be somebody else's."""
    return next((getattr(fact, name) for name in ENTRIES if hasattr(fact, name)), None)
