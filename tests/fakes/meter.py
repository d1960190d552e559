"""A `Meter` that remembers what it was told."""

from dataclasses import dataclass, field


@dataclass
class MeterInMemory:
    answers: list[tuple[str, str, int]] = field(default_factory=list)

    def answered(self, *, route: str, method: str, status: int, seconds: float) -> None:
        assert seconds >= 0
        self.answers.append((route, method, status))
