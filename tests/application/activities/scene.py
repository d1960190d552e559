"""A team of the Relais that goes where people are."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from application.activities.hold_outreach_session import (
    HoldOutreachSession,
    hold_outreach_session,
)
from application.ports import Recorded
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
