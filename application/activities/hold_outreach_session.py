"""Record an outreach session: the team went where people are."""

from uuid import UUID

from application.activities.running import new_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.outreach import OutreachKind
from domain.activity.words import Happening
from domain.members import Member


class HoldOutreachSession(Command):
    kind: OutreachKind
    happening: Happening

    @property
    def activity_id(self) -> UUID:
        return self.id_for("activity")


def hold_outreach_session(network: Network, command: HoldOutreachSession, by: Member) -> Recorded:
    return new_activity(
        network,
        command.activity_id,
        lambda activity: activity.outreach.hold(
            kind=command.kind, happening=command.happening, by=by.organisation_id, at=command.at
        ),
        happening=command.happening,
        command=command,
        by=by,
    )
