"""How the parts of an installation are put together; processes start from here."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from application.refusals import StoreUnavailable
from application.reminders.replies import KEPT_FOR
from infrastructure.databases import open_asking, open_engine
from infrastructure.desk import Desk
from infrastructure.event_store.event_log import SealedEventLog
from infrastructure.event_store.postgres_recorder import PostgresRecorder
from infrastructure.event_store.recorder import HistoryRecorder
from infrastructure.event_store.sqlite_recorder import SqliteRecorder
from infrastructure.evolution.fact_types import FactTypes
from infrastructure.evolution.published import published_facts
from infrastructure.evolution.upcasting import UPCASTERS
from infrastructure.forgetting import forgetting
from infrastructure.reminders.due_rows import DueRowsInTables
from infrastructure.reminders.handed_in import open_handed_in
from infrastructure.reminders.opening import open_replies
from infrastructure.sealing.body import Format, key_id_of
from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.labels import NameTokens, StreamLabels
from infrastructure.sealing.mapper import SealedMapper
from infrastructure.sealing.opening import open_keyring, store_id_of
from infrastructure.sealing.sweep import sweep_unused_keys
from infrastructure.settings import Group, Settings
from infrastructure.traces.trace_table import TraceTable
from infrastructure.views.book import Book
from infrastructure.views.likenesses import LikenessTable
from infrastructure.views.parked_streams import ParkedStreams
from infrastructure.views.projection import ProjectionTables
from infrastructure.views.projector import Projector
from infrastructure.views.rebuilding import Rebuilding
from infrastructure.views.views import ViewTables

ANSWERS_KEPT = timedelta(days=30)  # a command repeated later is a new one
NAMES_KEPT = timedelta(days=30)  # gateways tell within days what became of a letter


@dataclass(frozen=True, slots=True)
class Store:
    """The history of an installation, open."""

    log: SealedEventLog
    recorder: HistoryRecorder
    mapper: SealedMapper
    keyring: Keyring


@contextmanager
def opened_store(settings: Settings) -> Iterator[Store]:
    """Open the history and its keys, whose tables are migrated, until the end of the block.

    Raises:
        MasterKeyError: the master key file is missing, readable by others, or another one.
        StoreUnavailable: a database cannot be reached.
    """
    with ExitStack() as stack:
        keys = stack.enter_context(opened_engine(settings, Group.KEYS))
        keyring = stack.enter_context(closing(open_keyring(settings, keys)))
        recorder = stack.enter_context(closing(open_recorder(settings)))
        mapper = SealedMapper(
            store_id=_store_id(settings),
            keyring=keyring,
            facts=FactTypes(published_facts(), UPCASTERS),
            stream_key_of=lambda stream_id: _stream_key(recorder, stream_id),
        )
        log = stack.enter_context(closing(SealedEventLog(mapper, recorder)))
        stack.enter_context(forgetting(log.expire, keyring.expire))
        yield Store(log, recorder, mapper, keyring)


@dataclass(frozen=True, slots=True)
class OpenViews:
    """The views of an installation, open: to read, to keep up to date, to make again."""

    tables: ViewTables
    projection: ProjectionTables
    projector: Projector
    rebuilding: Rebuilding
    parked: ParkedStreams
    likenesses: LikenessTable


@contextmanager
def opened_views(settings: Settings, store: Store) -> Iterator[OpenViews]:
    """Open the views, whose tables are migrated, until the end of the block."""
    with (
        opened_engine(settings, Group.VIEWS) as reading,
        opened_engine(settings, Group.VIEWS, keeping=True) as keeping,
    ):
        labels = StreamLabels(store.mapper, store.keyring)
        blinds = NameTokens(store.keyring.secret("names"))
        book = Book(keeping.dialect, labels, blinds)
        yield OpenViews(
            ViewTables(reading, labels, blinds),
            ProjectionTables(reading),
            Projector(keeping, store.log, book),
            Rebuilding(keeping, store.log, book),
            ParkedStreams(keeping, store.log, book),
            LikenessTable(keeping, blinds),
        )


@contextmanager
def opened_traces(settings: Settings) -> Iterator[TraceTable]:
    """Open the traces of looks, whose tables are migrated, until the end of the block."""
    with opened_engine(settings, Group.TRACES) as engine:
        yield TraceTable(engine)


def tidy(settings: Settings, store: Store) -> None:
    """Drop what is of no more use: old answers, links, due rows, names of letters; unused keys."""
    store.recorder.forget_answers(older_than=ANSWERS_KEPT)
    with opened_engine(settings, Group.DESK) as desk:
        DueRowsInTables(Desk(desk)).purge(older_than=timedelta(days=settings.due_rows_days))
    with (
        opened_engine(settings, Group.KEYS) as keys,
        opened_engine(settings, Group.EVENTS) as events,
    ):
        sweep_unused_keys(keys, events)
    with opened_engine(settings, Group.DESK) as desk:
        replies = open_replies(settings, store.keyring.secret, Desk(desk))
        replies.sweep(datetime.now(UTC) - KEPT_FOR)
        open_handed_in(Desk(desk), store.keyring.secret).sweep(datetime.now(UTC) - NAMES_KEPT)


def open_recorder(settings: Settings) -> HistoryRecorder:
    if url := settings.postgres_of(Group.EVENTS):
        return PostgresRecorder(url, connections=settings.connections)
    return SqliteRecorder(settings.file_of(Group.EVENTS))


@contextmanager
def opened_desk(settings: Settings) -> Iterator[Desk]:
    """Open the desk for who asks it at each request, until the end of the block."""
    with opened_engine(settings, Group.DESK) as engine:
        asking = open_asking(settings, Group.DESK)
        try:
            yield Desk(engine, asking)
        finally:
            asking.dispose()


@contextmanager
def opened_engine(settings: Settings, group: Group, *, keeping: bool = False) -> Iterator[Engine]:
    engine = open_engine(settings, group, keeping=keeping)
    try:
        yield engine
    finally:
        engine.dispose()


def _store_id(settings: Settings) -> UUID:
    with opened_engine(settings, Group.EVENTS) as events:
        try:
            return store_id_of(events)
        except DBAPIError:
            raise StoreUnavailable from None


def _stream_key(recorder: HistoryRecorder, stream_id: UUID) -> bytes | None:
    """The key that the last of a stream's facts not sealed alone names."""
    for row in recorder.select_events(stream_id, desc=True):
        if row.state[0] == Format.STREAM:
            return key_id_of(row.state)
    return None
