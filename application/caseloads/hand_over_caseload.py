"""Hand over, in one act, the pathways of which a colleague is the referent."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated
from uuid import UUID

from pydantic import Field

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.views.caseload import CaseloadFilter
from application.views.pages import MOST, PageAsked
from application.views.ports import CaseloadView
from application.views.reach import RoleFollowsNobody
from application.views.read_caseload import read_caseload
from domain.members import Member, Role
from domain.organisation.caseloads import CaseloadHandedOver, NothingToHandOver
from domain.organisation.enrolment import MemberUnknown
from domain.organisation.organisation import Organisation
from domain.pathway.sharing.words import ReferentReason
from domain.refusals import Forbidden

AT_ONCE = 1_000  # pathways
PathwaysNamed = Annotated[tuple[UUID, ...], Field(min_length=1, max_length=AT_ONCE)] | None


class RecipientFollowsNobody(Forbidden):
    code = "recipient-follows-nobody"
    title = "The role of this member opens no pathway: name a caseworker."


class HandOverCaseload(Command):
    from_id: UUID  # member, perhaps one who left
    to_id: UUID  # member
    reason: ReferentReason
    pathway_ids: PathwaysNamed = None

    @property
    def handover_id(self) -> UUID:
        return self.id_for("handover")


def hand_over_caseload(
    network: Network, views: CaseloadView, command: HandOverCaseload, by: Member
) -> Recorded:
    """Record the act; on each pathway the referent changes right after it, whatever is cut.

    Those named, or all that the author sees of which the member is the referent.

    Raises:
        RoleFollowsNobody: the author follows no pathway under this hat.
        PathwayNotOpened: one of those named is none that the author may know of.
        MemberUnknown, AlreadyLeft: there is no such member to give it to.
        RecipientFollowsNobody: their role opens no pathway.
        HandedToOneself, NothingToHandOver: there is nothing to pass.
    """

    def decision(organisation: Organisation) -> CaseloadHandedOver:
        must_be_two_colleagues(organisation, command.from_id, command.to_id)
        return organisation.caseloads.hand_over(
            handover_id=command.handover_id,
            from_id=command.from_id,
            to_id=command.to_id,
            reason=command.reason,
            pathway_ids=_led(network, views, command, by),
            at=command.at,
        )

    if Role.CASEWORKER not in by.roles:
        raise RoleFollowsNobody
    return network.decide(Organisation, by.organisation_id, decision, command=command, by=by)


def must_be_two_colleagues(organisation: Organisation, from_id: UUID, to_id: UUID) -> None:
    """Refuse whoever never worked there, or cannot take anything on.

    Raises:
        MemberUnknown, AlreadyLeft: one was never there, or the other has left.
        RecipientFollowsNobody: their role opens no pathway.
    """
    if from_id not in organisation.enrolment.by_id:
        raise MemberUnknown
    if Role.CASEWORKER not in organisation.member(to_id).roles:
        raise RecipientFollowsNobody


def _led(
    network: Network, views: CaseloadView, command: HandOverCaseload, by: Member
) -> Sequence[UUID]:
    """Those named, which the author must know of, else those that they see in the caseload."""
    named = command.pathway_ids
    if named is None:
        return [
            pathway_id
            for is_open in (True, False)
            for pathway_id in _listed(network, views, CaseloadFilter(is_open, command.from_id), by)
        ][:AT_ONCE]
    known = [network.pathway_known_to(by, pathway_id) for pathway_id in named]
    led = [
        one.id for one in known if one.sharing.referents.get(by.organisation_id) == command.from_id
    ]
    if not led:
        raise NothingToHandOver
    return led


def _listed(
    network: Network, views: CaseloadView, wanted: CaseloadFilter, by: Member
) -> Iterator[UUID]:
    page = PageAsked(MOST)
    while True:
        found = read_caseload(network, views, by, wanted=wanted, page=page)
        for entry in found.entries:
            if entry.referent_id == wanted.referent_id:  # others were lent to them
                yield entry.pathway_id
        if found.next is None:
            return
        page = replace(page, after=found.next)
