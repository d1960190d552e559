import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.cordee import Cordee


def status_of(demo: Cordee) -> Any:
    return json.loads(demo.run("status", "--json").stdout)


@pytest.fixture
def backup(demo: Cordee, tmp_path: Path) -> Path:
    folder = tmp_path / "backup"
    saved = demo.read("backup", str(folder))
    assert saved["events"] > 100
    return folder


def test_a_backup_restored_elsewhere_holds_what_was_saved(
    demo: Cordee, backup: Path, elsewhere: Cordee
) -> None:
    assert elsewhere.read("restore", str(backup))["entries"] == 0
    shutil.copy(demo.data / "demo.json", elsewhere.data)
    shutil.copy(demo.data / "demo-accounts.json", elsewhere.data)
    assert elsewhere.read("seeds", "load") == demo.read("seeds", "load")


def test_the_last_backup_is_known_afterwards(demo: Cordee, tmp_path: Path) -> None:
    nothing = {"made_at": None, "position": None}
    assert status_of(demo)["backup"] == nothing
    demo.read("backup", str(tmp_path / "first"))
    first = status_of(demo)["backup"]
    assert first["position"] == status_of(demo)["events"]
    demo.read("backup", str(tmp_path / "second"))
    assert status_of(demo)["backup"]["made_at"] > first["made_at"]


def test_a_backup_is_never_written_over_something(demo: Cordee, backup: Path) -> None:
    demo.refuses("backup-folder-not-empty", "backup", str(backup))


def test_a_restore_never_overwrites(demo: Cordee, backup: Path) -> None:
    demo.refuses("restore-place-not-empty", "restore", str(backup))


def test_without_the_master_key_a_restore_says_what_would_be_lost(
    backup: Path, tmp_path: Path
) -> None:
    stranger = Cordee(tmp_path / "stranger")
    stranger.data.mkdir(mode=0o700)
    stranger.refuses("master-key-missing", "restore", str(backup))


def test_losses_are_accepted_only_when_somebody_says_so(
    demo: Cordee, backup: Path, elsewhere: Cordee
) -> None:
    assert demo.data.exists()
    assert elsewhere.run("restore", str(backup), "--accept-loss", typed="n\n").exit_code == 1


def test_migrating_twice_changes_nothing(demo: Cordee) -> None:
    assert demo.run("migrate").exit_code == 0
    assert demo.run("migrate").exit_code == 0
