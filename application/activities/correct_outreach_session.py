"""Say again, whole, what an outreach session was: its end, once it is known, its kilometres."""

from uuid import UUID

from application.activities.running import correct_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.outreach import OutreachKind
from domain.activity.words import Happening
from domain.members import Member


class CorrectOutreachSession(Command):
    activity_id: UUID
    kind: OutreachKind
    happening: Happening


def correct_outreach_session(
    network: Network, command: CorrectOutreachSession, by: Member
) -> Recorded:
    return correct_activity(
        network,
        command.activity_id,
        lambda activity: activity.outreach.correct(
            kind=command.kind, happening=command.happening, at=command.at
        ),
        happening=command.happening,
        command=command,
        by=by,
    )
