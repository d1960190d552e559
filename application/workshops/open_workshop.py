"""Open a workshop: its theme, those who lead it, its places; sessions are planned in it."""

from uuid import UUID

from application.activities.running import new_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.words import Happening
from domain.activity.workshops.words import Workshop
from domain.members import Member


class OpenWorkshop(Command):
    happening: Happening
    workshop: Workshop

    @property
    def activity_id(self) -> UUID:
        return self.id_for("activity")


def open_workshop(network: Network, command: OpenWorkshop, by: Member) -> Recorded:
    return new_activity(
        network,
        command.activity_id,
        lambda activity: activity.workshops.open(
            workshop=command.workshop,
            happening=command.happening,
            salt=command.id_for("salt"),
            by=by.organisation_id,
            at=command.at,
        ),
        happening=command.happening,
        command=command,
        by=by,
    )
