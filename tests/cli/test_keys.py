import json

from tests.cli.cordee import Cordee


def test_keys_are_rotated_and_everything_is_read_as_before(demo: Cordee) -> None:
    before = demo.read("seeds", "load")
    assert demo.run("keys", "rotate", typed="n\n").exit_code == 1
    assert demo.read("keys", "rotate", "--yes")["epoch"] == 2
    assert demo.read("seeds", "load") == before
    keys = json.loads(demo.run("status", "--json").stdout)["keys"]
    assert (keys["epoch"], keys["under_older_epochs"]) == (2, 0)
    assert keys["rotated_at"] is not None
    assert [child.name for child in (demo.data / "key-backup").iterdir()] == ["epoch-2"]


def test_the_fresh_backup_of_the_keys_restores_beside_an_older_history(
    demo: Cordee, elsewhere: Cordee
) -> None:
    backup = str(demo.data.parent / "backup")
    assert demo.read("backup", backup)["events"] > 100
    demo.read("keys", "rotate", "--yes")
    (elsewhere.data / "master.key").write_bytes((demo.data / "master.key").read_bytes())
    elsewhere.refuses("restore-would-lose", "restore", backup)
    fresh = str(demo.data / "key-backup" / "epoch-2")
    assert elsewhere.read("restore", backup, "--keys-from", fresh)["entries"] == 0
