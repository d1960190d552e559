"""What the person needs, what stands in the way, and what they decide to try."""

from datetime import datetime
from typing import NamedTuple

from application.needs.abandon_goal import AbandonGoal, abandon_goal
from application.needs.agree_goal import AgreeGoal, agree_goal
from application.needs.close_need import CloseNeed, close_need
from application.needs.identify_need import IdentifyNeed, identify_need
from application.needs.lift_obstacle import LiftObstacle, lift_obstacle
from application.needs.reach_goal import ReachGoal, reach_goal
from application.needs.report_obstacle import ReportObstacle, report_obstacle
from domain.members import Member
from domain.pathway.needs import NeedKind, NeedOutcome
from domain.pathway.obstacles.words import Delayable, Delayed, LiftedHow, ObstacleKind
from seeds.stories.fitting import fitting
from seeds.stories.story import Story
from seeds.stories.words import words


class Hindrance(NamedTuple):
    kind: ObstacleKind
    lifted: LiftedHow


NEEDS = {
    NeedKind.HEALTH_COVER: 8,
    NeedKind.RIGHTS: 6,
    NeedKind.CARE: 6,
    NeedKind.DENTAL_CARE: 3,
    NeedKind.PREGNANCY: 2,
    NeedKind.MENTAL_HEALTH: 3,
    NeedKind.HOUSING: 5,
    NeedKind.FOOD: 4,
    NeedKind.MOBILITY: 4,
    NeedKind.LANGUAGE: 2,
    NeedKind.CHILDREN: 3,
    NeedKind.COMPANY: 2,
}
HINDRANCES = {
    Hindrance(ObstacleKind.PAPERWORK, LiftedHow.DOCUMENT_OBTAINED): 7,
    Hindrance(ObstacleKind.MOBILITY, LiftedHow.TRANSPORT_FOUND): 7,
    Hindrance(ObstacleKind.COST, LiftedHow.COST_COVERED): 5,
    Hindrance(ObstacleKind.EXPERIENCE, LiftedHow.ACCOMPANIED): 4,
    Hindrance(ObstacleKind.INFORMATION, LiftedHow.INFORMED): 4,
    Hindrance(ObstacleKind.DIGITAL, LiftedHow.ACCOMPANIED): 3,
    Hindrance(ObstacleKind.SUPPLY, LiftedHow.OTHER_PLACE_FOUND): 4,
    Hindrance(ObstacleKind.ADDRESS, LiftedHow.DOCUMENT_OBTAINED): 2,
    Hindrance(ObstacleKind.CHILDCARE, LiftedHow.CHILDCARE_FOUND): 2,
    Hindrance(ObstacleKind.RIGHT, LiftedHow.RIGHT_OPENED): 2,
    Hindrance(ObstacleKind.SUFFERING, LiftedHow.ACCOMPANIED): 2,
}
OUTCOMES = {
    NeedOutcome.MET: 7,
    NeedOutcome.PARTLY_MET: 3,
    NeedOutcome.NO_LONGER: 1,
    NeedOutcome.GIVEN_UP: 1,
}


def want(story: Story, at: datetime) -> datetime:
    """A need is heard; something may stand in its way; later it is met, or not."""
    kind = story.chance.among(fitting(story, NEEDS, at))
    by = story.colleague(kind.data_class)
    own_words = story.chance.choice(words("needs", kind))
    need = story.tell(identify_need, IdentifyNeed, at, by, kind=kind, words=own_words)
    if story.chance.happens(0.55):
        at = _hinder(story, story.later(at, 0, 12), need, by)
    if story.chance.happens(0.65):
        at = story.later(at, 15, 120)
        outcome = {"need_id": need.need_id, "outcome": story.chance.among(OUTCOMES)}
        story.tell(close_need, CloseNeed, at, by, **outcome)
    return at


def _hinder(story: Story, at: datetime, need: IdentifyNeed, by: Member) -> datetime:
    hindrance = story.chance.among(HINDRANCES)
    delayed = {
        "kind": hindrance.kind,
        "delays": Delayed(what=Delayable.NEED, id=need.need_id),
    }
    met = story.tell(report_obstacle, ReportObstacle, at, by, **delayed)
    if story.chance.happens(0.7):
        at = story.later(at, 6, 60)
        lifted = {"obstacle_id": met.obstacle_id, "how": hindrance.lifted}
        story.tell(lift_obstacle, LiftObstacle, at, by, **lifted)
    return at


def agree(story: Story, at: datetime) -> datetime:
    """A goal in the person's own words, and what became of it."""
    chosen = story.chance.choice(words("goals", "agreed"))
    goal = story.tell(agree_goal, AgreeGoal, at, words=chosen)
    outcome = story.chance.among({"reached": 55, "abandoned": 15, "open": 30})
    if outcome == "open":
        return at
    at = story.later(at, 20, 150)
    said = {"goal_id": goal.goal_id, "words": story.chance.choice(words("goals", outcome))}
    if outcome == "reached":
        story.tell(reach_goal, ReachGoal, at, **said)
    else:
        story.tell(abandon_goal, AbandonGoal, at, **said)
    return at
