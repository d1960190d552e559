"""What the person needs, what stands in the way, and what they want to try."""

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.needs.abandon_goal import AbandonGoal, abandon_goal
from application.needs.agree_goal import AgreeGoal, agree_goal
from application.needs.close_need import CloseNeed, close_need
from application.needs.enter_need_in_error import EnterNeedInError, enter_need_in_error
from application.needs.identify_need import IdentifyNeed, identify_need
from application.needs.lift_obstacle import LiftObstacle, lift_obstacle
from application.needs.reach_goal import ReachGoal, reach_goal
from application.needs.report_obstacle import ReportObstacle, report_obstacle
from application.pathways.told import goals_told, needs_told, obstacles_told
from domain.data_classes import DataClass
from domain.instants import Day
from domain.pathway.goals import GoalAlreadyEnded, GoalAlreadyKnown, GoalUnknown
from domain.pathway.needs import (
    NeedAlreadyClosed,
    NeedAlreadyKnown,
    NeedKind,
    NeedOutcome,
    NeedUnknown,
)
from domain.pathway.obstacles.refusals import (
    LiftedBeforeReported,
    NothingDelayed,
    ObstacleAlreadyKnown,
    ObstacleAlreadyLifted,
    ObstacleUnknown,
)
from domain.pathway.obstacles.words import Delayed, LiftedHow, ObstacleKind
from domain.pathway.opening import PathwayNotOpened
from domain.rights.schemes import NonTakeUp
from domain.text import Text

router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["needs"])
RAISED = "Raises the class, where the words say more."


class Need(Asked):
    kind: NeedKind
    words: Text | None = Field(default=None, examples=["Revoir un médecin sans facture."])
    data_class: DataClass | None = Field(default=None, description=RAISED)


class Outcome(Asked):
    outcome: NeedOutcome
    words: Text | None = None


class Obstacle(Asked):
    kind: ObstacleKind = Field(examples=["MOB"])
    non_take_up: NonTakeUp | None = None
    delays: Delayed | None = Field(default=None, description="What it keeps waiting.")
    words: Text | None = None
    data_class: DataClass | None = Field(default=None, description=RAISED)


class Lifted(Asked):
    how: LiftedHow
    words: Text | None = None


class Goal(Asked):
    words: Text = Field(examples=["Passer le permis cette année."])
    hoped_by: Day | None = None
    data_class: DataClass | None = Field(default=None, description=RAISED)


class InTheirWords(Asked):
    words: Text | None = None


class NeedShown(Shown):
    id: UUID
    kind: NeedKind
    data_class: DataClass
    words: str | None
    outcome: NeedOutcome | None = Field(description="Null while it is open.")
    outcome_words: str | None


class ObstacleShown(Shown):
    id: UUID
    kind: ObstacleKind
    data_class: DataClass
    reported_at: datetime
    delays: Delayed | None
    words: str | None
    lifted: LiftedHow | None = Field(description="Null while it stands in the way.")
    lifted_after_days: int | None
    lifted_words: str | None


class GoalShown(Shown):
    id: UUID
    data_class: DataClass
    words: str
    hoped_by: date | None
    reached: bool | None = Field(description="Null while it is pursued; false: abandoned.")
    outcome_words: str | None


@router.get("/needs", responses=reads(PathwayNotOpened))
def needs(pathway_id: UUID, reading: AReading) -> tuple[NeedShown, ...]:
    """What the person needs, and what became of it."""
    return tuple(map(NeedShown.model_validate, needs_told(reading.pathway(pathway_id).events)))


@router.get("/obstacles", responses=reads(PathwayNotOpened))
def obstacles(pathway_id: UUID, reading: AReading) -> tuple[ObstacleShown, ...]:
    """What stands in the way, or stood there."""
    events = reading.pathway(pathway_id).events
    return tuple(map(ObstacleShown.model_validate, obstacles_told(events)))


@router.get("/goals", responses=reads(PathwayNotOpened))
def goals(pathway_id: UUID, reading: AReading) -> tuple[GoalShown, ...]:
    """What the person wants, in their words."""
    return tuple(map(GoalShown.model_validate, goals_told(reading.pathway(pathway_id).events)))


@on_pathway(router, "/needs", NeedAlreadyKnown)
def identify(pathway_id: UUID, asked: Need, door: ADoor) -> Told:
    """Note what the person needs."""
    command = door.command(IdentifyNeed, asked, pathway_id=pathway_id)
    return door.run(identify_need, command, of=command.need_id)


@on_item(router, "/needs/{need_id}/closing", NeedUnknown, NeedAlreadyClosed)
def close(pathway_id: UUID, need_id: UUID, asked: Outcome, door: AnItemDoor) -> Told:
    """Note what became of a need."""
    command = door.command(CloseNeed, asked, pathway_id=pathway_id, need_id=need_id)
    return door.run(close_need, command, of=need_id)


@on_item(router, "/needs/{need_id}/withdrawal", NeedUnknown)
def withdraw(pathway_id: UUID, need_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Note that this never was the person's need."""
    command = door.command(EnterNeedInError, asked, pathway_id=pathway_id, need_id=need_id)
    return door.run(enter_need_in_error, command, of=need_id)


@on_pathway(router, "/obstacles", ObstacleAlreadyKnown, NothingDelayed)
def report(pathway_id: UUID, asked: Obstacle, door: ADoor) -> Told:
    """Note what stands in the way, and what it delays."""
    command = door.command(ReportObstacle, asked, pathway_id=pathway_id)
    return door.run(report_obstacle, command, of=command.obstacle_id)


@on_item(
    router,
    "/obstacles/{obstacle_id}/lifting",
    ObstacleUnknown,
    ObstacleAlreadyLifted,
    LiftedBeforeReported,
)
def lift(pathway_id: UUID, obstacle_id: UUID, asked: Lifted, door: AnItemDoor) -> Told:
    """Note that an obstacle is out of the way, and how."""
    command = door.command(LiftObstacle, asked, pathway_id=pathway_id, obstacle_id=obstacle_id)
    return door.run(lift_obstacle, command, of=obstacle_id)


@on_pathway(router, "/goals", GoalAlreadyKnown)
def agree(pathway_id: UUID, asked: Goal, door: ADoor) -> Told:
    """Agree with the person on what they want to try, in their words."""
    command = door.command(AgreeGoal, asked, pathway_id=pathway_id)
    return door.run(agree_goal, command, of=command.goal_id)


@on_item(router, "/goals/{goal_id}/achievement", GoalUnknown, GoalAlreadyEnded)
def reach(pathway_id: UUID, goal_id: UUID, asked: InTheirWords, door: AnItemDoor) -> Told:
    """Note that the person got where they wanted."""
    command = door.command(ReachGoal, asked, pathway_id=pathway_id, goal_id=goal_id)
    return door.run(reach_goal, command, of=goal_id)


@on_item(router, "/goals/{goal_id}/abandonment", GoalUnknown, GoalAlreadyEnded)
def abandon(pathway_id: UUID, goal_id: UUID, asked: InTheirWords, door: AnItemDoor) -> Told:
    """Note that the person no longer wants what was agreed."""
    command = door.command(AbandonGoal, asked, pathway_id=pathway_id, goal_id=goal_id)
    return door.run(abandon_goal, command, of=goal_id)
