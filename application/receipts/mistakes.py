"""Entries that stood in the wrong file, here or elsewhere, and who had read them meanwhile."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from application.erasures.having_read import was_read_in
from application.receipts.naming import Directory
from application.receipts.readers import Known
from application.receipts.receipt import Mistake
from application.traces.trace import Trace
from domain.kernel import DomainEvent
from domain.pathway.wrong_file import FactRecordedInWrongFile, ReadInWrongFile


def mistakes(
    traces: Iterable[Trace], events: Sequence[DomainEvent], directory: Directory
) -> Iterator[Mistake]:
    """As far as these events tell; what was of somebody else is not told, only that it was."""
    yield from _stood_here(list(traces), events, directory)
    yield from _stood_elsewhere(events, directory)


def _stood_here(
    traces: Sequence[Trace], events: Sequence[DomainEvent], directory: Directory
) -> Iterator[Mistake]:
    known, by_entry = Known(events), dict[UUID, list[DomainEvent]]()
    for event in events:
        if isinstance(event.fact, FactRecordedInWrongFile):
            by_entry.setdefault(event.fact.entry_id, []).append(event)
    for said in by_entry.values():
        first, classes = said[0], {event.fact.data_class for event in said}
        until = first.recorded_at or first.fact.occurred_at
        since = getattr(first.fact, "said_since", None) or until
        read = [
            (trace.organisation_id, trace.member_id)
            for trace in traces
            if since <= trace.at <= until and was_read_in(trace, classes) and known.tells_of(trace)
        ]
        yield Mistake(here=True, since=since, until=until, readers=_names(read, directory))


def _stood_elsewhere(events: Iterable[DomainEvent], directory: Directory) -> Iterator[Mistake]:
    """It is told in a fact for each class; those of one entry are one mistake."""
    by_entry: dict[UUID, list[ReadInWrongFile]] = {}
    for event in events:
        if isinstance(event.fact, ReadInWrongFile):
            by_entry.setdefault(event.fact.entry_id, []).append(event.fact)
    for facts in by_entry.values():
        read = [(one.organisation_id, one.member_id) for fact in facts for one in fact.readers]
        names = _names(read, directory)
        yield Mistake(here=False, since=facts[0].since, until=facts[0].until, readers=names)


def _names(read: Iterable[tuple[UUID, UUID]], directory: Directory) -> tuple[str, ...]:
    return tuple(
        f"{membership.name if membership and membership.name else '…'} "
        f"({directory.organisation(organisation_id)})"
        for organisation_id, member_id in sorted(set(read))
        for membership in (directory.membership(organisation_id, member_id),)
    )
