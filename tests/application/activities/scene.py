"""A team of the Relais that goes where people are."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from application.activities.hold_outreach_session import (
    HoldOutreachSession,
    hold_outreach_session,
)
from application.network import Network
from application.ports import Recorded
from application.sharing.accept_invitation import AcceptInvitation, accept_invitation
from application.sharing.invite_organisation import InviteOrganisation, invite_organisation
from application.sharing.object_to_recipient import ObjectToRecipient, object_to_recipient
from domain.activity.activity import Activity
from domain.activity.outreach import OutreachKind
from domain.activity.words import Happening
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from tests.application.network import NOON, Town

MORNING = Happening(place="Salle des fêtes de Pionsat", starts_at=NOON - timedelta(hours=3))


class Outing:
    """The mediator and the town; a session is held on demand."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.mediator: Member = town.enrolled(FOUNDER, Profession.MEDIATOR)

    def does(self, use_case: Any, command: Any, by: Member | None = None) -> Recorded:
        recorded: Recorded = use_case(self.town.network, command, by or self.mediator)
        return recorded

    def session(self, by: Member | None = None, **said: Any) -> UUID:
        happening = MORNING.model_copy(update=said)
        command = HoldOutreachSession(
            kind=OutreachKind.FOOD_DISTRIBUTION, happening=happening, at=NOON
        )
        self.does(hold_outreach_session, command, by)
        return command.activity_id

    def activity(self, activity_id: UUID) -> Activity:
        return self.town.network.log.load(Activity, activity_id)

    def shared(self, pathway_id: UUID, by: Member) -> None:
        """Somebody of another organisation shares a pathway with the mediator's."""
        self.town.informed(pathway_id, by)
        inviting = InviteOrganisation(
            pathway_id=pathway_id, organisation_id=FOUNDER, in_care_team=True
        )
        self.does(invite_organisation, inviting, by)
        self.does(accept_invitation, AcceptInvitation(pathway_id=pathway_id))

    def objected(self, pathway_id: UUID, to: Member) -> None:
        """The person does not want this member to know."""
        self.does(object_to_recipient, ObjectToRecipient(pathway_id=pathway_id, member_id=to.id))

    def tomorrow(self) -> Network:
        return replace(self.town.network, clock=lambda: NOON + timedelta(days=1))
