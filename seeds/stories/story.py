"""A story: what was done with one invented person, as the commands of those around them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID

from application.commands import Command
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.wall_time import WallTime
from seeds.chance import Chance
from seeds.networks.networks import DemoNetwork
from seeds.networks.team import House, Team, may_meet
from seeds.people.inventing import InventedPerson
from seeds.steps import Step, command_id

C = TypeVar("C", bound=Command)

DAY = timedelta(days=1)
SATURDAY = 5
FIRST_MINUTE, LAST_MINUTE = 9 * 60, 17 * 60 + 30  # of a working day, on the wall
QUARTER = 15  # minutes
NOBODY = UUID(int=0)


@dataclass(slots=True)
class Story:
    """Arcs add steps to it in any order; it is told in the order of time, up to now."""

    network: DemoNetwork
    team: Team
    person: InventedPerson
    chance: Chance
    lead: House  # the organisation that met the person
    referent: Member
    begins: datetime
    now: datetime
    pathway_id: UUID = NOBODY  # until the meeting is told
    circle: dict[UUID, datetime] = field(default_factory=dict)  # organisations, since when
    agreed: dict[UUID, set[DataClass]] = field(default_factory=dict)  # by organisation
    steps: list[Step] = field(default_factory=list)

    def tell(
        self,
        act: Callable[..., Recorded],
        kind: Callable[..., C],
        at: datetime,
        by: Member | None = None,
        /,
        **said: Any,
    ) -> C:
        """Add a step on the pathway; the referent acts where nobody else is named."""
        command = kind(command_id=self.next_id(), at=at, pathway_id=self.pathway_id, **said)
        self.steps.append(Step(act, command, by or self.referent))
        return command

    def next_id(self) -> UUID:
        return command_id(self.network.key, self.person.number, len(self.steps))

    def told(self) -> list[Step]:
        """What has happened until now, in the order in which it was said."""
        past = [step for step in self.steps if step.command.at <= self.now]
        return sorted(past, key=lambda step: step.command.at)

    def later(self, at: datetime, least: float, most: float) -> datetime:
        """A moment of a working day, so many days after another, and after it in any case."""
        day = (at + self.chance.days(least, most)).astimezone(self.lead.zone).date()
        moment = self._on(_working(day))
        return moment if moment > at else self._on(_working(day + DAY))

    def wall_time(self, at: datetime, least: float, most: float) -> WallTime:
        """A time that people are given for an appointment: a quarter of an hour, there."""
        there = self.later(at + DAY, least, most).astimezone(self.lead.zone)
        wall = there.replace(minute=there.minute // QUARTER * QUARTER, second=0, tzinfo=None)
        return WallTime(wall=wall, zone=self.lead.description.time_zone)

    def colleague(self, data_class: DataClass) -> Member:
        """The referent, or a colleague who may meet that class of data."""
        if may_meet(self.referent, data_class):
            return self.referent
        return self.lead.somebody(self.chance, data_class)

    def _on(self, day: date) -> datetime:
        minute = self.chance.randrange(FIRST_MINUTE, LAST_MINUTE)
        wall = time(minute // 60, minute % 60)
        return datetime.combine(day, wall, tzinfo=self.lead.zone).astimezone(UTC)


Arc = Callable[[Story, datetime], datetime]  # adds steps from a moment on; says when it ends


def _working(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + max(0, 7 - day.weekday()) * DAY if day.weekday() >= SATURDAY else day
