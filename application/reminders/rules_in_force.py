"""Which rules are in force, since when, and how far each was planned over all pathways."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID


class InForce(NamedTuple):
    """How one rule stands; one that nobody spoke of is on."""

    since: datetime  # when it was first seen, or last switched on
    off: bool = False


class Pass(NamedTuple):
    """How far a rule was planned over all pathways, in the order of their ids."""

    reached: UUID | None = None  # the last pathway that was read; None: none yet
    done: bool = False


class RulesInForce(Protocol):
    """What a network decided of each rule, beside its file; and what planners did about it.

    Raises:
        StoreUnavailable: its database cannot be reached.
    """

    def known(self) -> Mapping[str, InForce]:
        """How each rule stands; it may be some seconds old."""

    def begin(self, rule_ids: Iterable[str]) -> None:
        """Note the rules that were never seen, in force from now on.

        Where no rule was ever seen, those of the first pack are in force since always.
        """

    def switch(self, rule_id: str, *, on: bool) -> bool:
        """Switch a rule on or off, for every process; False when it stands so."""

    def passes(self, digests: Collection[str]) -> Mapping[str, Pass]:
        """How far each of these rules was planned, by digest of what it says."""

    def advance(self, digests: Collection[str], *, was: Pass, now: Pass) -> None:
        """Say how far these rules are planned, where another planner did not say more."""
