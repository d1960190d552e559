"""What is recorded about obstacles."""

from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.obstacles.words import Delayed, LiftedHow, ObstacleKind
from domain.rights.schemes import NonTakeUp
from domain.text import Text


class ObstacleReported(Fact, topic="obstacle-reported", lowest=DataClass.SOCIAL, alone=True):
    obstacle_id: UUID
    kind: ObstacleKind
    non_take_up: NonTakeUp | None = None
    delays: Delayed | None = None
    words: Text | None = None


class ObstacleLifted(Fact, topic="obstacle-lifted", lowest=DataClass.SOCIAL, alone=True):
    obstacle_id: UUID
    how: LiftedHow
    after_days: int  # whole days since it was reported
    words: Text | None = None
