"""What the demo's organisations do beside their pathways: the steps, told from data."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from application.activities.attend_body import AttendBody, attend_body
from application.activities.give_training import GiveTraining, give_training
from application.activities.hold_health_day import HoldHealthDay, hold_health_day
from application.activities.hold_prevention_action import (
    HoldPreventionAction,
    hold_prevention_action,
)
from application.commands import Command
from application.ports import Recorded
from domain.members import Member
from seeds.networks.founding import member_of
from seeds.networks.networks import DemoNetwork, DemoOrganisation
from seeds.steps import Step, command_id

FOLDER = Path(__file__).parent
DAY = timedelta(days=1)
FRIDAY = 4
KINDS: dict[str, tuple[Callable[..., Recorded], type[Command], str]] = {
    "health_days": (hold_health_day, HoldHealthDay, "day"),
    "preventions": (hold_prevention_action, HoldPreventionAction, "action"),
    "trainings": (give_training, GiveTraining, "training"),
    "bodies": (attend_body, AttendBody, "body"),
}


@dataclass(frozen=True, slots=True)
class Programme:
    """One demo network, as its activities are told on the last day of the demo."""

    network: DemoNetwork
    now: datetime

    @property
    def said(self) -> dict[str, Any]:
        return read(self.network.key)

    def member(self, organisation_key: str, key: str) -> Member:
        organisation = self.organisation(organisation_key)
        who = next(one for one in organisation.members if one.key == key)
        return member_of(self.network, organisation, who)

    def organisation(self, key: str) -> DemoOrganisation:
        return next(one for one in self.network.organisations if one.key == key)

    def starts(self, said: dict[str, Any], *, days_ago: int) -> datetime:
        """A time of a working day, there."""
        zone = ZoneInfo(self.organisation(said["by"][0]).description.time_zone)
        day = (self.now - days_ago * DAY).astimezone(zone).date()
        day -= max(0, day.weekday() - FRIDAY) * DAY
        return datetime.combine(day, said["starts"], tzinfo=zone).astimezone(UTC)

    def happening(self, said: dict[str, Any], *, days_ago: int) -> dict[str, Any]:
        by, starts_at = self.member(*said["by"]), self.starts(said, days_ago=days_ago)
        partners = [
            member_of(self.network, partner, partner.members[0]).organisation_id
            for partner in map(self.organisation, said.get("partners", ()))
        ]
        return {
            "place": said["place"],
            "commune": said.get("commune"),
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(minutes=said["minutes"]),
            "team": (by.id,),
            "partners": tuple(partners),
        }


def told_once(programme: Programme) -> Iterator[Step]:
    """Health days, prevention, trainings and bodies: each is one command."""
    for kind, (act, command, field) in KINDS.items():
        for number, said in enumerate(programme.said.get(kind, ())):
            happening = programme.happening(said, days_ago=said["days_ago"])
            asked = command.model_validate(
                {
                    "command_id": command_id(programme.network.key, kind, number),
                    "at": happening["ends_at"],
                    "happening": happening,
                    field: said[field],
                }
            )
            yield Step(act, asked, programme.member(*said["by"]))


@cache
def read(key: str) -> dict[str, Any]:
    """What is told of a network's activities."""
    return tomllib.loads((FOLDER / f"{key}.toml").read_text("utf-8"))
