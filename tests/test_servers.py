from types import SimpleNamespace

import psutil
import psycopg
import redis

from tests.servers import Postgres, Redis


def test_a_real_postgres_answers(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("on",)


def test_a_killed_postgres_comes_back_with_what_it_acknowledged(postgres: Postgres) -> None:
    with postgres.database() as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE TABLE kept (one int)")
            connection.execute("INSERT INTO kept VALUES (1)")
        postgres.kill()
        postgres.start()
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT one FROM kept").fetchone() == (1,)


def test_what_was_given_the_number_of_a_server_that_is_gone_is_none_of_its_processes() -> None:
    gone = psutil.Process()
    vars(gone)["_ident"] = (gone.pid, 0.0)  # of another start: as after a reuse of its number
    info = SimpleNamespace(process=gone)
    server = SimpleNamespace(get_pid=lambda: gone.pid, get_postmaster_info=lambda: info)
    assert Postgres(server).processes() == []


def test_a_real_redis_answers_to_its_password(redis_: Redis) -> None:
    with redis.Redis.from_url(redis_.url) as client:
        assert client.ping()
