import pytest

from tests.contracts.event_log import EventLogContract
from tests.fakes.event_log import EventLogInMemory


class TestEventLogInMemory(EventLogContract):
    @pytest.fixture
    def log(self) -> EventLogInMemory:
        return EventLogInMemory()
