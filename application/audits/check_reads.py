"""Verify every trace of an interval against the grounds of its instant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from application.audits.hats import hat_in
from application.audits.stories import Stories, Story
from application.network import Network
from application.traces.keeping import Kept, KeptTraces
from application.traces.trace import Look, Trace
from domain.access import Ground
from domain.data_classes import DataClass
from domain.lawful import Fault, Looked, Moment
from domain.pathway.pathway import Pathway

PAGE = 200  # traces, whose pathways are held at once
# Machines' clocks differ a little, lists lag a little, and a history may move between a read and
# its trace: a ground that stood within this of the trace is one.
CLOSE = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Lawless:
    """A look without a ground; no content, as in its trace."""

    id: int  # of the trace
    trace: Trace
    fault: Fault
    classes: tuple[DataClass, ...]  # those that had none


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found on a page of traces."""

    traces: int
    not_checkable: int  # the person was erased since, or a fact cannot be read
    lawless: tuple[Lawless, ...]


def check_reads(
    network: Network, traces: KeptTraces, *, start: datetime, end: datetime
) -> Iterator[Checked]:
    """Verify page by page, in the order of instants; `end` is excluded.

    Raises:
        StoreUnavailable: a database cannot be reached.
    """
    stories = Stories(network.log)
    last: Kept | None = None
    while page := traces.page(start, end, after=last, limit=PAGE):
        stories.turn_to({kept.trace.pathway_id for kept in page})
        verdicts = [verdict_on(network, stories, kept) for kept in page]
        yield Checked(
            traces=len(page),
            not_checkable=sum(not verdict.checkable for verdict in verdicts),
            lawless=tuple(verdict.lawless for verdict in verdicts if verdict.lawless),
        )
        last = page[-1]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one look; neither field says anything against a lawful one."""

    lawless: Lawless | None = None
    checkable: bool = True


def verdict_on(network: Network, stories: Stories, kept: Kept) -> Verdict:
    """Decide one look again, with the history, the hats and the mandates of its instant."""
    trace, story = kept.trace, stories.pathway(kept.trace.pathway_id)
    if story is None:
        return Verdict(checkable=False)
    if trace.for_reminder:  # decided on the pathway at that moment, and told there
        return Verdict()
    looked = _looked(trace)
    moments = (
        _moment(network, stories, story, trace, at=at) for at in _instants(stories, story, trace)
    )
    first = next(moments)
    lack = first.lack(looked)
    if lack is None or any(moment.lack(looked) is None for moment in moments):
        return Verdict()
    if not lack.is_certain or any(
        one.has_losses for one in stories.behind(story, trace.organisation_id)
    ):
        return Verdict(checkable=False)
    return Verdict(Lawless(kept.id, trace, lack.fault, tuple(sorted(lack.classes))))


def _looked(trace: Trace) -> Looked:
    under_mandate = trace.mandate_id is not None or Ground.AUDIT_MANDATE in trace.grounds
    in_list = trace.look is Look.LIST
    return Looked(trace.classes, under_mandate, trace.seen_as, in_list=in_list)


def _instants(stories: Stories, story: Story[Pathway], trace: Trace) -> Iterator[datetime]:
    """The instant of the trace, then each one close to it at which things were otherwise."""
    yield trace.at
    yield trace.at - CLOSE
    for one in stories.behind(story, trace.organisation_id):
        yield from one.turns(trace.at, CLOSE)


def _moment(
    network: Network, stories: Stories, story: Story[Pathway], trace: Trace, *, at: datetime
) -> Moment:
    return Moment(
        at=at,
        history=story.until(at),
        pathway=story.at(at),
        hat=hat_in(stories.organisation(trace.organisation_id).at(at), trace.member_id),
        mandates=stories.register.at(at).mandates,
        classes_met=network.classes_met,
    )
