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


def test_a_queue_in_memory_says_when_it_is_full() -> None:
    queue = MemoryQueue()
    queue.put([uuid4() for _ in range(FULL - 1)])
    assert not queue.is_full()
    queue.put([uuid4()])
    assert queue.is_full()


def test_a_queue_on_redis_says_when_it_is_full(redis_: Redis) -> None:
    with redis.Redis.from_url(redis_.url) as client:
        client.flushall()
        broker = open_broker(redis_.url)
        queue = RedisQueue(broker, full=2)
        queue.put([uuid4()])
        assert not queue.is_full()
        queue.put([uuid4()])
        assert queue.is_full()
        client.flushall()
        assert not queue.is_full()
        broker.client.close()
