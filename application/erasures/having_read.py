"""Who had read an entry while it stood in the wrong file."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from application.network import Network
from application.traces.trace import Trace, Traces
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.facts import OrganisationJoined
from domain.pathway.wrong_file import LookedAt, ReadInWrongFile


def having_read(
    entry_id: UUID,
    network: Network,
    traces: Traces,
    *,
    wrong: Pathway,
    told: Sequence[DomainEvent],
) -> list[ReadInWrongFile]:
    """For the right file: a fact for each class in which those who read take part in the wrong one.

    Raises:
        StoreUnavailable: the traces cannot be read.
    """
    since, until = told[0].recorded_at or told[0].fact.occurred_at, network.clock()
    classes = {event.fact.data_class for event in told}
    lowest = min(classes, key=lambda data_class: data_class.rank)
    parts = _parts(network.log.stream(wrong.id))
    by_class: dict[DataClass, set[LookedAt]] = defaultdict(set)
    for trace in traces.of_pathway(wrong.id):
        if since <= trace.at <= until and was_read_in(trace, classes):
            part = parts.get(trace.organisation_id, DataClass.SOCIAL)
            reader = LookedAt(member_id=trace.member_id, organisation_id=trace.organisation_id)
            by_class[part.raised_to(lowest)].add(reader)
    return [
        ReadInWrongFile(
            occurred_at=until,
            data_class=DataClass.SOCIAL.raised_to(data_class),
            entry_id=entry_id,
            since=since,
            until=until,
            readers=tuple(sorted(readers, key=lambda one: (one.organisation_id, one.member_id))),
        )
        for data_class, readers in by_class.items()
    ]


def was_read_in(trace: Trace, classes: Iterable[DataClass]) -> bool:
    """Whether a look showed somebody something of these classes."""
    return not trace.for_reminder and not trace.classes.isdisjoint(classes)


def _parts(events: Iterable[DomainEvent]) -> dict[UUID, DataClass]:
    """How discreetly each organisation takes part, or took: the least so, where it came twice."""
    parts: dict[UUID, DataClass] = {}
    for event in events:
        if isinstance(event.fact, OrganisationJoined):
            joined = event.fact
            known = parts.get(joined.joined_id, joined.data_class)
            parts[joined.joined_id] = known.lowered_to(joined.data_class)
    return parts
