"""Say whether an emergency access was justified."""

from uuid import UUID

from application.caseloads.standing_in import leads_as
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member, Role
from domain.pathway.grounds.facts import EmergencyAccessReviewed
from domain.pathway.grounds.refusals import NotYoursToReview
from domain.pathway.grounds.words import Verdict
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.text import Text


class ReviewEmergencyAccess(Command):
    pathway_id: UUID
    access_id: UUID
    verdict: Verdict
    words: Text | None = None


def review_emergency_access(
    network: Network, command: ReviewEmergencyAccess, by: Member
) -> Recorded:
    """Record a verdict of a coordinator, of the referent or of who stands in, in the care team.

    Raises:
        PathwayNotOpened: there is none that the care team of its author follows.
        NotYoursToReview: its author is neither, or took the access.
        EmergencyUnknown: there is no such access.
        EmergencyReviewed: it has a verdict.
    """

    def decision(pathway: Pathway) -> EmergencyAccessReviewed:
        pathway.must_be_open()
        if by.organisation_id not in pathway.team.organisations - pathway.objections.organisations:
            raise PathwayNotOpened
        if not {Role.CASEWORKER, Role.COORDINATOR} & by.roles:
            raise PathwayNotOpened  # who administers is not told that it is there
        if not reviews(network, pathway, by):
            raise NotYoursToReview
        return pathway.emergencies.review(
            access_id=command.access_id,
            by=by.organisation_id,
            by_member=by.id,
            verdict=command.verdict,
            words=command.words,
            at=command.at,
        )

    return network.decide(Pathway, command.pathway_id, decision, command=command, by=by)


def reviews(network: Network, pathway: Pathway, by: Member) -> bool:
    """Whether they coordinate, lead the pathway, or stand in for who does."""
    leads = leads_as(network, by, on=network.clock().date())
    return Role.COORDINATOR in by.roles or not leads.isdisjoint(pathway.sharing.referents.values())
