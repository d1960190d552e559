"""What Redis holds, and what its loss costs: nothing."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import redis
from pydantic import SecretStr
from structlog.testing import capture_logs

from application.reminders.ports import DueState
from infrastructure.settings import Settings
from tests.infrastructure.databases import on_postgres
from tests.servers import Postgres, Redis, redis_server
from tests.workers.house import EMAIL, house, wait_until
from tests.workers.running import scheduler, worker
from workers.broker import NAMESPACE, QUEUE


def test_redis_lost_wholly_loses_nothing(postgres: Postgres, tmp_path: Path) -> None:
    with (
        redis_server() as redis_,
        on_postgres(postgres, tmp_path) as on_its_own,
        house(on_its_own.model_copy(update={"redis_url": SecretStr(redis_.url)})) as living,
    ):
        living.book()
        with scheduler(living):
            wait_until(lambda: living.counts() == {DueState.QUEUED: 1})
            wait_until(lambda: len(waiting_in(redis_)) == 1)
            with redis.Redis.from_url(redis_.url) as client:
                client.flushall()
            redis_.kill()
            living.let_leases_end()  # handed out while there is nobody to take it
            wait_until(lambda: living.counts() == {DueState.QUEUED: 1})
            redis_.start()
            living.let_leases_end()
            with worker(living, "worker"):
                wait_until(lambda: living.counts() == {DueState.SENT: 1})
        assert len(list(living.outbox.letters())) == len(living.sent()) == 1


def test_what_a_flush_lost_is_handed_out_again_by_itself(network: Settings, redis_: Redis) -> None:
    with house(network) as living:
        living.book()
        with scheduler(living):
            wait_until(lambda: len(waiting_in(redis_)) == 1)
            with redis.Redis.from_url(redis_.url) as client:
                client.flushall()
            wait_until(lambda: len(waiting_in(redis_)) == 1)  # its lease is four seconds
            with worker(living, "worker"):
                wait_until(lambda: living.counts() == {DueState.SENT: 1})
        assert len(list(living.outbox.letters())) == len(living.sent()) == 1


def test_with_redis_away_the_scheduler_waits_and_says_so(
    postgres: Postgres, tmp_path: Path
) -> None:
    with (
        redis_server() as redis_,
        on_postgres(postgres, tmp_path) as on_its_own,
        house(on_its_own.model_copy(update={"redis_url": SecretStr(redis_.url)})) as living,
    ):
        living.book()
        redis_.kill()
        with capture_logs() as logs, scheduler(living):
            wait_until(lambda: len(failures(logs)) >= 3)
            assert living.counts() == {DueState.WAITING: 1}  # nothing is claimed for nobody
            redis_.start()
            wait_until(lambda: len(waiting_in(redis_)) == 1)
        assert {log["worker"] for log in failures(logs)} == {"reminders.scheduler"}


def failures(logs: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [log for log in logs if log["event"] == "worker.step_failed"]


def waiting_in(server: Redis) -> dict[bytes, bytes]:
    """The messages that no worker has acknowledged."""
    with redis.Redis.from_url(server.url) as client:
        messages: dict[bytes, bytes] = client.hgetall(f"{NAMESPACE}:{QUEUE}.msgs")
        return messages


def test_redis_holds_ids_and_nothing_else(network: Settings, redis_: Redis) -> None:
    with house(network) as living:
        living.book()
        with scheduler(living):
            wait_until(lambda: len(waiting_in(redis_)) == 1)
        (message,) = waiting_in(redis_).values()
        told = json.loads(message)
        assert (told["args"], told["kwargs"]) == ([str(living.only_row().id)], {})
        assert EMAIL.reach not in message.decode()
