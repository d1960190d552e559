"""Possible duplicates, for the organisations that were told of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from application.views.folded import Folded
from application.views.memo import Memo
from domain.pathway.duplicates import FlagState

UNANSWERED = frozenset({FlagState.POSSIBLE, FlagState.SUGGESTED})


class DuplicateRow(NamedTuple):
    """A flag as one organisation knows it; the first three are its key."""

    pathway_id: UUID
    organisation_id: UUID
    flag_id: UUID
    awaits_answer: bool
    since: datetime
    state: FlagState


@dataclass(frozen=True, slots=True)
class DuplicateFilter:
    awaits_answer: bool = True


def duplicate_rows(folded: Folded, memo: Memo) -> tuple[tuple[DuplicateRow, ...], ...]:
    pathway = folded.pathway
    made_of = pathway.duplicates, pathway.links, pathway.sharing, pathway.objections
    return memo.of("duplicates", made_of, lambda: (tuple(_rows(folded)),))


def _rows(folded: Folded) -> Iterator[DuplicateRow]:
    pathway = folded.pathway
    sharing = set(pathway.sharing.circle) - pathway.objections.organisations
    linked = pathway.links.linked_ids
    for flag in pathway.duplicates.by_id.values():
        if flag.organisation_id in sharing:
            awaits = flag.state in UNANSWERED and flag.other_id not in linked
            yield DuplicateRow(
                folded.id, flag.organisation_id, flag.id, awaits, flag.since, flag.state
            )
