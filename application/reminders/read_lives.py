"""Read the life of each reminder of a pathway, where the viewer may know of what it recalls."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from application.inbox.knowing import Known
from application.network import Network
from application.pathways.looking import PathwayAsked, look_at
from application.reminders.lives import Reminded, ReminderLife, Step
from application.reminders.outcome import reminder_of
from application.reminders.ports import DueRows, DueState, Row
from application.traces.trace import Look, Traces
from domain.kernel import DomainEvent
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.reminders.rules import Audience, ReminderPack
from domain.reminders.triggers import Trigger

TOLD_BY_A_FACT = frozenset(
    {DueState.SENT, DueState.DELIVERED, DueState.SUPPRESSED, DueState.TO_CALL}
)
# They stand or fall by contacts that the viewer may not know of: only what left is told.
OF_WHAT_OTHERS_DO = frozenset({Trigger.NO_CONTACT, Trigger.RETENTION_END})
Steps = Mapping[UUID, Sequence[Step]]  # by due row


@dataclass(frozen=True, slots=True)
class Planned:
    """What is planned, and under which rules."""

    rows: DueRows
    pack: ReminderPack


def read_lives(
    network: Network, traces: Traces, planned: Planned, pathway_id: UUID, by: Member
) -> list[ReminderLife]:
    """Every reminder of whose cause the viewer may know, in the order of their moments.

    What is recalled of something hidden from them is not there.

    Raises:
        PathwayNotOpened: there is no such pathway, or none the viewer may know of.
        StoreUnavailable: the look could not be traced.
    """
    seen = look_at(network, traces, by, asked=PathwayAsked(pathway_id), look=Look.PATHWAY)
    steps = _steps(event for event, _ in seen)
    pathway, events = network.log.whole(Pathway, pathway_id)
    known = Known.of(network.sight(pathway, by), events)
    kept = {row.due.id: row for row in planned.rows.of_pathway(pathway_id)}
    lives = [
        ReminderLife.of_row(row, planned.pack, steps.get(due_id, ()))
        for due_id, row in kept.items()
        if due_id in steps or _may_be_known(row, known)
    ]
    lives += [ReminderLife.of_facts(told) for due_id, told in steps.items() if due_id not in kept]
    return sorted(lives, key=lambda life: life.moment)


def _steps(events: Iterable[DomainEvent]) -> Steps:
    steps: defaultdict[UUID, list[Step]] = defaultdict(list)
    for event in events:
        if isinstance(event.fact, Reminded):
            steps[event.fact.due_id].append(Step.of(event.fact, event.recorded_at))
    return dict(steps)


def _may_be_known(row: Row, known: Known) -> bool:
    """Of what is over, a fact tells: where the viewer sees none, it is hidden from them."""
    if row.due.trigger in OF_WHAT_OTHERS_DO:
        return False
    if row.state in TOLD_BY_A_FACT and row.due.audience is Audience.PERSON:
        return False
    reminder = reminder_of(row.due, known.sight.pathway)
    return known.has_ground(data_class=reminder.data_class, occurrence=row.due.occurrence)
