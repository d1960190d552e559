"""How far an erasure has come, for the organisations that asked for it or approved it."""

from uuid import UUID

from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure
from application.erasures.refusals import ErasureUnknown
from domain.members import Member
from domain.pathway.opening import PathwayNotOpened


def read_erasure(erasing: Erasing, pathway_id: UUID, erasure_id: UUID, by: Member) -> Erasure:
    """It says no more of the person than the id of their pathway.

    Whoever shares the pathway sees what is asked until it is erased; afterwards, only those who
    asked and approved.

    Raises:
        ErasureUnknown: there is none, or none that this member may see.
    """
    erasure = erasing.erasures.find(erasure_id)
    if erasure is None or erasure.pathway_id != pathway_id:
        raise ErasureUnknown
    parties = (erasure.asked_by, erasure.approved_by)
    if any(party and party.organisation_id == by.organisation_id for party in parties):
        return erasure
    try:
        erasing.network.pathway_known_to(by, pathway_id)
    except PathwayNotOpened:
        raise ErasureUnknown from None
    return erasure
