"""Needs, goals and obstacles, as dicts say them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.data_classes import RANKS, DataClass
from domain.pathway.needs import NeedKind, NeedOutcome
from domain.pathway.obstacles.words import Delayable, Delayed, LiftedHow, ObstacleKind
from tests.domain.pathway.whole.machine import (
    Whole,
    at_least_social,
    classes,
    few_ids,
    fresh,
    instants,
    likely,
    words,
)

NEEDS = {
    NeedKind.FOOD: DataClass.SOCIAL,
    NeedKind.PREGNANCY: DataClass.HEALTH,
    NeedKind.SAFETY: DataClass.PROTECTION,
}
OBSTACLES = {
    ObstacleKind.MOBILITY: DataClass.SOCIAL,
    ObstacleKind.RIGHT: DataClass.STATUS,
    ObstacleKind.SUFFERING: DataClass.MENTAL_HEALTH,
}


def highest(*data_classes: DataClass) -> DataClass:
    return max(data_classes, key=lambda data_class: RANKS[data_class])


class Wants(Whole):
    def __init__(self) -> None:
        super().__init__()
        self.needs: dict[UUID, dict[str, Any]] = {}
        self.goals: dict[UUID, dict[str, Any]] = {}
        self.obstacles: dict[UUID, dict[str, Any]] = {}

    @rule(
        data=st.data(),
        kind=st.sampled_from(list(NEEDS)),
        text=words | st.none(),
        raised=classes | st.none(),
        at=instants,
    )
    def identify(
        self,
        data: st.DataObject,
        kind: NeedKind,
        text: str | None,
        raised: DataClass | None,
        at: datetime,
    ) -> None:
        key = fresh(data, self.needs)
        refused = "need-already-known" if key in self.needs else None
        data_class = highest(NEEDS[kind], raised or DataClass.IDENTITY)
        self.decide(
            lambda pathway: pathway.needs.identify(
                need_id=key, kind=kind, words=text, data_class=raised, at=at
            ),
            refused=refused,
            told_as=data_class,
        )
        if refused is None:
            self.needs[key] = {"class": data_class, "open": True}

    @rule(data=st.data(), text=words | st.none(), at=instants)
    def close_need(self, data: st.DataObject, text: str | None, at: datetime) -> None:
        key = likely(data, self.needs, few_ids)
        refused = self._open(self.needs, key, "need-unknown", "need-already-closed")
        self.decide(
            lambda pathway: pathway.needs.close(
                need_id=key, outcome=NeedOutcome.MET, words=text, at=at
            ),
            refused=refused,
            told_as=self.needs.get(key, {}).get("class"),
        )
        if refused is None:
            self.needs[key]["open"] = False

    @rule(data=st.data(), at=instants)
    def enter_need_in_error(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.needs, few_ids)
        self.decide(
            lambda pathway: pathway.needs.enter_in_error(need_id=key, at=at),
            refused=None if key in self.needs else "need-unknown",
            told_as=self.needs.get(key, {}).get("class"),
        )
        self.needs.pop(key, None)

    @rule(data=st.data(), text=words, data_class=classes, at=instants)
    def agree(self, data: st.DataObject, text: str, data_class: DataClass, at: datetime) -> None:
        key = fresh(data, self.goals)
        refused = "goal-already-known" if key in self.goals else None
        self.decide(
            lambda pathway: pathway.goals.agree(
                goal_id=key, words=text, data_class=data_class, at=at
            ),
            refused=refused,
            told_as=at_least_social(data_class),
        )
        if refused is None:
            self.goals[key] = {"class": at_least_social(data_class), "open": True}

    @rule(data=st.data(), reached=st.booleans(), text=words | st.none(), at=instants)
    def end_goal(
        self,
        data: st.DataObject,
        reached: bool,
        text: str | None,
        at: datetime,
    ) -> None:
        key = likely(data, self.goals, few_ids)
        refused = self._open(self.goals, key, "goal-unknown", "goal-already-ended")
        self.decide(
            lambda pathway: (
                pathway.goals.reach(goal_id=key, words=text, at=at)
                if reached
                else pathway.goals.abandon(goal_id=key, words=text, at=at)
            ),
            refused=refused,
            told_as=self.goals.get(key, {}).get("class"),
        )
        if refused is None:
            self.goals[key]["open"] = False

    @rule(data=st.data(), kind=st.sampled_from(list(OBSTACLES)), at=instants)
    def report(self, data: st.DataObject, kind: ObstacleKind, at: datetime) -> None:
        key = fresh(data, self.obstacles)
        need = likely(data, self.needs, few_ids | st.none())
        refused = "nothing-delayed" if need and need not in self.needs else None
        if key in self.obstacles:
            refused = "obstacle-already-known"
        delayed = self.needs.get(need, {}).get("class", DataClass.SOCIAL) if need else None
        data_class = highest(OBSTACLES[kind], delayed or DataClass.SOCIAL)
        self.decide(
            lambda pathway: pathway.obstacles.report(
                obstacle_id=key,
                kind=kind,
                delays=Delayed(what=Delayable.NEED, id=need) if need else None,
                at=at,
            ),
            refused=refused,
            told_as=data_class,
        )
        if refused is None:
            self.obstacles[key] = {"class": data_class, "open": True, "at": at}

    @rule(data=st.data(), text=words | st.none(), at=instants)
    def lift(self, data: st.DataObject, text: str | None, at: datetime) -> None:
        key = likely(data, self.obstacles, few_ids)
        refused = self._open(self.obstacles, key, "obstacle-unknown", "obstacle-already-lifted")
        if refused is None and at < self.obstacles[key]["at"]:
            refused = "lifted-before-reported"
        self.decide(
            lambda pathway: pathway.obstacles.lift(
                obstacle_id=key, how=LiftedHow.ACCOMPANIED, words=text, at=at
            ),
            refused=refused,
            told_as=self.obstacles.get(key, {}).get("class"),
        )
        if refused is None:
            self.obstacles[key]["open"] = False

    @invariant()
    def needs_goals_and_obstacles_are_as_told(self) -> None:
        pathway = self.pathway
        assert {
            key: {"class": need.data_class, "open": need.is_open}
            for key, need in pathway.needs.by_id.items()
        } == self.needs
        assert {
            key: {"class": goal.data_class, "open": goal.is_open}
            for key, goal in pathway.goals.by_id.items()
        } == self.goals
        assert {
            key: {
                "class": obstacle.data_class,
                "open": not obstacle.is_lifted,
                "at": obstacle.reported_at,
            }
            for key, obstacle in pathway.obstacles.by_id.items()
        } == self.obstacles

    @staticmethod
    def _open(known: dict[UUID, dict[str, Any]], key: UUID, unknown: str, over: str) -> str | None:
        if key not in known:
            return unknown
        return None if known[key]["open"] else over
