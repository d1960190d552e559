"""Record a health day: open, free, with its partners; only counts of those who came."""

from uuid import UUID

from application.activities.running import new_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.health_days import HealthDay
from domain.activity.words import Happening
from domain.members import Member


class HoldHealthDay(Command):
    happening: Happening
    day: HealthDay

    @property
    def activity_id(self) -> UUID:
        return self.id_for("activity")


def hold_health_day(network: Network, command: HoldHealthDay, by: Member) -> Recorded:
    return new_activity(
        network,
        command.activity_id,
        lambda activity: activity.health_days.hold(
            day=command.day,
            happening=command.happening,
            by=by.organisation_id,
            at=command.at,
        ),
        happening=command.happening,
        command=command,
        by=by,
    )
