"""Workshops of the demo: their sessions, who came by name and who without one."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from application.sharing.close_pathway import ClosePathway
from application.workshops.count_people import CountWorkshopPeople, count_people
from application.workshops.hold_session import HoldWorkshopSession, hold_session
from application.workshops.open_workshop import OpenWorkshop, open_workshop
from application.workshops.plan_session import PlanWorkshopSession, plan_session
from application.workshops.take_place import TakeWorkshopPlace, take_place
from domain.members import Member
from seeds.activities.telling import Programme
from seeds.chance import Chance
from seeds.steps import Step, command_id
from seeds.stories.story import Story

WEEK = timedelta(days=7)
NOTICE = timedelta(days=30)  # how long before it a session is planned
AT_MOST = 5  # known people in a session of the demo
THEY_CAME = 0.8


def gathered(programme: Programme, stories: Sequence[Story]) -> Iterator[Step]:
    """Each workshop with its sessions; those who come are some of whom these stories tell."""
    for number, said in enumerate(programme.said.get("workshops", ())):
        first = programme.happening(said, days_ago=said["sessions"][0]["days_ago"])
        opening = OpenWorkshop.model_validate(
            {
                "command_id": command_id(programme.network.key, "workshops", number),
                "at": first["starts_at"] - NOTICE,
                "happening": first,
                "workshop": said["workshop"],
            }
        )
        by = programme.member(*said["by"])
        yield Step(open_workshop, opening, by)
        for session in said["sessions"]:
            starts_at = programme.starts(said, days_ago=session["days_ago"])
            yield from _session(opening.activity_id, starts_at, said | session, by)
            if starts_at < programme.now:
                coming = (opening.activity_id, starts_at)
                yield from _came(coming, stories, by)
                yield _held(opening.activity_id, starts_at, said | session, by)


def _session(
    workshop_id: UUID, starts_at: datetime, said: dict[str, Any], by: Member
) -> Iterator[Step]:
    """A session is planned, with places kept for those who gave no name."""
    planning = _planning(workshop_id, starts_at, said["minutes"])
    yield Step(plan_session, planning, by)
    counting = CountWorkshopPeople(
        command_id=command_id(planning.command_id, "count"),
        at=planning.at,
        activity_id=workshop_id,
        session_id=planning.session_id,
        nameless=said["nameless"],
    )
    yield Step(count_people, counting, by)


def _came(coming: tuple[UUID, datetime], stories: Sequence[Story], by: Member) -> Iterator[Step]:
    workshop_id, starts_at = coming
    session_id = _planning(workshop_id, starts_at, 1).session_id
    chance = Chance.of(str(session_id))
    there = [story for story in stories if story.lead.id == by.organisation_id]
    able = [story for story in there if is_followed(story, starts_at)]
    for story in chance.sample(able, min(len(able), AT_MOST)):
        taking = TakeWorkshopPlace(
            command_id=command_id(session_id, story.pathway_id),
            at=starts_at + timedelta(minutes=10),
            pathway_id=story.pathway_id,
            workshop_id=workshop_id,
            of_session=session_id,
            came=chance.happens(THEY_CAME),
        )
        yield Step(take_place, taking, by)


def _held(workshop_id: UUID, starts_at: datetime, said: dict[str, Any], by: Member) -> Step:
    planning = _planning(workshop_id, starts_at, said["minutes"])
    holding = HoldWorkshopSession(
        command_id=command_id(planning.command_id, "holding"),
        at=starts_at + timedelta(minutes=said["minutes"]),
        activity_id=workshop_id,
        session_id=planning.session_id,
        nameless=said["nameless"],
        children=said["children"],
    )
    return Step(hold_session, holding, by)


def _planning(workshop_id: UUID, starts_at: datetime, minutes: int) -> PlanWorkshopSession:
    return PlanWorkshopSession(
        command_id=command_id(workshop_id, starts_at.isoformat()),
        at=starts_at - NOTICE,
        activity_id=workshop_id,
        starts_at=starts_at,
        minutes=minutes,
    )


def is_followed(story: Story, at: datetime) -> bool:
    """Whether the person was met before that, and the pathway is never closed."""
    closed = any(isinstance(step.command, ClosePathway) for step in story.told())
    return story.begins + WEEK < at and not closed
