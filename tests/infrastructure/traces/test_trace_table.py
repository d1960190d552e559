from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import BigInteger, text

from application.refusals import StoreUnavailable
from application.traces.trace import Look, Purpose, Trace
from domain.access import Ground
from domain.data_classes import DataClass
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings
from infrastructure.traces.tables import traces
from infrastructure.traces.trace_table import TraceTable
from infrastructure.views.columns import Id, Instant
from tests.infrastructure.databases import engine_on

AWA, BINTA = UUID(int=1), UUID(int=2)
A_LOOK = Trace(
    at=datetime(2026, 3, 4, 10, tzinfo=UTC),
    member_id=uuid4(),
    organisation_id=uuid4(),
    pathway_id=AWA,
    look=Look.TIMELINE,
    purpose=Purpose.FOLLOW_UP,
    as_of=None,
    grounds=frozenset({Ground.CARE_TEAM, Ground.OWN_ACT}),
    classes=frozenset({DataClass.IDENTITY, DataClass.HEALTH}),
)


def test_a_trace_is_kept_as_it_was_written(settings: Settings) -> None:
    migrate(settings, Group.TRACES)
    with engine_on(settings, Group.TRACES) as engine:
        TraceTable(engine).write(A_LOOK)
        assert TraceTable(engine).of_pathway(AWA) == [A_LOOK]
        assert TraceTable(engine).of_pathway(BINTA) == []


def test_an_auditors_trace_names_their_mandate(settings: Settings) -> None:
    migrate(settings, Group.TRACES)
    looked = replace(A_LOOK, look=Look.REPLAY, mandate_id=uuid4(), seen_as=uuid4())
    with engine_on(settings, Group.TRACES) as engine:
        TraceTable(engine).write(looked)
        assert TraceTable(engine).of_pathway(AWA) == [looked]


def test_a_trace_holds_ids_instants_and_words_of_ours_alone() -> None:
    words = {"look": Look, "purpose": Purpose, "grounds": Ground, "classes": DataClass}
    for column in traces.columns:
        assert isinstance(column.type, Id | Instant | BigInteger) or column.name in words


def test_a_trace_that_cannot_be_kept_is_refused(settings: Settings) -> None:
    migrate(settings, Group.TRACES)
    with engine_on(settings, Group.TRACES) as engine:
        with engine.begin() as connection:
            connection.execute(text("DROP TABLE traces"))
        with pytest.raises(StoreUnavailable):
            TraceTable(engine).write(A_LOOK)
