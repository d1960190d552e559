"""The processes of the network topology; each runs until it is told to stop."""

from functools import partial
from threading import Event, Thread

import dramatiq

from application.reminders.reminding import Reminding
from workers.broker import RedisQueue, declare_sending, open_broker
from workers.loops import beside
from workers.reminders import keep_handing_out, keep_leases, keep_planning, sending

FETCH_EVERY = 200  # milliseconds between two looks at an empty queue, at most
LAST_LETTER = 60_000  # milliseconds for what has begun to end


def schedule(reminding: Reminding, redis_url: str, stop: Event) -> None:
    broker = open_broker(redis_url)
    planner = Thread(target=keep_planning, args=(reminding, stop))
    planner.start()
    try:
        keep_handing_out(reminding, RedisQueue(broker), stop)
    finally:
        planner.join()
        broker.client.close()


def work(reminding: Reminding, redis_url: str, stop: Event, *, threads: int) -> None:
    broker = open_broker(redis_url)
    declare_sending(broker, sending(reminding))
    worker = dramatiq.Worker(broker, worker_threads=threads, worker_timeout=FETCH_EVERY)
    with beside(partial(keep_leases, reminding), name="leases"):
        worker.start()
        try:
            stop.wait()
        finally:
            worker.stop(timeout=LAST_LETTER)
            broker.client.close()
