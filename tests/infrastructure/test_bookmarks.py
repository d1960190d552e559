"""How far the history was read, in memory and on the desk's table alike."""

from collections.abc import Iterator

import pytest

from application.duplicates.ports import Bookmark
from infrastructure.bookmarks import BookmarkInTables
from infrastructure.desk import Desk
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings
from tests.fakes.likenesses import BookmarkInMemory
from tests.infrastructure.databases import engine_on


@pytest.fixture(params=["memory", "tables"])
def bookmark(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Bookmark]:
    if request.param == "memory":
        yield BookmarkInMemory()
        return
    migrate(settings, Group.DESK)
    with engine_on(settings, Group.DESK) as engine:
        yield BookmarkInTables(Desk(engine), "duplicates")


def test_whoever_reads_on_first_has_read(bookmark: Bookmark) -> None:
    assert bookmark.position() == 0
    assert bookmark.move(read_from=0, read_to=7)
    assert not bookmark.move(read_from=0, read_to=9)
    assert bookmark.position() == 7
