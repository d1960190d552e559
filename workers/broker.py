"""Ids through Redis, with dramatiq: what is lost there is handed out again from the rows."""

import ssl
from collections.abc import Sequence
from uuid import UUID

import dramatiq
import redis
from dramatiq.brokers.redis import RedisBroker

from domain.refusals import DomainError
from workers.reminders import Send

NAMESPACE = "cordee"  # of the keys in Redis
QUEUE = "reminders"
ACTOR = "reminders.send"
URGENT_QUEUE = "reminders.urgent"  # of its own, so that nothing stands before what is urgent
URGENT_ACTOR = "reminders.send_urgent"
FIRST = -1  # the priority of what is urgent among what a worker fetched; that of the rest is 0
HEARTBEAT = 15_000  # milliseconds without one after which a worker's messages go to another
MAINTENANCE = 100_000  # commands out of a million that look for such workers
FULL = 200  # ids that no worker has fetched
KEPT_WHEN_DEAD = 3_600_000  # milliseconds; actors never raise, so that none should be


class RedisUrlUnreadable(DomainError):
    code = "redis-url-unreadable"
    title = "CORDEE_REDIS_URL is redis://user:password@host:port/0, or rediss:// over TLS."


class RedisRefusesUs(DomainError):
    code = "redis-refuses-us"
    title = "Redis refuses the user, password or certificate: mend CORDEE_REDIS_URL, or its users."


def open_broker(url: str) -> RedisBroker:
    """A broker without middleware: attempts, delays and time limits are the rows' business.

    Raises:
        RedisUrlUnreadable: the URL is none of Redis.
        RedisRefusesUs: its password, its user or its certificate is not right.
    """
    try:
        client = redis.Redis.from_url(url, socket_timeout=10, socket_connect_timeout=5)
    except ValueError:
        raise RedisUrlUnreadable from None
    _must_be_let_in(client)
    return RedisBroker(  # type: ignore[no-untyped-call] # dramatiq leaves it untyped
        client=client,
        middleware=[],
        namespace=NAMESPACE,
        heartbeat_timeout=HEARTBEAT,
        maintenance_chance=MAINTENANCE,
        dead_message_ttl=KEPT_WHEN_DEAD,
    )


def _must_be_let_in(client: redis.Redis) -> None:
    """What only fails for now is tried again by whoever uses it."""
    try:
        client.ping()
    except (redis.AuthenticationError, redis.ResponseError):
        raise RedisRefusesUs from None
    except redis.RedisError as error:
        if isinstance(error.__context__, ssl.SSLError):
            raise RedisRefusesUs from None


class RedisQueue:
    """Hands ids to the workers of every process."""

    def __init__(self, broker: RedisBroker, *, full: int = FULL) -> None:
        self._broker = broker
        self._full = full
        for queue in (QUEUE, URGENT_QUEUE):
            broker.declare_queue(queue)

    def room(self, *, urgent: bool = False) -> int:
        queue = URGENT_QUEUE if urgent else QUEUE
        waiting = self._broker.client.llen(f"{NAMESPACE}:{queue}")
        return max(self._full - waiting, 0)

    def put(self, due_ids: Sequence[UUID], *, urgent: bool = False) -> None:
        queue, actor = (URGENT_QUEUE, URGENT_ACTOR) if urgent else (QUEUE, ACTOR)
        for due_id in due_ids:
            message = dramatiq.Message[None](
                queue_name=queue, actor_name=actor, args=(str(due_id),), kwargs={}, options={}
            )
            self._broker.enqueue(message)


def declare_sending(broker: RedisBroker, send: Send) -> None:
    """Give the broker's workers the one thing they do, and what is urgent before the rest."""

    def send_one(due_id: str) -> None:
        send(UUID(due_id))

    dramatiq.actor(broker=broker, queue_name=QUEUE, actor_name=ACTOR)(send_one)
    dramatiq.actor(broker=broker, queue_name=URGENT_QUEUE, actor_name=URGENT_ACTOR, priority=FIRST)(
        send_one
    )
