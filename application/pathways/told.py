"""What was told in words: parts keep what decisions need, the words stay in the facts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.pathway.goals import GoalAbandoned, GoalAgreed, GoalReached
from domain.pathway.household.facts import ChildLinked, ChildLinkedInError, ChildPathwayLinked
from domain.pathway.household.facts import ParentalAuthorityRecorded as AuthorityRecorded
from domain.pathway.household.words import Child
from domain.pathway.needs import (
    NeedClosed,
    NeedEnteredInError,
    NeedIdentified,
    NeedKind,
    NeedOutcome,
)
from domain.pathway.notes import NoteAdded, NoteCorrected, NoteEnteredInError
from domain.pathway.obstacles.facts import ObstacleLifted, ObstacleReported
from domain.pathway.obstacles.words import Delayed, LiftedHow, ObstacleKind


@dataclass(frozen=True, slots=True)
class NoteTold:
    id: UUID
    text: str
    data_class: DataClass
    written_by: UUID  # organisation
    author_id: UUID | None  # member
    written_at: datetime
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class NeedTold:
    id: UUID
    kind: NeedKind
    data_class: DataClass
    words: str | None
    outcome: NeedOutcome | None = None  # None while it is open
    outcome_words: str | None = None


@dataclass(frozen=True, slots=True)
class ObstacleTold:
    id: UUID
    kind: ObstacleKind
    data_class: DataClass
    reported_at: datetime
    delays: Delayed | None
    words: str | None
    lifted: LiftedHow | None = None  # None while it stands in the way
    lifted_after_days: int | None = None
    lifted_words: str | None = None


@dataclass(frozen=True, slots=True)
class GoalTold:
    id: UUID
    data_class: DataClass
    words: str
    hoped_by: date | None
    reached: bool | None = None  # None while it is pursued; False: abandoned
    outcome_words: str | None = None


def notes_told(events: Iterable[DomainEvent]) -> list[NoteTold]:
    notes: dict[UUID, NoteTold] = {}
    for event in events:
        match event.fact:
            case NoteAdded() | NoteCorrected() as said:
                notes[said.note_id] = NoteTold(
                    id=said.note_id,
                    text=said.text,
                    data_class=said.data_class,
                    written_by=said.written_by,
                    author_id=event.actor_id,
                    written_at=said.occurred_at,
                    corrected=isinstance(said, NoteCorrected),
                )
            case NoteEnteredInError() as withdrawn:
                notes.pop(withdrawn.note_id, None)
    return list(notes.values())


def needs_told(events: Iterable[DomainEvent]) -> list[NeedTold]:
    needs: dict[UUID, NeedTold] = {}
    for event in events:
        match event.fact:
            case NeedIdentified() as said:
                needs[said.need_id] = NeedTold(said.need_id, said.kind, said.data_class, said.words)
            case NeedClosed() as closed if closed.need_id in needs:
                needs[closed.need_id] = replace(
                    needs[closed.need_id], outcome=closed.outcome, outcome_words=closed.words
                )
            case NeedEnteredInError() as withdrawn:
                needs.pop(withdrawn.need_id, None)
    return list(needs.values())


def obstacles_told(events: Iterable[DomainEvent]) -> list[ObstacleTold]:
    obstacles: dict[UUID, ObstacleTold] = {}
    for event in events:
        match event.fact:
            case ObstacleReported() as said:
                obstacles[said.obstacle_id] = ObstacleTold(
                    id=said.obstacle_id,
                    kind=said.kind,
                    data_class=said.data_class,
                    reported_at=said.occurred_at,
                    delays=said.delays,
                    words=said.words,
                )
            case ObstacleLifted() as lifted if lifted.obstacle_id in obstacles:
                obstacles[lifted.obstacle_id] = replace(
                    obstacles[lifted.obstacle_id],
                    lifted=lifted.how,
                    lifted_after_days=lifted.after_days,
                    lifted_words=lifted.words,
                )
    return list(obstacles.values())


def goals_told(events: Iterable[DomainEvent]) -> list[GoalTold]:
    goals: dict[UUID, GoalTold] = {}
    for event in events:
        match event.fact:
            case GoalAgreed() as said:
                goals[said.goal_id] = GoalTold(
                    said.goal_id, said.data_class, said.words, said.hoped_by
                )
            case GoalReached() | GoalAbandoned() as ended if ended.goal_id in goals:
                goals[ended.goal_id] = replace(
                    goals[ended.goal_id],
                    reached=isinstance(ended, GoalReached),
                    outcome_words=ended.words,
                )
    return list(goals.values())


def children_told(events: Iterable[DomainEvent]) -> dict[UUID, Child]:
    children: dict[UUID, Child] = {}
    for event in events:
        match event.fact:
            case ChildLinked() as said:
                children[said.child_id] = said.child
            case ChildPathwayLinked() as linked if linked.child_id in children:
                with_pathway = {"pathway_id": linked.pathway_id}
                children[linked.child_id] = children[linked.child_id].model_copy(
                    update=with_pathway
                )
            case ChildLinkedInError() as withdrawn:
                children.pop(withdrawn.child_id, None)
    return children


def holders_named(events: Iterable[DomainEvent]) -> dict[UUID, str | None]:
    """The names of holders of parental authority, where they were told."""
    return {
        event.fact.authority_id: event.fact.name
        for event in events
        if isinstance(event.fact, AuthorityRecorded)
    }
