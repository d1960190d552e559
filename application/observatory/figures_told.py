"""Figures with what makes them verifiable: the position they were computed at."""

from dataclasses import dataclass

from domain.observatory.asked import FiguresAsked
from domain.observatory.figures import Figure


@dataclass(frozen=True, slots=True)
class FiguresTold:
    """Figures of the history as it stood at a position."""

    asked: FiguresAsked
    position: int
    figures: tuple[Figure, ...]
    left_out: int  # streams that cannot be read: what they contribute is not counted


@dataclass(frozen=True, slots=True)
class FiguresReplayed(FiguresTold):
    """The same figures made again from the events; what is gone since cannot be counted again."""

    erased_since: int  # pathways that were there at the position and were erased since
    taken_out_since: int  # entries found since to be in the wrong file
