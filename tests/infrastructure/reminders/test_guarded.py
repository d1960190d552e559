"""A gateway in trouble is left alone, and one that is slow is not pressed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

import pytest

from application.reminders.postbox import (
    Letter,
    NotDelivered,
    NotTried,
    TryLater,
    Unclear,
    Undeliverable,
)
from domain.pathway.reminders import Channel
from infrastructure.reminders.breaker import MOST_FAILURES, SHORTEST_REST, BreakerState
from infrastructure.reminders.guarded import PACED, RESTING, GuardedPostbox, guarded
from infrastructure.settings import Settings
from tests.fakes.postbox import PostboxInMemory


@dataclass
class Told:
    changes: list[tuple[Channel, BreakerState]] = field(default_factory=list)

    def __call__(self, channel: Channel, state: BreakerState) -> None:
        self.changes.append((channel, state))


def letter(channel: Channel = Channel.TEXT) -> Letter:
    return Letter(uuid4(), channel, "+33639980001", "", "Rappel")


def refusing(refusal: Exception) -> Callable[[Letter], None]:
    def refuse(_: Letter) -> None:
        raise refusal

    return refuse


def failing(postbox: GuardedPostbox, refusal: Exception, *, times: int = MOST_FAILURES) -> None:
    for _ in range(times):
        with pytest.raises(type(refusal)):
            postbox.deliver(letter())


@pytest.mark.parametrize(
    "refusal", [TryLater("gateway-unreachable"), Unclear("cut-while-sending"), RuntimeError()]
)
def test_a_gateway_that_fails_is_asked_nothing_more_for_a_while(refusal: Exception) -> None:
    inner, told, asked = PostboxInMemory(), Told(), list[Letter]()
    postbox = guarded(inner, Settings(), told)
    inner.before = refusing(refusal)
    failing(postbox, refusal)
    inner.before = asked.append
    with pytest.raises(NotTried, match=RESTING) as left:
        postbox.deliver(letter())
    assert asked == []
    assert timedelta() < left.value.after <= timedelta(seconds=SHORTEST_REST)
    assert told.changes == [(Channel.TEXT, BreakerState.OPEN)]


@pytest.mark.parametrize("refusal", [TryLater("recipient-refused"), Undeliverable("address")])
def test_what_is_refused_of_one_letter_is_not_held_against_the_gateway(
    refusal: NotDelivered,
) -> None:
    inner = PostboxInMemory()
    postbox = guarded(inner, Settings(), Told())
    inner.before = refusing(refusal)
    failing(postbox, refusal, times=3 * MOST_FAILURES)


def test_one_channel_in_trouble_leaves_the_others_alone() -> None:
    inner = PostboxInMemory()
    postbox = guarded(inner, Settings(), Told())
    inner.before = refusing(TryLater("gateway-busy"))
    failing(postbox, TryLater("gateway-busy"))
    inner.before = lambda _: None
    postbox.deliver(letter(Channel.EMAIL))
    assert [one.channel for one in inner.letters] == [Channel.EMAIL]


def test_letters_leave_no_faster_than_the_settings_say() -> None:
    waits: list[float] = []
    slow = guarded(PostboxInMemory(), Settings(texts_a_second=0.5), Told())
    postbox = GuardedPostbox(slow.inner, slow.gates, wait=waits.append)
    for _ in range(3):
        postbox.deliver(letter())
    assert waits == pytest.approx([0, 2, 4], abs=0.5)
    with pytest.raises(NotTried, match=PACED):
        postbox.deliver(letter())
    for _ in range(20):
        postbox.deliver(letter(Channel.EMAIL))
    assert waits[3:] == [0] * 20


def test_it_carries_what_stands_behind_it() -> None:
    inner = PostboxInMemory(channels=frozenset({Channel.EMAIL}), knows_keys=False)
    postbox = guarded(inner, Settings(), Told())
    assert (postbox.channels, postbox.keyed) == (inner.channels, inner.keyed)
