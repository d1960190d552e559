"""A postbox behind a breaker and a rate for each channel: its gateways are not hammered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from time import sleep

from application.reminders.postbox import Letter, NotDelivered, NotTried, Postbox, Unclear
from domain.pathway.reminders import Channel
from infrastructure.reminders.around import Around
from infrastructure.reminders.breaker import Breaker, BreakerState
from infrastructure.reminders.rate import Rate
from infrastructure.settings import Settings

ACCEPTED = "accepted"
RESTING, PACED = "gateway-resting", "gateway-paced"
OF_THE_GATEWAY = "gateway-"
LONGEST_TURN = 5.0  # seconds that a worker waits for its turn; it is put off for longer ones

Told = Callable[[Channel, BreakerState], None]
Answered = Callable[[Channel, str], None]  # "accepted", or the code of a refusal


def answer_nobody(channel: Channel, answer: str) -> None:
    """For who does not count."""


@dataclass(frozen=True, slots=True)
class Gate:
    breaker: Breaker
    rate: Rate


@dataclass(frozen=True, slots=True)
class GuardedPostbox(Around):
    """Channels without a gate are not guarded."""

    gates: Mapping[Channel, Gate]
    answered: Answered = answer_nobody
    wait: Callable[[float], None] = sleep

    def deliver(self, letter: Letter) -> str | None:
        gate = self.gates.get(letter.channel)
        if gate is None:
            return self.inner.deliver(letter)
        self._come_to(gate)
        try:
            name = self.inner.deliver(letter)
        except NotDelivered as refused:
            self.answered(letter.channel, refused.reason)
            gate.breaker.failed() if _is_its_fault(refused) else gate.breaker.succeeded()
            raise
        except Exception:
            gate.breaker.failed()
            raise
        gate.breaker.succeeded()
        self.answered(letter.channel, ACCEPTED)
        return name

    def _come_to(self, gate: Gate) -> None:
        _pass_if(gate.breaker.left())
        turn = gate.rate.turn(within=LONGEST_TURN)
        if turn > LONGEST_TURN:
            raise NotTried(PACED, after=timedelta(seconds=turn))
        self.wait(turn)
        _pass_if(gate.breaker.admit())


def guarded(
    postbox: Postbox, settings: Settings, told: Told, answered: Answered = answer_nobody
) -> GuardedPostbox:
    """Behind a breaker for each channel, and the rates that the settings name."""
    rates = {Channel.TEXT: settings.texts_a_second, Channel.EMAIL: settings.mails_a_second}
    gates = {
        channel: Gate(Breaker(partial(told, channel)), Rate(rates.get(channel, 0)))
        for channel in postbox.channels
    }
    return GuardedPostbox(postbox, gates, answered)


def _pass_if(left: float) -> None:
    if left:
        raise NotTried(RESTING, after=timedelta(seconds=left))


def _is_its_fault(refused: NotDelivered) -> bool:
    return isinstance(refused, Unclear) or refused.reason.startswith(OF_THE_GATEWAY)
