"""What `RulesInForce` promises, kept by the fake and by both databases."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from application.reminders.rules_in_force import Pass, RulesInForce
from infrastructure.desk import Desk
from infrastructure.migrations.migrate import migrate
from infrastructure.reminders.rules_in_force import RulesInForceInTables
from infrastructure.settings import Group
from tests.fakes.rules_in_force import RulesInForceInMemory
from tests.infrastructure.databases import engine_on, on_postgres, on_sqlite

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HERE, FURTHER = UUID(int=7), UUID(int=9)


@pytest.fixture(params=["fake", "sqlite", "postgres"])
def rules(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RulesInForce]:
    if request.param == "fake":
        yield RulesInForceInMemory()
    elif request.param == "sqlite":
        settings = on_sqlite(tmp_path)
        migrate(settings, Group.DESK)
        with engine_on(settings, Group.DESK) as engine:
            yield RulesInForceInTables(Desk(engine))
    else:
        server = request.getfixturevalue("postgres")
        with on_postgres(server, tmp_path) as settings:
            migrate(settings, Group.DESK)
            with engine_on(settings, Group.DESK) as engine:
                yield RulesInForceInTables(Desk(engine))


def test_the_first_rules_are_in_force_since_always_and_others_from_now_on(
    rules: RulesInForce,
) -> None:
    rules.begin(["first", "second"])
    rules.begin(["first", "third"])
    since = {rule_id: stands.since for rule_id, stands in rules.known().items()}
    assert (since["first"], since["second"]) == (EPOCH, EPOCH)
    assert since["third"] > datetime.now(UTC) - timedelta(minutes=10)
    assert not any(stands.off for stands in rules.known().values())


def test_a_rule_that_is_switched_on_again_begins_anew(rules: RulesInForce) -> None:
    rules.begin(["first"])
    assert rules.switch("first", on=False)
    assert not rules.switch("first", on=False)
    assert (rules.known()["first"].off, rules.known()["first"].since) == (True, EPOCH)
    assert rules.switch("first", on=True)
    assert not rules.known()["first"].off
    assert rules.known()["first"].since > EPOCH


def test_a_pass_moves_on_from_where_it_was(rules: RulesInForce) -> None:
    assert rules.passes(["a", "b"]) == {"a": Pass(), "b": Pass()}
    rules.advance(["a"], was=Pass(), now=Pass(HERE))
    assert rules.passes(["a", "b"]) == {"a": Pass(HERE), "b": Pass()}
    rules.advance(["a"], was=Pass(), now=Pass(FURTHER, done=True))
    assert rules.passes(["a"]) == {"a": Pass(HERE)}
    rules.advance(["a"], was=Pass(HERE), now=Pass(FURTHER, done=True))
    assert rules.passes(["a"]) == {"a": Pass(FURTHER, done=True)}
