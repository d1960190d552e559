"""`RulesInForce` on the desk's tables."""

from collections.abc import Collection, Iterable, Mapping
from time import monotonic

from sqlalchemy import func, select, update

from application.reminders.rules_in_force import InForce, Pass
from infrastructure.desk import EPOCH, DatabaseNow, Desk, inserting
from infrastructure.reminders.tables import reminder_passes, reminder_rules

FRESH = 5.0  # seconds for which what was read is taken to stand

rules, passes = reminder_rules.c, reminder_passes.c


class RulesInForceInTables:
    def __init__(self, desk: Desk, *, fresh: float = FRESH) -> None:
        self._desk = desk
        self._fresh = fresh
        self._read: tuple[float, Mapping[str, InForce]] | None = None

    def known(self) -> Mapping[str, InForce]:
        if self._read is None or monotonic() - self._read[0] >= self._fresh:
            self._read = monotonic(), self._known()
        return self._read[1]

    def begin(self, rule_ids: Iterable[str]) -> None:
        new = set(rule_ids) - self._known().keys()
        if not new:
            return
        with self._desk.writing() as connection:
            first = not connection.execute(
                select(func.count()).select_from(reminder_rules)
            ).scalar()
            since = EPOCH if first else connection.execute(select(DatabaseNow())).scalar_one()
            found = [{"rule_id": rule_id, "since": since, "off": False} for rule_id in new]
            noting = inserting(connection, reminder_rules).values(found)
            connection.execute(noting.on_conflict_do_nothing())
        self._read = None

    def switch(self, rule_id: str, *, on: bool) -> bool:
        self.begin([rule_id])
        with self._desk.writing() as connection:
            now = connection.execute(select(DatabaseNow())).scalar_one()
            values = {"off": False, "since": now} if on else {"off": True}
            switching = update(reminder_rules).where(rules.rule_id == rule_id, rules.off == on)
            switched = connection.execute(switching.values(values)).rowcount == 1
        self._read = None
        return switched

    def passes(self, digests: Collection[str]) -> Mapping[str, Pass]:
        query = select(reminder_passes).where(passes.digest.in_(digests))
        with self._desk.reading() as connection:
            found = {row.digest: Pass(row.reached, row.done) for row in connection.execute(query)}
        return {digest: found.get(digest, Pass()) for digest in digests}

    def advance(self, digests: Collection[str], *, was: Pass, now: Pass) -> None:
        with self._desk.writing() as connection:
            found = [{"digest": digest, "done": False} for digest in digests]
            beginning = inserting(connection, reminder_passes).values(found)
            connection.execute(beginning.on_conflict_do_nothing())
            advancing = update(reminder_passes).where(
                passes.digest.in_(digests), passes.reached.is_not_distinct_from(was.reached)
            )
            connection.execute(advancing.values(reached=now.reached, done=now.done))

    def _known(self) -> Mapping[str, InForce]:
        with self._desk.reading() as connection:
            found = connection.execute(select(reminder_rules)).all()
        return {row.rule_id: InForce(row.since, row.off) for row in found}
