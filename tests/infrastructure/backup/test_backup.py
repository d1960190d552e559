from collections import Counter
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import insert, select, update

from domain.erasure import Erased
from infrastructure.backup.backup import backup
from infrastructure.backup.errors import (
    BackupDamaged,
    BackupUnfinished,
    FolderNotEmpty,
    NotMigrated,
    OtherDatabase,
    OtherHistory,
    PlaceNotEmpty,
    WouldLose,
)
from infrastructure.backup.manifest import NAME, Database, read
from infrastructure.backup.restore import Half, restore
from infrastructure.migrations.migrate import migrate
from infrastructure.sealing.errors import MasterKeyMissing
from infrastructure.sealing.master_key import create_master_keys
from infrastructure.settings import Group, Settings
from infrastructure.views.tables import checkpoint, parked
from tests.domain.pathway.people import MARCH_4
from tests.infrastructure.databases import engine_on
from tests.infrastructure.living import (
    A_LOOK,
    AWA,
    BINTA,
    CHLOE,
    Living,
    accounts_in,
    called,
    reopened,
    trace,
    traces_in,
)

# Where a refusal does not depend on the kind of database.
ON_ONE = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)


def take_away(folder: Path, group: Group) -> None:
    for file in read(folder).manifest.of(group):
        (folder / file.name).unlink()


def test_what_is_restored_is_what_was_backed_up_and_goes_on(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    lost = restore(elsewhere, tmp_path / "backup")
    assert not lost
    with reopened(elsewhere) as restored:
        assert restored.events() == source.events()
        assert traces_in(elsewhere) == [A_LOOK]
        assert accounts_in(elsewhere) == 1
        restored.record(AWA, called("Aya"))
        assert restored.events()[-1].position == len(source.events()) + 1
        trace(elsewhere)
        assert traces_in(elsewhere) == [A_LOOK, A_LOOK]


def test_a_manifest_says_what_there_is_but_no_secret(source: Living, tmp_path: Path) -> None:
    told: Counter[str] = Counter()
    manifest = backup(
        source.settings,
        tmp_path / "backup",
        progress=lambda what, done, total: told.update([what] if done <= total else []),
    )
    assert (manifest.events, manifest.last_position, manifest.epochs) == (4, 4, (1,))
    assert manifest.keys >= 3
    assert told.keys() >= {f"copy {group}" for group in (Group.EVENTS, Group.KEYS)}
    assert read(tmp_path / "backup").manifest == manifest
    files = {path.name: path for path in (tmp_path / "backup").iterdir()}
    assert files.keys() == {NAME, *(file.name for file in manifest.files)}
    for path in [tmp_path / "backup", *files.values()]:
        assert path.stat().st_mode & 0o077 == 0


def test_a_backup_taken_while_people_write_holds_a_prefix_whose_bodies_all_open(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    enough = Event()

    def write() -> None:
        while not enough.is_set():
            source.record(AWA, called("Aya"))

    writer = Thread(target=write)
    writer.start()
    try:
        manifests = [backup(source.settings, tmp_path / f"backup-{n}") for n in range(5)]
    finally:
        enough.set()
        writer.join()
    restore(elsewhere, tmp_path / "backup-4")
    with reopened(elsewhere) as restored:
        assert restored.events() == source.events()[: manifests[-1].events]
    assert manifests[0].events < manifests[-1].events


def test_there_is_nothing_to_back_up_before_the_tables_are_made(
    settings: Settings, tmp_path: Path
) -> None:
    with pytest.raises(NotMigrated):
        backup(settings, tmp_path / "backup")
    migrate(settings)
    assert backup(settings, tmp_path / "backup").events == 0


@ON_ONE
def test_a_backup_is_never_written_over_something(source: Living, tmp_path: Path) -> None:
    backup(source.settings, tmp_path / "backup")
    with pytest.raises(FolderNotEmpty):
        backup(source.settings, tmp_path / "backup")


def test_nothing_is_restored_over_something(source: Living, tmp_path: Path) -> None:
    backup(source.settings, tmp_path / "backup")
    before = source.events()
    with pytest.raises(PlaceNotEmpty):
        restore(source.settings, tmp_path / "backup")
    assert source.events() == before


def test_views_of_another_life_are_never_kept(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    migrate(elsewhere, Group.VIEWS)
    with engine_on(elsewhere, Group.VIEWS) as engine, engine.begin() as views:
        views.execute(update(checkpoint).values(position=99))
    restore(elsewhere, tmp_path / "backup")
    with engine_on(elsewhere, Group.VIEWS) as engine, engine.begin() as views:
        assert views.execute(select(checkpoint.c.position)).scalar_one() == 0


def test_views_that_hold_something_are_replaced_or_refused(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    migrate(elsewhere, Group.VIEWS)
    row = {"stream_id": AWA, "position": 1, "code": "test", "since": MARCH_4}
    with engine_on(elsewhere, Group.VIEWS) as engine, engine.begin() as views:
        views.execute(insert(parked).values(row))
    if elsewhere.embedded:
        restore(elsewhere, tmp_path / "backup")
        with engine_on(elsewhere, Group.VIEWS) as engine, engine.begin() as views:
            assert views.execute(select(parked)).all() == []
    else:  # a projector may be at work on them
        with pytest.raises(PlaceNotEmpty):
            restore(elsewhere, tmp_path / "backup")


@ON_ONE
def test_an_interrupted_backup_is_not_restored(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    (tmp_path / "backup" / NAME).unlink()
    with pytest.raises(BackupUnfinished):
        restore(elsewhere, tmp_path / "backup")


@ON_ONE
@pytest.mark.parametrize("group", [Group.EVENTS, Group.KEYS, Group.TRACES, Group.DESK])
def test_a_truncated_or_altered_file_is_not_restored(
    source: Living, elsewhere: Settings, tmp_path: Path, group: Group
) -> None:
    backup(source.settings, tmp_path / "backup")
    path = tmp_path / "backup" / read(tmp_path / "backup").manifest.of(group)[0].name
    content = path.read_bytes()
    for damaged in (content[:-1], content[:-1] + bytes([content[-1] ^ 1])):
        path.write_bytes(damaged)
        with pytest.raises(BackupDamaged, match=path.name):
            restore(elsewhere, tmp_path / "backup")


@ON_ONE
def test_a_damaged_manifest_is_not_restored(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    (tmp_path / "backup" / NAME).write_text("{}")
    with pytest.raises(BackupDamaged):
        restore(elsewhere, tmp_path / "backup")


def test_events_without_their_keys_are_refused_or_listed(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    take_away(tmp_path / "backup", Group.KEYS)
    with pytest.raises(WouldLose) as refused:
        restore(elsewhere, tmp_path / "backup")
    assert refused.value.losses.streams == {AWA: 2, BINTA: 2}
    assert refused.value.losses.purposes
    lost = restore(elsewhere, tmp_path / "backup", accept_loss=True)
    assert lost == refused.value.losses
    with reopened(elsewhere) as restored:
        assert all(
            isinstance(event.fact, Erased) and event.fact.lost for event in restored.events()
        )
        restored.record(BINTA, called("Binta encore"))
        assert restored.events()[-1].fact == called("Binta encore")


@ON_ONE
def test_keys_without_their_events_are_refused_or_counted(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    for group in (Group.EVENTS, Group.TRACES, Group.DESK):
        take_away(tmp_path / "backup", group)
    with pytest.raises(WouldLose) as refused:
        restore(elsewhere, tmp_path / "backup")
    assert refused.value.losses.history == 4
    assert restore(elsewhere, tmp_path / "backup", accept_loss=True).history == 4


def test_events_newer_than_the_keys_are_refused_or_listed(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "yesterday")
    for _ in range(400):  # beyond the keys that were made ahead yesterday
        source.store.keyring.claim()
    source.record(CHLOE, called("Chloé"), called("Clo"))
    backup(source.settings, tmp_path / "today")
    with pytest.raises(WouldLose) as refused:
        restore(elsewhere, tmp_path / "today", keys_from=tmp_path / "yesterday")
    assert refused.value.losses.streams == {CHLOE: 2}
    assert not refused.value.losses.purposes
    restore(elsewhere, tmp_path / "today", keys_from=tmp_path / "yesterday", accept_loss=True)
    with reopened(elsewhere) as restored:
        assert restored.events()[:4] == source.events()[:4]
        assert [type(event.fact) for event in restored.events()[4:]] == [Erased, Erased]


@ON_ONE
def test_yesterdays_events_open_with_todays_keys(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "yesterday")
    source.record(AWA, called("Aya"))
    backup(source.settings, tmp_path / "today")
    assert not restore(elsewhere, tmp_path / "yesterday", keys_from=tmp_path / "today")
    with reopened(elsewhere) as restored:
        assert restored.events() == source.events()[:4]


@ON_ONE
def test_each_half_may_be_restored_beside_the_other(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    restore(elsewhere, tmp_path / "backup", halves=[Half.KEYS], accept_loss=True)
    assert not restore(elsewhere, tmp_path / "backup", halves=[Half.HISTORY])
    with reopened(elsewhere) as restored:
        assert restored.events() == source.events()


@ON_ONE
def test_a_place_without_its_master_key_is_refused(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    elsewhere.master_key_path.unlink()
    with pytest.raises(MasterKeyMissing):
        restore(elsewhere, tmp_path / "backup")


@ON_ONE
def test_another_master_key_opens_nothing(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    elsewhere.master_key_path.unlink()
    create_master_keys(elsewhere.master_key_path)
    with pytest.raises(WouldLose) as refused:
        restore(elsewhere, tmp_path / "backup")
    assert (refused.value.losses.entries, refused.value.losses.epochs) == (4, (1,))
    restore(elsewhere, tmp_path / "backup", accept_loss=True)
    with reopened(elsewhere) as restored:
        assert all(isinstance(event.fact, Erased) for event in restored.events())


@ON_ONE
def test_keys_of_another_history_are_refused(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    backup(source.settings, tmp_path / "other")
    manifest = tmp_path / "other" / NAME
    manifest.write_text(
        manifest.read_text().replace(str(read(tmp_path / "other").manifest.store_id), str(AWA))
    )
    with pytest.raises(OtherHistory):
        restore(elsewhere, tmp_path / "backup", keys_from=tmp_path / "other")


@ON_ONE
def test_a_backup_of_the_other_kind_of_database_is_refused(
    source: Living, elsewhere: Settings, tmp_path: Path
) -> None:
    backup(source.settings, tmp_path / "backup")
    manifest = tmp_path / "backup" / NAME
    ours = read(tmp_path / "backup").manifest.database
    (other,) = set(Database) - {ours}
    manifest.write_text(manifest.read_text().replace(f'"{ours}"', f'"{other}"'))
    with pytest.raises(OtherDatabase):
        restore(elsewhere, tmp_path / "backup")
