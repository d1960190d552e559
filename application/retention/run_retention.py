"""Apply the network's retention policy: announce ends, end accesses, erase what nobody keeps."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid5

from application.commands import Command
from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure, ErasureState
from application.refusals import EventUnreadable
from domain.kernel import Fact
from domain.pathway.erasing import ErasureReason
from domain.pathway.pathway import Pathway
from domain.pathway.retention import RetentionEndAnnounced
from domain.retention.ending import ends_by_retention, is_kept_no_longer
from domain.retention.policy import RetentionPolicy

AT_ONCE = 200  # streams listed in one go
BY_POLICY = UUID("8f6e2d1c-52c7-4f5b-9a3e-0c1d2e3f4a5b")  # namespace of erasures nobody asked for


class Outcome(StrEnum):
    ANNOUNCED = "announced"
    ENDED = "ended"
    ERASED = "erased"
    UNREADABLE = "unreadable"  # left as it is; `cordee status` says why


@dataclass(frozen=True, slots=True)
class Retained:
    """What happened to one pathway, or would."""

    pathway_id: UUID
    outcome: Outcome
    organisation_id: UUID | None = None


class ApplyRetention(Command):
    """In nobody's name: the policy's version stands in each fact."""

    pathway_id: UUID


def run_retention(
    erasing: Erasing, policy: RetentionPolicy, *, dry_run: bool = False
) -> Iterator[Retained]:
    """Go through every pathway once; safe to run twice, and to be cut anywhere.

    Raises:
        StoreUnavailable: a database cannot be reached; the next run goes on.
    """
    last: UUID | None = None
    while streams := erasing.network.log.stream_ids(after=last, limit=AT_ONCE):
        for stream_id in streams:
            try:
                yield from _applied_to(erasing, stream_id, policy, dry_run=dry_run)
            except EventUnreadable:
                yield Retained(stream_id, Outcome.UNREADABLE)
        last = streams[-1]


def _applied_to(
    erasing: Erasing, pathway_id: UUID, policy: RetentionPolicy, *, dry_run: bool
) -> Iterator[Retained]:
    pathway, now = erasing.network.log.load(Pathway, pathway_id), erasing.network.clock()
    if pathway.opening.opened_at is None:  # another kind of stream, or erased
        return
    if is_kept_no_longer(pathway, policy, on=now.date()):
        if not dry_run:
            erasing.erasures.add(_by_policy(pathway_id, erasing))
        yield Retained(pathway_id, Outcome.ERASED)
        return
    facts = ends_by_retention(pathway, policy, now=now)
    if facts and not dry_run:
        command = ApplyRetention(pathway_id=pathway_id, at=now)
        erasing.network.decide(
            Pathway,
            pathway_id,
            lambda pathway: ends_by_retention(pathway, policy, now=now),
            command=command,
            by=None,
        )
    yield from (_told(pathway_id, fact) for fact in facts)


def _by_policy(pathway_id: UUID, erasing: Erasing) -> Erasure:
    """Nobody asks and nobody approves: the network decided it once, for everybody."""
    now = erasing.network.clock()
    return Erasure(
        id=uuid5(BY_POLICY, str(pathway_id)),
        pathway_id=pathway_id,
        reason=ErasureReason.RETENTION_ENDED,
        asked_at=now,
        approved_at=now,
        rows=erasing.shredder.rows_of(pathway_id),
        state=ErasureState.APPROVED,
    )


def _told(pathway_id: UUID, fact: Fact) -> Retained:
    announced = isinstance(fact, RetentionEndAnnounced)
    outcome = Outcome.ANNOUNCED if announced else Outcome.ENDED
    return Retained(pathway_id, outcome, getattr(fact, "of_organisation", None))
