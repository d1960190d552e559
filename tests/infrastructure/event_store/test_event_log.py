from collections.abc import Iterator

import pytest

from application.ports import EventLog
from infrastructure.composition import Store, opened_store
from infrastructure.settings import Settings
from tests.contracts.event_log import EventLogContract
from tests.infrastructure.databases import installed


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    with opened_store(installed(settings)) as store:
        yield store


class TestSealedEventLog(EventLogContract):
    @pytest.fixture
    def log(self, store: Store) -> EventLog:
        return store.log
