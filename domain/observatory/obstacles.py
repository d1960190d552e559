"""What stands in the way, what it delays, how it is lifted and after how long."""

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Contribution, Rules, day_of
from domain.observatory.indicators import Indicator
from domain.pathway.obstacles.facts import ObstacleLifted, ObstacleReported
from domain.pathway.obstacles.words import LiftedHow


def _reported(fact: ObstacleReported, event: DomainEvent, account: Account) -> None:
    reported = Contribution(
        Indicator.OBSTACLES,
        day_of(fact.occurred_at),
        event.organisation_id,
        fact.kind,
        fact.delays.what if fact.delays else "",
        data_class=fact.data_class,
    )
    account.add(fact.obstacle_id, reported)
    account.memory[fact.obstacle_id] = reported


def _lifted(fact: ObstacleLifted, event: DomainEvent, account: Account) -> None:
    if fact.how is LiftedHow.ENTERED_IN_ERROR:
        account.drop(fact.obstacle_id)
        return
    reported: Contribution | None = account.memory.get(fact.obstacle_id)
    lifted = Contribution(
        Indicator.OBSTACLES_LIFTED,
        day_of(fact.occurred_at),
        event.organisation_id,
        fact.how,
        data_class=fact.data_class,
    )
    account.add(fact.obstacle_id, lifted)
    if reported is not None:
        account.add(
            fact.obstacle_id,
            lifted._replace(
                indicator=Indicator.DAYS_TO_LIFT, category=reported.category, value=fact.after_days
            ),
        )


RULES: Rules = {ObstacleReported: _reported, ObstacleLifted: _lifted}
