"""Whose contributions these are, where they lived, and what was never theirs."""

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Place, Rules, day_of
from domain.pathway.links import PathwaysLinked, PathwaysUnlinked
from domain.pathway.person import LivingSituationDescribed
from domain.pathway.wrong_file import FactRecordedInWrongFile


def _lives(fact: LivingSituationDescribed, _: DomainEvent, account: Account) -> None:
    if fact.commune is not None:
        account.places.append(Place(day_of(fact.occurred_at), fact.commune))


def _taken_out(fact: FactRecordedInWrongFile, _: DomainEvent, account: Account) -> None:
    account.taken_out.add(fact.entry_id)
    account.drop(fact.entry_id)
    account.memory.pop(fact.entry_id, None)


RULES: Rules = {
    LivingSituationDescribed: _lives,
    PathwaysLinked: lambda fact, _, account: account.linked.add(fact.linked_id),
    PathwaysUnlinked: lambda fact, _, account: account.linked.discard(fact.linked_id),
    FactRecordedInWrongFile: _taken_out,
}
