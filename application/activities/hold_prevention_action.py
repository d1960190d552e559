"""Record a prevention action; those who were reached are a count."""

from uuid import UUID

from application.activities.running import new_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.preventions import PreventionAction
from domain.activity.words import Happening
from domain.members import Member


class HoldPreventionAction(Command):
    happening: Happening
    action: PreventionAction

    @property
    def activity_id(self) -> UUID:
        return self.id_for("activity")


def hold_prevention_action(network: Network, command: HoldPreventionAction, by: Member) -> Recorded:
    return new_activity(
        network,
        command.activity_id,
        lambda activity: activity.preventions.hold(
            action=command.action,
            happening=command.happening,
            by=by.organisation_id,
            at=command.at,
        ),
        happening=command.happening,
        command=command,
        by=by,
    )
