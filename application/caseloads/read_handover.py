"""How a handover went, pathway by pathway."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from application.network import Network
from application.views.people import PersonRow, named
from application.views.reach import RoleFollowsNobody
from domain.data_classes import DataClass
from domain.members import Member, Role
from domain.organisation.caseloads import Handover
from domain.organisation.enrolment import AlreadyLeft
from domain.organisation.organisation import Organisation
from domain.pathway.pathway import Pathway


class HandoverState(StrEnum):
    WAITING = "waiting"  # in a moment
    HANDED_OVER = "handed_over"
    LEFT_BEHIND = "left_behind"  # the person keeps them out, or somebody else leads


@dataclass(frozen=True, slots=True)
class HandoverRead:
    """Those that the reader may know of, as they stand now, and whose they are."""

    handover: Handover
    pathways: dict[UUID, HandoverState]
    people: dict[UUID, PersonRow | None]  # those whom the reader may be told of


def read_handover(network: Network, handover_id: UUID, by: Member) -> HandoverRead:
    """One that was made in the reader's organisation.

    Raises:
        RoleFollowsNobody: the reader follows no pathway under this hat.
        HandoverUnknown: there is none.
    """
    if Role.CASEWORKER not in by.roles:
        raise RoleFollowsNobody
    organisation = network.log.load(Organisation, by.organisation_id)
    handover = organisation.caseloads.handover(handover_id)
    every = (network.log.load(Pathway, pathway_id) for pathway_id in handover.pathway_ids)
    known = [(one, sight) for one in every if (sight := network.sight(one, by)).of_part()]
    return HandoverRead(
        handover,
        {one.id: _state(organisation, handover, one) for one, _ in known},
        {one.id: named(one) for one, sight in known if sight.of_class(DataClass.IDENTITY)},
    )


def _state(organisation: Organisation, handover: Handover, pathway: Pathway) -> HandoverState:
    leads = pathway.sharing.referents.get(organisation.id)
    if leads == handover.to_id:
        return HandoverState.HANDED_OVER
    kept_out = pathway.objections.keep_out(
        organisation_id=organisation.id, member_id=handover.to_id
    )
    if kept_out or leads != handover.from_id or _has_left(organisation, handover.to_id):
        return HandoverState.LEFT_BEHIND
    return HandoverState.WAITING


def _has_left(organisation: Organisation, member_id: UUID) -> bool:
    try:
        organisation.enrolment.present(member_id)
    except AlreadyLeft:
        return True
    return False
