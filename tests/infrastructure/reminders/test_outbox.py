import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from application.reminders.postbox import Letter
from domain.pathway.reminders import Channel
from infrastructure.reminders.outbox import OutboxFolder

SECRET = bytes(range(32))
LETTER = Letter(
    key=UUID("dddddddd-0000-4000-8000-000000000001"),
    channel=Channel.TEXT,
    to="+33639980001",
    subject="Rappel",
    text="Rappel : vous avez rendez-vous jeudi 12 mars à 9h05.",
)


@pytest.fixture
def outbox(tmp_path: Path) -> OutboxFolder:
    return OutboxFolder(tmp_path / "outbox", SECRET)


def test_a_letter_is_a_file_named_by_its_key(outbox: OutboxFolder, tmp_path: Path) -> None:
    outbox.deliver(LETTER)
    (file,) = (tmp_path / "outbox").iterdir()
    assert file.name == f"{LETTER.key}.text.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert LETTER.text in file.read_text(encoding="utf-8")


def test_whom_it_goes_to_stands_nowhere_in_clear(outbox: OutboxFolder, tmp_path: Path) -> None:
    outbox.deliver(LETTER)
    for file in (tmp_path / "outbox").iterdir():
        assert LETTER.to not in file.name
        assert LETTER.to[1:] not in file.read_text(encoding="utf-8")
    assert [letter for _, letter in outbox.letters()] == [LETTER]


def test_a_letter_handed_in_again_leaves_once(outbox: OutboxFolder, tmp_path: Path) -> None:
    outbox.deliver(LETTER)
    (file,) = (tmp_path / "outbox").iterdir()
    before = file.read_bytes()
    outbox.deliver(LETTER)
    assert file.read_bytes() == before


def test_workers_that_hand_it_in_at_once_leave_one_file(
    outbox: OutboxFolder, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(8) as workers:
        list(workers.map(lambda _: outbox.deliver(LETTER), range(8)))
    assert len(list((tmp_path / "outbox").iterdir())) == 1


def test_the_newest_letter_is_shown_first(outbox: OutboxFolder) -> None:
    second = replace(LETTER, key=uuid4(), text="Rappel : demain à 10h.")
    outbox.deliver(LETTER)
    outbox.deliver(second)
    assert [letter.key for _, letter in outbox.letters()] == [second.key, LETTER.key]


def test_an_outbox_that_nothing_left_is_empty(outbox: OutboxFolder) -> None:
    assert list(outbox.letters()) == []
