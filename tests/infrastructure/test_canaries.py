"""Nothing that people say is found in any file or table, however it is spelt there."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import sql

from application.erasures.resume_erasures import resume_erasures
from application.ports import Context
from domain.kernel import DomainEvent
from infrastructure.backup.backup import backup
from infrastructure.composition import opened_store
from infrastructure.evolution.published import published_facts
from infrastructure.sealing.body import key_id_of
from infrastructure.sealing.errors import MasterKeyWrong
from infrastructure.sealing.key_table import KeyTable, WrappedKey
from infrastructure.sealing.master_key import read_master_keys
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on, installed
from tests.infrastructure.erasures.scene import Scene, scene_on
from tests.infrastructure.evolution.example_facts import example_of

CANARY = "Zéphyrine Quetzalcoatl"
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"


def spellings(canary: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
        encoded = canary.encode(encoding)
        yield encoded
        yield encoded.hex().encode()
        yield encoded.hex().upper().encode()
        for shift in range(3):  # base64 spells the same bytes in three ways
            spelt = base64.b64encode(bytes(shift) + encoded)[4:-4]
            yield spelt
            yield spelt.translate(bytes.maketrans(b"+/", b"-_"))
    yield json.dumps(canary).strip('"').encode()


SPELLINGS = tuple(spellings(CANARY))


def tells(content: bytes) -> bool:
    return any(spelling in content for spelling in SPELLINGS)


def record_canaries(settings: Settings) -> int:
    """Record every kind of fact, the canary wherever a text may stand; returns how many hold it."""
    with opened_store(installed(settings)) as store:
        facts = [example_of(fact, text=CANARY) for fact in published_facts()]
        stream_id = uuid4()
        events = [DomainEvent(stream_id, version, fact) for version, fact in enumerate(facts, 1)]
        store.log.append(events, Context(uuid4(), uuid4(), uuid4(), content=CANARY.encode()))
        assert [event.fact for event in store.log.stream(stream_id)] == facts
        backup(settings, settings.data / "backup")
        return sum(tells(fact.model_dump_json().encode()) for fact in facts)


def contents(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Every file of the data folder, and every table in its text and its binary form."""
    for path in settings.data.rglob("*"):
        if path.is_file():
            yield path.name, path.read_bytes()
    if not settings.embedded:
        for group in (Group.EVENTS, Group.KEYS):
            with psycopg.connect(settings.postgres_of(group)) as connection:
                yield from tables(connection)


def tables(connection: psycopg.Connection) -> Iterator[tuple[str, bytes]]:
    for (name,) in connection.execute(TABLES).fetchall():
        for form in ("text", "binary"):
            copy = sql.SQL("COPY {} TO STDOUT (FORMAT {})").format(
                sql.Identifier(name), sql.SQL(form)
            )
            with connection.cursor().copy(copy) as chunks:
                yield f"{name} as {form}", b"".join(chunks)


def test_no_canary_is_found_where_data_lies(settings: Settings) -> None:
    assert record_canaries(settings) > 5
    looked_at = dict(contents(settings))
    assert len(looked_at) > 5
    assert [name for name, content in looked_at.items() if tells(content)] == []


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_canary_that_is_there_is_found(tmp_path: Path, spelling: bytes) -> None:
    (tmp_path / "leak").write_bytes(b"before" + spelling + b"after")
    assert [name for name, content in contents(Settings(data=tmp_path)) if tells(content)] == [
        "leak"
    ]


def test_once_a_person_is_erased_no_file_table_or_older_copy_of_the_keys_tells_of_them(
    settings: Settings,
) -> None:
    with scene_on(installed(settings)) as scene:
        awa = scene.person(CANARY)
        scene.project()
        backup(settings, settings.data / "older-backup")
        older = keys_naming(scene, awa)
        scene.approved(scene.asked(awa))
        resume_erasures(scene.erasing)
        master = read_master_keys(settings.master_key_path)
        assert len(older) == 3
        for key in older:
            with pytest.raises(MasterKeyWrong):
                master.unwrap(key.key_id, key.epoch, key.wrapped or b"")
        assert all(key.wrapped is None for key in keys_naming(scene, awa))
    looked_at = dict(contents(settings))
    assert [name for name, content in looked_at.items() if tells(content)] == []
    secrets = json.loads(settings.master_key_path.read_bytes())["epochs"]
    assert list(secrets) == ["2"]


def keys_naming(scene: Scene, pathway_id: UUID) -> list[WrappedKey]:
    """The keys of a pathway, as a copy of their table made now would hold them."""
    rows = scene.store.recorder.select_events(pathway_id)
    with engine_on(scene.settings, Group.KEYS) as engine:
        return KeyTable(engine).fetch({UUID(bytes=key_id_of(row.state)) for row in rows})
