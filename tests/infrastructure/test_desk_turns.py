"""Writers of one SQLite file, in one process, go one after the other instead of sleeping."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from application.refusals import StoreUnavailable
from infrastructure import desk as desks
from infrastructure.desk import Desk, turn_of
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on


def test_every_writer_has_its_turn_whichever_engine_it_has(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    with engine_on(settings, Group.DESK) as one, engine_on(settings, Group.DESK) as other:
        assert turn_of(one) is turn_of(other)
        with Desk(one).writing() as connection:
            connection.execute(text("CREATE TABLE written (by INTEGER)"))

        def write(number: int) -> None:
            with Desk(one if number % 2 else other).writing() as connection:
                connection.execute(text("INSERT INTO written VALUES (1)"))

        with ThreadPoolExecutor(8) as threads:
            list(threads.map(write, range(40)))
        with Desk(one).reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM written")).scalar_one() == 40


def test_a_turn_that_never_comes_is_a_store_that_cannot_be_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "LONGEST_TURN", 0.01)
    with engine_on(Settings(data=tmp_path), Group.DESK) as engine:
        desk = Desk(engine)
        with desk.writing():
            with ThreadPoolExecutor(1) as another, pytest.raises(StoreUnavailable):
                another.submit(lambda: desk.writing().__enter__()).result()
            with desk.reading() as connection:
                connection.execute(text("SELECT 1"))  # whoever reads waits for nobody
        with desk.writing() as connection:
            connection.execute(text("SELECT 1"))


def test_other_files_have_other_turns_and_postgresql_none(tmp_path: Path) -> None:
    with (
        engine_on(Settings(data=tmp_path / "one"), Group.DESK) as one,
        engine_on(Settings(data=tmp_path / "other"), Group.DESK) as other,
    ):
        assert turn_of(one) is not turn_of(other)
    postgres = create_engine("postgresql+psycopg://nowhere/nothing")
    with turn_of(postgres).taken(), turn_of(postgres).taken():
        """Nobody waits for anybody."""
