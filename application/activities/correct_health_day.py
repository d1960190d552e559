"""Say again, whole, what a health day was."""

from uuid import UUID

from application.activities.running import correct_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.health_days import HealthDay
from domain.activity.words import Happening
from domain.members import Member


class CorrectHealthDay(Command):
    activity_id: UUID
    happening: Happening
    day: HealthDay


def correct_health_day(network: Network, command: CorrectHealthDay, by: Member) -> Recorded:
    return correct_activity(
        network,
        command.activity_id,
        lambda activity: activity.health_days.correct(
            day=command.day, happening=command.happening, at=command.at
        ),
        happening=command.happening,
        command=command,
        by=by,
    )
