"""Say again, whole, what a prevention action was."""

from uuid import UUID

from application.activities.running import correct_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.preventions import PreventionAction
from domain.activity.words import Happening
from domain.members import Member


class CorrectPreventionAction(Command):
    activity_id: UUID
    happening: Happening
    action: PreventionAction


def correct_prevention_action(
    network: Network, command: CorrectPreventionAction, by: Member
) -> Recorded:
    return correct_activity(
        network,
        command.activity_id,
        lambda activity: activity.preventions.correct(
            action=command.action, happening=command.happening, at=command.at
        ),
        happening=command.happening,
        command=command,
        by=by,
    )
