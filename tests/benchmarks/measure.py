"""Two ways of doing the same thing, measured in turn in one run; only their ratio is quoted."""

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

ROUNDS = 5  # ours, reference, ours, reference, ...: a drifting machine drifts for both


@dataclass(frozen=True)
class Target:
    """What the ratio must be: at most (`<=`) or at least (`>=`) a bound."""

    sense: str
    bound: float

    def met(self, ratio: float) -> bool:
        return ratio <= self.bound if self.sense == "<=" else ratio >= self.bound

    def __str__(self) -> str:
        return f"{self.sense} {self.bound:g}"


@dataclass(frozen=True)
class Row:
    """One line of the table; `ratio` is ours to the reference in the unit that is named."""

    name: str
    unit: str
    ours: float
    reference: float
    against: str
    ratio: float
    target: str
    met: bool

    def as_json(self) -> dict[str, object]:
        return asdict(self)


def at_most(bound: float) -> Target:
    return Target("<=", bound)


def at_least(bound: float) -> Target:
    return Target(">=", bound)


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes, in seconds."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def microseconds_each(work: Callable[[], object], *, times: int) -> float:
    """The mean cost of a call over `times` calls, in microseconds."""

    def repeated() -> None:
        for _ in range(times):
            work()

    return seconds(repeated) / times * 1e6


def cost(
    name: str,
    *,
    ours: Callable[[], float],
    reference: Callable[[], float],
    against: str,
    target: Target,
    unit: str = "µs",
    rounds: int = ROUNDS,
) -> Row:
    """Compare two costs: each callable measures itself once and returns its figure."""
    pairs = [(ours(), reference()) for _ in range(rounds)]
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    return Row(
        name=name,
        unit=unit,
        ours=statistics.median(mine for mine, _ in pairs),
        reference=statistics.median(theirs for _, theirs in pairs),
        against=against,
        ratio=ratio,
        target=str(target),
        met=target.met(ratio),
    )


def bound(name: str, *, ours: float, limit: float, unit: str) -> Row:
    """A figure that must stay under a limit of its own; the ratio is to the limit."""
    return Row(
        name=name,
        unit=unit,
        ours=ours,
        reference=limit,
        against="limit",
        ratio=ours / limit,
        target="<= 1",
        met=ours <= limit,
    )
