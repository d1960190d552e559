"""`RulesInForce` in memory; the real one passes the same tests."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from application.reminders.rules_in_force import InForce, Pass

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass
class RulesInForceInMemory:
    rules: dict[str, InForce] = field(default_factory=dict)
    done: dict[str, Pass] = field(default_factory=dict)

    def known(self) -> Mapping[str, InForce]:
        return dict(self.rules)

    def begin(self, rule_ids: Iterable[str]) -> None:
        since = datetime.now(UTC) if self.rules else EPOCH
        for rule_id in rule_ids:
            self.rules.setdefault(rule_id, InForce(since))

    def switch(self, rule_id: str, *, on: bool) -> bool:
        self.begin([rule_id])
        was = self.rules[rule_id]
        self.rules[rule_id] = InForce(datetime.now(UTC) if on and was.off else was.since, not on)
        return was.off is on

    def passes(self, digests: Collection[str]) -> Mapping[str, Pass]:
        return {digest: self.done.get(digest, Pass()) for digest in digests}

    def advance(self, digests: Collection[str], *, was: Pass, now: Pass) -> None:
        for digest in digests:
            if self.done.get(digest, Pass()).reached == was.reached:
                self.done[digest] = now
