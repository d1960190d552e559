"""Buffer sessions with a psychologist, and how long the outside relay is waited for."""

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Contribution, Rules, day_of, worked
from domain.observatory.indicators import Indicator
from domain.pathway.psychology import (
    BufferSessionEnteredInError,
    BufferSessionHeld,
    PsychologyRelayStarted,
)


def _held(fact: BufferSessionHeld, event: DomainEvent, account: Account) -> None:
    held = Contribution(
        Indicator.BUFFER_SESSIONS,
        day_of(fact.occurred_at),
        fact.held_by,
        data_class=fact.data_class,
    )
    account.add(fact.session_id, held)
    account.add(fact.session_id, worked(held, event, fact.minutes))


def _started(fact: PsychologyRelayStarted, event: DomainEvent, account: Account) -> None:
    waited = Contribution(
        Indicator.DAYS_TO_PSYCHOLOGY,
        fact.on,
        event.organisation_id,
        value=fact.waited_days,
        data_class=fact.data_class,
    )
    account.add(fact.relay_id, waited)


RULES: Rules = {
    BufferSessionHeld: _held,
    BufferSessionEnteredInError: lambda fact, _, account: account.drop(fact.session_id),
    PsychologyRelayStarted: _started,
}
