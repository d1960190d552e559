"""How far erasures have come, for those who may approve them or asked for them."""

from uuid import UUID

from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure
from application.erasures.refusals import ErasureUnknown
from domain.members import Member
from domain.pathway.opening import PathwayNotOpened


def list_erasures(erasing: Erasing, pathway_id: UUID, by: Member) -> list[Erasure]:
    """Those asked for on a pathway, the oldest first; they say no more of the person than its id.

    Whoever shares the pathway sees what is asked until it is erased; afterwards, only the
    organisations that asked and approved. An entry erased alone is theirs in any case: others may
    never have been allowed to know of it.

    Raises:
        PathwayNotOpened: there is no such pathway, or none the member may know of any more.
    """
    known = erasing.erasures.of_pathway(pathway_id)
    own = [erasure for erasure in known if _took_part(by, erasure)]
    try:
        erasing.network.pathway_known_to(by, pathway_id)
    except PathwayNotOpened:
        if not own:
            raise
        return own
    return [erasure for erasure in known if erasure.entry_id is None or erasure in own]


def read_erasure(erasing: Erasing, pathway_id: UUID, erasure_id: UUID, by: Member) -> Erasure:
    """One of them.

    Raises:
        ErasureUnknown: there is none, or none that this member may see.
    """
    try:
        seen = list_erasures(erasing, pathway_id, by)
    except PathwayNotOpened:
        raise ErasureUnknown from None
    found = next((erasure for erasure in seen if erasure.id == erasure_id), None)
    if found is None:
        raise ErasureUnknown
    return found


def _took_part(by: Member, erasure: Erasure) -> bool:
    parties = (erasure.asked_by, erasure.approved_by)
    return any(party and party.organisation_id == by.organisation_id for party in parties)
