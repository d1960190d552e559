"""What stands in the way, what it delays, and how it was lifted."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.needs import NeedEnteredInError, NeedIdentified
from domain.pathway.obstacles.facts import ObstacleLifted, ObstacleReported
from domain.pathway.obstacles.refusals import (
    LiftedBeforeReported,
    NothingDelayed,
    ObstacleAlreadyKnown,
    ObstacleAlreadyLifted,
    ObstacleUnknown,
)
from domain.pathway.obstacles.words import Delayable, Delayed, LiftedHow, ObstacleKind
from domain.pathway.rights.facts import (
    RightApplicationStarted,
    RightDeclaredOpen,
    RightEnteredInError,
)
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.rights.schemes import NonTakeUp


@dataclass(frozen=True, slots=True)
class Obstacle:
    kind: ObstacleKind
    data_class: DataClass
    reported_at: datetime
    delays: Delayed | None
    is_lifted: bool = False


Thing = tuple[Delayable, UUID]  # something on the pathway that an obstacle may delay


@dataclass(frozen=True, slots=True)
class Obstacles(Part):
    """The obstacles as known now, and what they could delay."""

    facts: ClassVar = (
        ObstacleReported,
        ObstacleLifted,
        AppointmentBooked,
        NeedIdentified,
        NeedEnteredInError,
        RightApplicationStarted,
        RightDeclaredOpen,
        RightEnteredInError,
        FactRecordedInWrongFile,
    )

    by_id: Items[UUID, Obstacle] = field(default_factory=none_yet)
    delayable: Items[Thing, DataClass] = field(default_factory=none_yet)

    def report(
        self,
        *,
        obstacle_id: UUID,
        kind: ObstacleKind,
        non_take_up: NonTakeUp | None = None,
        delays: Delayed | None = None,
        words: str | None = None,
        data_class: DataClass | None = None,
        at: datetime,
    ) -> ObstacleReported:
        """Note what stands in the way; its class is never below that of what it delays.

        `data_class` raises it further where the words say more.

        Raises:
            ObstacleAlreadyKnown: this id is another obstacle's.
            NothingDelayed: what it would delay is not on this pathway.
        """
        if obstacle_id in self.by_id:
            raise ObstacleAlreadyKnown
        return ObstacleReported(
            occurred_at=at,
            data_class=kind.data_class.raised_to(self._class_of(delays)).raised_to(data_class),
            obstacle_id=obstacle_id,
            kind=kind,
            non_take_up=non_take_up,
            delays=delays,
            words=words,
        )

    def lift(
        self, *, obstacle_id: UUID, how: LiftedHow, words: str | None = None, at: datetime
    ) -> ObstacleLifted:
        """Note that an obstacle is out of the way, how, and after how long.

        Raises:
            ObstacleUnknown: there is no such obstacle.
            ObstacleAlreadyLifted: it was lifted before.
            LiftedBeforeReported: it was met after that.
        """
        obstacle = self._obstacle(obstacle_id)
        if obstacle.is_lifted:
            raise ObstacleAlreadyLifted
        if at < obstacle.reported_at:
            raise LiftedBeforeReported
        return ObstacleLifted(
            occurred_at=at,
            data_class=obstacle.data_class,
            obstacle_id=obstacle_id,
            how=how,
            after_days=(at - obstacle.reported_at).days,
            words=words,
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case ObstacleReported():
                obstacle = Obstacle(fact.kind, fact.data_class, fact.occurred_at, fact.delays)
                return type(self)(having(self.by_id, fact.obstacle_id, obstacle), self.delayable)
            case ObstacleLifted() if known := self.by_id.get(fact.obstacle_id):
                lifted = replace(known, is_lifted=True)
                return type(self)(having(self.by_id, fact.obstacle_id, lifted), self.delayable)
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id), self._but(fact.entry_id))
        return type(self)(self.by_id, _delayable(self.delayable, fact))

    def _but(self, thing_id: UUID) -> Items[Thing, DataClass]:
        """What could be delayed, without what was somebody else's."""
        delayable = self.delayable
        for what in Delayable:
            delayable = without(delayable, (what, thing_id))
        return delayable

    def _obstacle(self, obstacle_id: UUID) -> Obstacle:
        if obstacle_id not in self.by_id:
            raise ObstacleUnknown
        return self.by_id[obstacle_id]

    def _class_of(self, delayed: Delayed | None) -> DataClass | None:
        if delayed is None:
            return None
        thing = (delayed.what, delayed.id)
        if thing not in self.delayable:
            raise NothingDelayed
        return self.delayable[thing]


def _delayable(known: Items[Thing, DataClass], fact: Fact) -> Items[Thing, DataClass]:
    match fact:
        case AppointmentBooked():
            return having(known, (Delayable.APPOINTMENT, fact.appointment_id), fact.data_class)
        case NeedIdentified():
            return having(known, (Delayable.NEED, fact.need_id), fact.data_class)
        case RightApplicationStarted() | RightDeclaredOpen():
            return having(known, (Delayable.RIGHT, fact.right_id), fact.data_class)
        case NeedEnteredInError():
            return without(known, (Delayable.NEED, fact.need_id))
        case RightEnteredInError():
            return without(known, (Delayable.RIGHT, fact.right_id))
    return known
