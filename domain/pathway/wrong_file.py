"""An entry that was written in the wrong person's file: erased alone, the rest stays."""

from collections.abc import Iterable
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact

ENTRIES = ("note_id", "contact_id")  # what facts call the things that can be erased so


class FactRecordedInWrongFile(Fact, topic="fact-recorded-in-wrong-file", lowest=DataClass.IDENTITY):
    """What was said under this id was of somebody else; nobody reads it from here on."""

    entry_id: UUID
    erased_by: UUID  # organisation


def told_of(entry_id: UUID, events: Iterable[DomainEvent]) -> list[DomainEvent]:
    """What was said of an entry in facts that are sealed alone, and can be erased alone."""
    return [event for event in events if _is_told_of(entry_id, event.fact)]


def without_wrong_entries(events: Iterable[DomainEvent]) -> list[DomainEvent]:
    """These events but what was said in the wrong file, whether or not its keys are gone yet."""
    told = list(events)
    wrong = {
        event.fact.entry_id for event in told if isinstance(event.fact, FactRecordedInWrongFile)
    }
    return [
        event for event in told if not any(_is_told_of(entry_id, event.fact) for entry_id in wrong)
    ]


def _is_told_of(entry_id: UUID, fact: Fact) -> bool:
    return fact.alone and entry_id in {getattr(fact, name, None) for name in ENTRIES}
