"""Rows as each version of each fact was first sealed, kept for good.

`python -m tests.infrastructure.evolution.golden` adds those of facts that have none yet.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from application.ports import Context
from domain.kernel import DomainEvent, Fact
from infrastructure.event_store.rows import StoredRow
from infrastructure.evolution.fact_types import FactTypes
from infrastructure.evolution.published import published_facts
from infrastructure.evolution.upcasting import UPCASTERS
from infrastructure.migrations.migrate import migrate
from infrastructure.sealing.body import key_id_of
from infrastructure.sealing.key_table import KeyTable, WrappedKey
from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.mapper import SealedMapper
from infrastructure.sealing.master_key import MasterKeys
from infrastructure.settings import Group
from tests.infrastructure.databases import engine_on, on_sqlite
from tests.infrastructure.evolution.example_facts import example_of

KEPT = Path(__file__).with_name("golden_rows.json")
STORE = UUID("cccccccc-0000-4000-8000-00000000901d")
STREAM = UUID("11111111-0000-4000-8000-00000000901d")
MASTER = MasterKeys({1: b"only golden rows are sealed so.."})
CONTEXT = Context(
    command_id=UUID("dddddddd-0000-4000-8000-00000000901d"),
    actor_id=UUID("bbbbbbbb-0000-4000-8000-00000000901d"),
    organisation_id=UUID("aaaaaaaa-0000-4000-8000-00000000901d"),
)


@dataclass(frozen=True, slots=True)
class GoldenRow:
    topic: str
    schema_version: int
    fact: Mapping[str, Any]  # what was sealed, as JSON
    row_topic: str
    body: str  # hexadecimal
    wrapped_key: str  # hexadecimal, under epoch 1

    @property
    def row(self) -> StoredRow:
        return _row(self.row_topic, bytes.fromhex(self.body))

    @property
    def key(self) -> WrappedKey:
        key_id = UUID(bytes=key_id_of(self.row.state))
        return WrappedKey(key_id, 1, bytes.fromhex(self.wrapped_key))


def golden_rows(path: Path = KEPT) -> list[GoldenRow]:
    return [GoldenRow(**row) for row in json.loads(path.read_text("utf-8"))]


@contextmanager
def golden_mapper(facts: FactTypes, keys: Iterable[WrappedKey] = ()) -> Iterator[SealedMapper]:
    """A mapper that holds these keys."""
    with _key_table() as table:
        if distinct := {key.key_id: key for key in keys}:
            table.add(distinct.values())
        keyring = Keyring(table, MASTER)
        yield _mapper(keyring, facts)
        keyring.close()


def sealed_anew(facts: Iterable[Fact], types: FactTypes) -> Iterator[GoldenRow]:
    """A golden row of each of these facts."""
    with _key_table() as table:
        keyring = Keyring(table, MASTER)
        mapper = _mapper(keyring, types)
        for fact in facts:
            row = mapper.seal(DomainEvent(STREAM, 1, fact), CONTEXT)
            (key,) = table.fetch([UUID(bytes=key_id_of(row.state))])
            yield GoldenRow(
                topic=fact.topic,
                schema_version=fact.schema_version,
                fact=json.loads(fact.model_dump_json()),
                row_topic=row.topic,
                body=row.state.hex(),
                wrapped_key=(key.wrapped or b"").hex(),
            )
        keyring.close()


def missing(rows: Iterable[GoldenRow]) -> list[type[Fact]]:
    """Published facts whose present version has no golden row yet."""
    have = {(row.topic, row.schema_version) for row in rows}
    return [fact for fact in published_facts() if (fact.topic, fact.schema_version) not in have]


def write(rows: Iterable[GoldenRow], path: Path = KEPT) -> None:
    ordered = sorted(rows, key=lambda row: (row.topic, row.schema_version))
    content = [{name: getattr(row, name) for name in row.__slots__} for row in ordered]
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")


@contextmanager
def _key_table() -> Iterator[KeyTable]:
    with tempfile.TemporaryDirectory() as folder:
        settings = on_sqlite(Path(folder))
        migrate(settings, Group.KEYS)
        with engine_on(settings, Group.KEYS) as engine:
            yield KeyTable(engine)


def _mapper(keyring: Keyring, facts: FactTypes) -> SealedMapper:
    return SealedMapper(store_id=STORE, keyring=keyring, facts=facts, stream_key_of=lambda _: None)


def _row(topic: str, body: bytes) -> StoredRow:
    return StoredRow(
        originator_id=STREAM,
        originator_version=1,
        topic=topic,
        state=body,
        actor=CONTEXT.actor_id,
        organisation=CONTEXT.organisation_id,
        command_id=CONTEXT.command_id,
    )


if __name__ == "__main__":
    kept = golden_rows()
    types = FactTypes(published_facts(), UPCASTERS)
    write([*kept, *sealed_anew(map(example_of, missing(kept)), types)])
