"""Who looked at a pathway, when, on which ground, and whether it was one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from application.audits.check_reads import Verdict, verdict_on
from application.audits.opening import AuditAsked, Opened, open_under_mandate
from application.audits.stories import Stories
from application.network import Network
from application.traces.keeping import Kept, KeptTraces
from application.traces.trace import Look, Traces
from domain.instants import FIRST
from domain.members import Member

MOST = 1_000  # looks told at once


@dataclass(frozen=True, slots=True)
class ReadsAsked:
    """The looks at a pathway from an instant on, `end` excluded; of one organisation, or of all."""

    audit: AuditAsked
    start: datetime = FIRST
    end: datetime | None = None  # None: until now


@dataclass(frozen=True, slots=True)
class ReadJudged:
    kept: Kept
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Reads:
    opened: Opened
    looks: tuple[ReadJudged, ...]
    next: datetime | None  # the instant to ask from for what follows


def list_reads(
    network: Network, traces: Traces, kept: KeptTraces, asked: ReadsAsked, by: Member
) -> Reads:
    """Each look, decided again as of its instant; the first thousand.

    Raises:
        NoMandate: none runs that reaches it, or the person objects to this auditor.
        PathwayNotOpened: there is no such pathway, or it was erased.
        StoreUnavailable: the look could not be traced, or traces cannot be read.
    """
    opened = open_under_mandate(network, replace(asked.audit, as_of=None), by)
    traces.write(opened.trace(Look.READS, ()))
    found = kept.page(
        asked.start,
        asked.end or opened.at,
        after=None,
        limit=MOST + 1,
        pathway_id=asked.audit.pathway_id,
    )
    stories = Stories(network.log)
    stories.turn_to({asked.audit.pathway_id})
    looks = [
        ReadJudged(one, verdict_on(network, stories, one))
        for one in found[:MOST]
        if asked.audit.organisation_id in {None, one.trace.organisation_id}
        and asked.audit.member_id in {None, one.trace.member_id}
    ]
    return Reads(opened, tuple(looks), _next(found))


def _next(found: Sequence[Kept]) -> datetime | None:
    return found[MOST].trace.at if len(found) > MOST else None
