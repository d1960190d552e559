"""See a person's pathway in a vital emergency, for a few hours and for a reason."""

from datetime import timedelta
from uuid import UUID

from pydantic import Field

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.grounds.words import EmergencyReason
from domain.text import Text


class TakeEmergencyAccess(Command):
    pathway_id: UUID
    reason: EmergencyReason
    words: Text
    hours: int = Field(default=3, ge=1, le=3)

    @property
    def access_id(self) -> UUID:
        return self.id_for("emergency")


def take_emergency_access(network: Network, command: TakeEmergencyAccess, by: Member) -> Recorded:
    """Open the pathway from now on; those who follow the person see it at once.

    Raises:
        PathwayNotOpened: there is none, or the person objects to this member.
    """
    now = network.clock()
    return network.outside_circle(
        command.pathway_id,
        lambda pathway: pathway.emergencies.take(
            access_id=command.access_id,
            member_id=by.id,
            organisation_id=by.organisation_id,
            reason=command.reason,
            words=command.words,
            lasting=timedelta(hours=command.hours),
            now=now,
        ),
        command=command,
        by=by,
    )
