from datetime import timedelta
from uuid import uuid4

from sqlalchemy import text

from infrastructure.composition import ANSWERS_KEPT, opened_store, tidy
from infrastructure.settings import Group, Settings
from tests.contracts.event_log import by, record
from tests.domain.pathway.people import opened
from tests.infrastructure.databases import engine_on, installed

AGED = {
    "sqlite": "UPDATE commands SET recorded_at = recorded_at - :seconds * 1000000",
    "postgresql": "UPDATE commands SET recorded_at = recorded_at - :seconds * interval '1 second'",
}


def age(settings: Settings, by_: timedelta) -> None:
    """As if so much time had passed since each command."""
    with engine_on(settings, Group.EVENTS) as engine, engine.begin() as connection:
        connection.execute(text(AGED[engine.dialect.name]), {"seconds": int(by_.total_seconds())})


def test_answers_are_kept_thirty_days_and_no_longer(settings: Settings) -> None:
    with opened_store(installed(settings)) as store:
        context = by()
        record(store.log, uuid4(), [opened()], context)
        age(settings, ANSWERS_KEPT - timedelta(hours=1))
        tidy(settings, store)
        assert store.log.answered(context)
        age(settings, timedelta(hours=2))
        tidy(settings, store)
        assert store.log.answered(context) is None
