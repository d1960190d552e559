from typing import Any
from uuid import UUID

import pytest

from application.needs.abandon_goal import AbandonGoal, abandon_goal
from application.needs.agree_goal import AgreeGoal, agree_goal
from application.needs.close_need import CloseNeed, close_need
from application.needs.enter_need_in_error import EnterNeedInError, enter_need_in_error
from application.needs.identify_need import IdentifyNeed, identify_need
from application.needs.lift_obstacle import LiftObstacle, lift_obstacle
from application.needs.reach_goal import ReachGoal, reach_goal
from application.needs.report_obstacle import ReportObstacle, report_obstacle
from domain.data_classes import DataClass
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.pathway.needs import NeedKind, NeedOutcome
from domain.pathway.obstacles.words import Delayable, Delayed, LiftedHow, ObstacleKind
from domain.pathway.pathway import Pathway
from tests.application.network import Town


class Case:
    """A person who needs a dentist, and what comes of it."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.mediator: Member = town.enrolled(FOUNDER, Profession.MEDIATOR)
        self.pathway_id: UUID = town.opened_by(self.mediator)
        self.need = IdentifyNeed(pathway_id=self.pathway_id, kind=NeedKind.DENTAL_CARE)
        self.does(identify_need, self.need)

    def does(self, use_case: Any, command: Any) -> None:
        use_case(self.town.network, command, self.mediator)

    def pathway(self) -> Pathway:
        return self.town.pathway(self.pathway_id)


@pytest.fixture
def case(town: Town) -> Case:
    return Case(town)


def test_a_need_is_closed(case: Case) -> None:
    case.does(
        close_need,
        CloseNeed(pathway_id=case.pathway_id, need_id=case.need.need_id, outcome=NeedOutcome.MET),
    )
    assert not case.pathway().needs.by_id[case.need.need_id].is_open


def test_a_need_entered_in_error_is_gone(case: Case) -> None:
    case.does(
        enter_need_in_error,
        EnterNeedInError(pathway_id=case.pathway_id, need_id=case.need.need_id),
    )
    assert case.pathway().needs.by_id == {}


def test_an_obstacle_delays_a_need_until_it_is_lifted(case: Case) -> None:
    reporting = ReportObstacle(
        pathway_id=case.pathway_id,
        kind=ObstacleKind.SUPPLY,
        delays=Delayed(what=Delayable.NEED, id=case.need.need_id),
    )
    case.does(report_obstacle, reporting)
    obstacle = case.pathway().obstacles.by_id[reporting.obstacle_id]
    assert (obstacle.data_class, obstacle.is_lifted) == (DataClass.HEALTH, False)
    case.does(
        lift_obstacle,
        LiftObstacle(
            pathway_id=case.pathway_id,
            obstacle_id=reporting.obstacle_id,
            how=LiftedHow.OTHER_PLACE_FOUND,
        ),
    )
    assert case.pathway().obstacles.by_id[reporting.obstacle_id].is_lifted


@pytest.mark.parametrize(
    ("use_case", "command"), [(reach_goal, ReachGoal), (abandon_goal, AbandonGoal)]
)
def test_a_goal_is_reached_or_abandoned(case: Case, use_case: Any, command: Any) -> None:
    agreeing = AgreeGoal(pathway_id=case.pathway_id, words="Smile again.")
    case.does(agree_goal, agreeing)
    assert case.pathway().goals.by_id[agreeing.goal_id].is_open
    case.does(use_case, command(pathway_id=case.pathway_id, goal_id=agreeing.goal_id))
    assert not case.pathway().goals.by_id[agreeing.goal_id].is_open
