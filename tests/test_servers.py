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


def test_a_real_redis_answers_to_its_password(redis_: Redis) -> None:
    with redis.Redis.from_url(redis_.url) as client:
        assert client.ping()
