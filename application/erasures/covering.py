"""An erasure covers what is linked: one more of each linked pathway, on the same approval."""

from dataclasses import replace
from uuid import uuid5

from application.duplicates.linked import linked_with
from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure, ErasureState
from domain.pathway.pathway import Pathway


def cover_linked(erasing: Erasing, erasure: Erasure) -> list[Erasure]:
    """Keep what is to be erased with this one, before its own links can no longer be read.

    Retention is that of each pathway: what ends by policy covers no other.
    """
    if erasure.asked_by is None or erasure.entry_id or erasure.part_of:
        return []
    linked = linked_with(erasing.network, erasure.pathway_id)
    found = [erasing.network.log.load(Pathway, pathway_id) for pathway_id in linked]
    return [_kept(erasing, erasure, one) for one in found if not one.erasing.done]


def _kept(erasing: Erasing, erasure: Erasure, linked: Pathway) -> Erasure:
    return erasing.erasures.add(
        replace(
            erasure,
            id=uuid5(erasure.id, str(linked.id)),
            pathway_id=linked.id,
            part_of=erasure.id,
            rows=erasing.shredder.rows_of(linked.id),
            state=ErasureState.APPROVED,
        )
    )
