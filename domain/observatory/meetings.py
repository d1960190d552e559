"""People met for the first time; being met at all is what a pathway calls an encounter."""

from collections.abc import Iterator

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Contribution, Rules, day_of
from domain.observatory.indicators import Indicator
from domain.pathway.encounters import Encounters
from domain.pathway.opening import PathwayOpened


def met(encounters: Encounters) -> Iterator[Contribution]:
    """That somebody was met says nothing of why: it is social, whatever they were met for."""
    for encounter in encounters.by_source.values():
        yield Contribution(Indicator.PEOPLE_MET, day_of(encounter.at), encounter.organisation_id)


def _opened(fact: PathwayOpened, event: DomainEvent, account: Account) -> None:
    first = Contribution(
        Indicator.PEOPLE_NEW, day_of(fact.occurred_at), fact.opened_by, fact.met_at
    )
    account.add(event.originator_id, first)


RULES: Rules = {PathwayOpened: _opened}
