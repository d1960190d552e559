"""A follower of the whole history, as the projector is one."""

from collections.abc import Callable
from threading import Event
from time import sleep
from typing import TypeVar

from application.ports import EventLog
from application.refusals import StoreUnavailable
from domain.kernel import DomainEvent

T = TypeVar("T")

PAGE = 100
PAUSE = 0.01  # seconds between two looks


def follow(log: EventLog, done: Event, *, page: int = PAGE) -> list[DomainEvent]:
    """Everything in commit order, read while it is written, to the head once it is `done`."""
    followed: list[DomainEvent] = []

    def position() -> int:
        return followed[-1].position if followed else 0

    while not done.is_set() or position() < asked(log.head):
        newer = asked(lambda: log.after(position(), limit=page))
        followed += newer
        if not newer:
            done.wait(PAUSE)
    return followed


def asked(question: Callable[[], T]) -> T:
    """Ask until the database answers."""
    while True:
        try:
            return question()
        except StoreUnavailable:
            sleep(PAUSE)
