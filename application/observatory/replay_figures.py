"""Compute figures again from the events, as the history stood at a position."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from application.network import Network
from application.observatory.counting import statuses
from application.observatory.figures_told import FiguresReplayed
from application.ports import EventLog
from application.refusals import EventUnreadable
from application.views.ports import Progress
from domain.activity.activity import Activity
from domain.activity.holding import BEGINNINGS
from domain.kernel import DomainEvent
from domain.members import Member
from domain.observatory.activities import held
from domain.observatory.asked import FiguresAsked, allowed
from domain.observatory.figures import Sums
from domain.observatory.observed import Observed
from domain.pathway.erasing import tells_erasure
from domain.pathway.wrong_file import FactRecordedInWrongFile, without_wrong_entries
from domain.refusals import Conflict

STREAMS = 200  # whose events are held at once


class PositionAhead(Conflict):
    code = "position-ahead"
    title = "The history has not come to this position: give one that came with a figure."


@dataclass(slots=True)
class _Lost:
    """What cannot be counted again."""

    left_out: int = 0
    erased_since: int = 0
    taken_out_since: int = 0


def replay_figures(
    network: Network,
    asked: FiguresAsked,
    by: Member,
    *,
    position: int,
    progress: Progress,
) -> FiguresReplayed:
    """The same numbers as were told at that position, but for what was erased since.

    Raises:
        NotYoursToCount: the member coordinates nothing, or asks of another organisation.
        PeriodWrong: the period is none.
        PositionAhead: there is no such position yet.
        StoreUnavailable: the history cannot be reached.
    """
    asked = allowed(asked, by)
    total = network.log.head()
    if not 0 <= position <= total:
        raise PositionAhead
    sums, lost, done = Sums(asked, status_of=statuses(network)), _Lost(), 0
    for some in _streams(network.log, lost):
        for stream_id, events in some.items():
            done += len(events)
            _count(stream_id, events, position, sums, lost)
        progress(done, max(done, total))
    return FiguresReplayed(
        asked=asked,
        position=position,
        figures=tuple(sums.figures()),
        left_out=lost.left_out,
        erased_since=lost.erased_since,
        taken_out_since=lost.taken_out_since,
    )


def _count(
    stream_id: UUID, events: Sequence[DomainEvent], position: int, sums: Sums, lost: _Lost
) -> None:
    until = [event for event in events if event.position <= position]
    if not until or tells_erasure(until):
        return
    if isinstance(events[0].fact, tuple(BEGINNINGS)):
        sums.add_activity(stream_id, held(Activity(stream_id).after(until)))
        return
    if tells_erasure(events):
        lost.erased_since += 1
        return
    since = events[len(until) :]
    lost.taken_out_since += len(_taken_out(since) - _taken_out(until))
    if len(_taken_out(events)):
        right = {event.originator_version for event in without_wrong_entries(events)}
        until = [event for event in until if event.originator_version in right]
    observed = Observed(stream_id).after(until)
    sums.add(stream_id, observed.all(), places=observed.places, linked=observed.linked)


def _taken_out(events: Sequence[DomainEvent]) -> set[UUID]:
    return {
        event.fact.entry_id for event in events if isinstance(event.fact, FactRecordedInWrongFile)
    }


def _streams(log: EventLog, lost: _Lost) -> Iterator[dict[UUID, list[DomainEvent]]]:
    after: UUID | None = None
    while ids := log.stream_ids(after=after, limit=STREAMS):
        after = ids[-1]
        yield _readable(log, set(ids), lost)


def _readable(log: EventLog, wanted: set[UUID], lost: _Lost) -> dict[UUID, list[DomainEvent]]:
    while wanted:
        try:
            return log.streams(wanted)
        except EventUnreadable as damaged:
            wanted.remove(damaged.stream_id)
            lost.left_out += 1
    return {}
