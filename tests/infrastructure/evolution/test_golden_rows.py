import json
from pathlib import Path
from typing import Any

from domain.data_classes import DataClass
from domain.kernel import Fact
from infrastructure.evolution.fact_types import FactTypes
from infrastructure.evolution.published import published_facts
from infrastructure.evolution.upcasting import UPCASTERS
from tests.infrastructure.evolution.golden import GoldenRow, golden_mapper, golden_rows


class Lent(Fact, topic="test-lent", lowest=DataClass.STATUS, schema=2):
    """Version 1 named one `thing`."""

    things: tuple[str, ...]


def test_every_golden_row_is_read_as_it_was_written() -> None:
    rows = golden_rows()
    current = {(fact.topic, fact.schema_version) for fact in published_facts()}
    for row, fact in replayed(rows, FactTypes(published_facts(), UPCASTERS)):
        assert fact.topic == row.topic
        if (row.topic, row.schema_version) in current:
            assert keeps(row.fact, as_json(fact)), row.topic


def test_a_row_of_an_older_version_is_read_as_the_newest() -> None:
    (row,) = golden_rows(Path(__file__).with_name("golden_lent_1.json"))
    assert (row.topic, row.schema_version, row.row_topic) == ("test-lent", 1, "sealed")
    ((_, fact),) = replayed([row], FactTypes([Lent], {("test-lent", 1): several}))
    assert isinstance(fact, Lent)
    assert fact.things == (row.fact["thing"],)


def several(payload: dict[str, Any]) -> dict[str, Any]:
    payload["things"] = [payload.pop("thing")]
    return payload


def keeps(was: Any, now: Any) -> bool:
    """Whether all that was said is still said; what is said of it may have gained fields."""
    if isinstance(was, dict):
        return all(name in now and keeps(was[name], now[name]) for name in was)
    return bool(was == now)


def replayed(rows: list[GoldenRow], types: FactTypes) -> list[tuple[GoldenRow, Fact]]:
    with golden_mapper(types, [row.key for row in rows]) as mapper:
        events = mapper.open_all(row.row for row in rows)
    return [(row, event.fact) for row, event in zip(rows, events, strict=True)]


def as_json(fact: Fact) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(fact.model_dump_json())
    return content
