"""Redis asks who we are: the right user works with little, the wrong one is told at once."""

from uuid import uuid4

import pytest
import redis
from redis.exceptions import NoPermissionError

from tests.servers import Redis, free_port
from workers.broker import RedisQueue, RedisRefusesUs, RedisUrlUnreadable, open_broker

USER, PASSWORD = "cordee", "invented"
ALLOWED = ("~cordee*", "+@all", "-@dangerous", "-@admin")  # as docs/operations.md says


def test_a_user_who_may_do_nothing_but_ours_hands_out(redis_: Redis) -> None:
    with redis.Redis.from_url(redis_.url) as client:
        client.flushall()
        client.execute_command("ACL", "SETUSER", USER, "reset", "on", f">{PASSWORD}", *ALLOWED)
        broker = open_broker(f"redis://{USER}:{PASSWORD}@127.0.0.1:{redis_.port}/0")
        queue = RedisQueue(broker)
        queue.put([uuid4()])
        assert len(broker.do_fetch("reminders", 1)) == 1
        with pytest.raises(NoPermissionError):
            broker.client.set("another", "1")
        broker.client.close()
        client.execute_command("ACL", "DELUSER", USER)


@pytest.mark.parametrize("who", ["", ":wrong@", "nobody:wrong@"])
def test_who_is_not_let_in_is_told_so_and_not_by_what(redis_: Redis, who: str) -> None:
    with pytest.raises(RedisRefusesUs) as refused:
        open_broker(f"redis://{who}127.0.0.1:{redis_.port}/0")
    assert "wrong" not in str(refused.value)


def test_a_url_of_something_else_is_told() -> None:
    with pytest.raises(RedisUrlUnreadable):
        open_broker("http://127.0.0.1/0")


def test_a_redis_that_is_away_is_waited_for() -> None:
    broker = open_broker(f"redis://127.0.0.1:{free_port()}/0")
    with pytest.raises(redis.ConnectionError):
        RedisQueue(broker).room()
    broker.client.close()
