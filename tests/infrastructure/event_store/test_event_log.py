from collections.abc import Iterator
from uuid import uuid4

import pytest

from application.ports import EventLog
from domain.erasure import Erased
from domain.pathway.pathway import Pathway
from domain.refusals import ChangedMeanwhile
from infrastructure.composition import Store, opened_store
from infrastructure.sealing.body import key_id_of
from infrastructure.settings import Settings
from tests.contracts.event_log import EventLogContract, by, called, record
from tests.domain.pathway.people import opened
from tests.domain.pathway.test_erasing import ERASED
from tests.infrastructure.databases import installed


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    with opened_store(installed(settings)) as store:
        yield store


@pytest.fixture
def elsewhere(settings: Settings, store: Store) -> Iterator[EventLog]:
    """The same history, in another process as far as memory goes."""
    assert store.log.head() == 0
    with opened_store(settings) as elsewhere:
        yield elsewhere.log


class TestSealedEventLog(EventLogContract):
    @pytest.fixture
    def log(self, store: Store) -> EventLog:
        return store.log


def test_what_others_wrote_is_never_missed(store: Store, elsewhere: EventLog) -> None:
    stream_id = uuid4()
    for name in ("Aya", "Ada", "Ana"):
        record(store.log, stream_id, [called(name)])
        record(elsewhere, stream_id, [called(f"{name} B.")])
        assert store.log.load(Pathway, stream_id) == elsewhere.load(Pathway, stream_id)
    assert store.log.load(Pathway, stream_id).version == 6


def test_a_decision_on_what_others_changed_is_refused_then_taken_again(
    store: Store, elsewhere: EventLog
) -> None:
    stream_id = uuid4()
    record(store.log, stream_id, [opened()])
    seen = store.log.load(Pathway, stream_id)
    record(elsewhere, stream_id, [called("Aya")])
    with pytest.raises(ChangedMeanwhile):
        store.log.append(seen.next([called("Ada")]), by())
    again = store.log.load(Pathway, stream_id)
    assert again == elsewhere.load(Pathway, stream_id)
    assert store.log.append(again.next([called("Ada")]), by()).version == 3


def test_a_stream_written_elsewhere_goes_on_under_its_key(
    store: Store, elsewhere: EventLog
) -> None:
    stream_id = uuid4()
    record(store.log, stream_id, [opened()])
    elsewhere.append(Pathway(stream_id, version=1).next([called("Aya")]), by())  # never read there
    first, second = store.recorder.select_events(stream_id)
    assert key_id_of(first.state) == key_id_of(second.state)


def test_a_stream_is_read_whole_with_what_others_wrote(store: Store, elsewhere: EventLog) -> None:
    stream_id = uuid4()
    for name in ("Aya", "Ada"):
        record(store.log, stream_id, [called(name)])
        record(elsewhere, stream_id, [called(f"{name} B.")])
        pathway, events = store.log.whole(Pathway, stream_id)
        assert pathway == elsewhere.load(Pathway, stream_id)
        assert events == elsewhere.stream(stream_id)


def test_what_others_erased_is_not_folded_from_memory(store: Store, elsewhere: EventLog) -> None:
    stream_id = uuid4()
    record(store.log, stream_id, [opened()])
    assert store.log.whole(Pathway, stream_id)[0].opening.opened_at
    record(elsewhere, stream_id, [ERASED])
    pathway, _ = store.log.whole(Pathway, stream_id)
    assert pathway.erasing.done
    assert pathway.opening.opened_at is None


def test_nothing_of_an_erased_stream_is_left_in_memory(store: Store) -> None:
    stream_id = uuid4()
    record(store.log, stream_id, [opened()])
    assert store.log.load(Pathway, stream_id).opening.opened_at
    keys = {key_id_of(row.state) for row in store.recorder.select_events(stream_id)}
    store.keyring.destroy(keys, stream_id=stream_id)
    store.log.erase(stream_id)
    assert store.log.load(Pathway, stream_id) == Pathway(stream_id, version=1)
    assert [type(event.fact) for event in store.log.stream(stream_id)] == [Erased]
    record(store.log, stream_id, [called("Aya")])
    erased, kept = store.log.stream(stream_id)
    assert (type(erased.fact), kept.fact) == (Erased, called("Aya"))


def test_the_library_is_not_configured_by_its_own_environment_variables(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PERSISTENCE_MODULE", "MAPPER_TOPIC", "IS_SNAPSHOTTING_ENABLED"):
        monkeypatch.setenv(name, "y")
    with opened_store(installed(settings)) as store:
        assert record(store.log, uuid4(), [opened()]).position == 1
