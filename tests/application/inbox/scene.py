"""A network whose members are told: a mediator who leads, a nurse beside her, and reminders."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from application.follow_up.plan_follow_up import PlanFollowUp, plan_follow_up
from application.inbox.ports import InboxItem
from application.inbox.tell_members import Telling, tell_members
from application.pathways.open_pathway import OpenPathway, open_pathway
from application.reminders.ports import DueState
from domain.data_classes import DataClass
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.pathway.follow_up import FollowUpPlan, Mode, Purpose
from domain.pathway.opening import MetAt
from tests.application.network import Town
from tests.application.reminders.house import House, at
from tests.fakes.likenesses import BookmarkInMemory

DAY = at(9)  # at which follow-ups of that day are recalled


@dataclass
class Scene:
    house: House = field(default_factory=House)

    def __post_init__(self) -> None:
        self.town = Town(network=self.house.network)
        self.ines = self.town.enrolled(FOUNDER, Profession.MEDIATOR)
        self.maud = self.town.enrolled(FOUNDER, Profession.NURSE)
        opening = OpenPathway(called="Awa", met_at=MetAt.HOME_VISIT)
        self.awa = open_pathway(self.house.network, opening, self.ines).stream_id
        self.house.pathway_id = self.awa
        self.telling = Telling(self.house.network, self.house.inbox, BookmarkInMemory())

    def follow_up(
        self, by: Member, *, with_: Member | None = None, of: DataClass = DataClass.SOCIAL
    ) -> UUID:
        plan = FollowUpPlan(
            due_on=day(),
            purpose=Purpose.NEWS,
            mode=Mode.PHONE,
            with_member=with_.id if with_ else None,
            data_class=of,
        )
        command = PlanFollowUp(pathway_id=self.awa, plan=plan)
        plan_follow_up(self.house.network, command, by)
        return command.follow_up_id

    def recall(self) -> list[DueState]:
        self.house.plan()
        return self.house.work(DAY)

    def follow(self) -> None:
        while tell_members(self.telling):
            pass

    @property
    def items(self) -> list[InboxItem]:
        return list(self.house.inbox.items.values())

    def addressees(self) -> list[UUID | None]:
        return [item.member_id for item in self.items]


def day() -> date:
    return DAY.wall.date()


def now() -> datetime:
    return DAY.instant
