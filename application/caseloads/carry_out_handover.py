"""Change the referent of each pathway of a handover, from the fact: nothing is forgotten."""

from contextlib import suppress
from uuid import UUID, uuid5

from application.commands import Command
from application.network import Network
from application.once import was_done
from application.refusals import EventUnreadable
from domain.kernel import DomainEvent
from domain.organisation.caseloads import CaseloadHandedOver
from domain.organisation.enrolment import AlreadyLeft, MemberUnknown
from domain.organisation.organisation import Organisation
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.facts import ReferentDesignated


class ChangeReferent(Command):
    """In nobody's name: who handed over stands in the organisation's own history."""

    pathway_id: UUID
    handover_id: UUID


def carry_out_handover(network: Network, event: DomainEvent) -> None:
    """Go through every pathway that an event hands over; safe to run twice and to be cut."""
    fact = event.fact
    if not isinstance(fact, CaseloadHandedOver):
        return
    with suppress(AlreadyLeft, MemberUnknown):  # then each is left behind
        network.log.load(Organisation, event.originator_id).member(fact.to_id)
        for pathway_id in fact.pathway_ids:
            _change(network, pathway_id, fact, event.originator_id)


def _change(
    network: Network, pathway_id: UUID, handed: CaseloadHandedOver, organisation_id: UUID
) -> None:
    def decision(pathway: Pathway) -> list[ReferentDesignated]:
        """Never to whom the person keeps out, nor where somebody else leads by now."""
        pathway.must_be_open()
        if pathway.sharing.referents.get(organisation_id) != handed.from_id:
            return []
        if pathway.objections.keep_out(organisation_id=organisation_id, member_id=handed.to_id):
            return []
        return [
            pathway.sharing.designate(
                referent_id=handed.to_id,
                organisation_id=organisation_id,
                reason=handed.reason,
                handover_id=handed.handover_id,
                at=handed.occurred_at,
            )
        ]

    command = ChangeReferent(
        command_id=uuid5(handed.handover_id, str(pathway_id)),
        pathway_id=pathway_id,
        handover_id=handed.handover_id,
    )
    with suppress(PathwayNotOpened, EventUnreadable):  # erased meanwhile, or to be repaired
        if not was_done(network, pathway_id, command.command_id):
            network.decide(Pathway, pathway_id, decision, command=command, by=None)
