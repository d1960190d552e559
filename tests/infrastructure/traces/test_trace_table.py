from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from pydantic import ValidationError
from sqlalchemy import BigInteger, text

from application.refusals import StoreUnavailable
from application.traces.keeping import Kept, forget_old_traces
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


def test_traces_are_paged_through_in_the_order_of_their_instants(settings: Settings) -> None:
    migrate(settings, Group.TRACES)
    first = A_LOOK.at
    instants = [first + timedelta(minutes=minute) for minute in (3, 1, 1, 2, 0, 4)]
    with engine_on(settings, Group.TRACES) as engine:
        table = TraceTable(engine)
        for at in instants:
            table.write(replace(A_LOOK, at=at))
        start, end = first + timedelta(minutes=1), first + timedelta(minutes=4)
        read: list[Kept] = []
        while page := table.page(start, end, after=read[-1] if read else None, limit=2):
            read += page
        assert table.count(start, end) == len(read)
    assert [kept.trace.at for kept in read] == sorted(instants)[1:-1]
    assert len({kept.id for kept in read}) == len(read)


def test_traces_are_forgotten_after_their_months_and_no_sooner(settings: Settings) -> None:
    migrate(settings, Group.TRACES)
    now = datetime(2026, 3, 4, 10, tzinfo=UTC)
    kept, gone = datetime(2025, 3, 4, tzinfo=UTC), datetime(2025, 3, 3, 23, 59, tzinfo=UTC)
    with engine_on(settings, Group.TRACES) as engine:
        table = TraceTable(engine)
        for at in (kept, gone, gone, now):
            table.write(replace(A_LOOK, at=at))
        assert table.forget(kept, limit=1) == 1
        assert forget_old_traces(table, now=now, months=12) == 1
        assert forget_old_traces(table, now=now, months=12) == 0
        assert [trace.at for trace in table.of_pathway(AWA)] == [kept, now]
        assert forget_old_traces(table, now=now, months=6) == 1


@pytest.mark.parametrize("months", [5, 37])
def test_traces_are_kept_from_six_months_to_three_years(months: int, tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        Settings(data=tmp_path, traces_months=months)
    assert Settings(data=tmp_path).traces_months == 12


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
