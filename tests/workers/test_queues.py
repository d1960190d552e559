"""What `Queue` promises, kept in memory and on Redis."""

from uuid import uuid4

import redis

from tests.servers import Redis
from workers.broker import RedisQueue, open_broker
from workers.embedded import FULL, MemoryQueue


def test_ids_come_out_in_the_order_they_went_in() -> None:
    queue, ids = MemoryQueue(), [uuid4() for _ in range(3)]
    queue.put(ids)
    queue.close(workers=1)
    assert [queue.take() for _ in range(4)] == [*ids, None]


def test_what_is_urgent_comes_out_first_and_always_finds_room() -> None:
    queue, ids = MemoryQueue(), [uuid4() for _ in range(FULL)]
    queue.put(ids)
    assert queue.room() == 0
    assert queue.room(urgent=True) > 0
    first = uuid4()
    queue.put([first], urgent=True)
    assert [queue.take(), queue.take()] == [first, ids[0]]


def test_a_queue_in_memory_says_how_much_room_it_has() -> None:
    queue = MemoryQueue()
    queue.put([uuid4() for _ in range(FULL - 1)])
    assert queue.room() == 1
    queue.put([uuid4(), uuid4()])
    assert queue.room() == 0
    queue.take()
    queue.take()
    assert queue.room() == 1


def test_a_queue_on_redis_says_how_much_room_it_has(redis_: Redis) -> None:
    with redis.Redis.from_url(redis_.url) as client:
        client.flushall()
        broker = open_broker(redis_.url)
        queue = RedisQueue(broker, full=2)
        queue.put([uuid4()])
        assert queue.room() == 1
        queue.put([uuid4(), uuid4()])
        assert queue.room() == 0
        assert queue.room(urgent=True) == 2
        queue.put([uuid4()], urgent=True)
        assert queue.room(urgent=True) == 1
        client.flushall()
        assert queue.room() == 2
        broker.client.close()
