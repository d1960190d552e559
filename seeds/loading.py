"""Loads the demo networks by having the use cases run each step of each story."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from application.accounts.ports import Accounts
from application.network import Network
from domain.kernel import Value
from seeds.activities.gathering import gathered
from seeds.activities.going import gone_towards
from seeds.activities.telling import Programme, told_once
from seeds.facilities.places import facilities_of, opened
from seeds.facilities.staying import stayed
from seeds.networks.founding import founding
from seeds.networks.mandating import mandated
from seeds.networks.networks import demo
from seeds.screening.telling import tested
from seeds.stories.life import Telling

THREADS = 8  # their commits are shared: one flush to the disk serves several stories

WHO_MAY_COME = 120  # persons, the first of the demo: as many however large it is

Person = tuple[str, int]  # key of a network, number within it


class Plan(Value):
    """What a demo holds; the same plan always tells the same stories."""

    seed: int = 1
    people: int = 300
    now: datetime

    def persons(self) -> list[Person]:
        """Everybody, so that each network grows by its share from the first to the last."""
        counts = {network.key: 0 for network in demo().networks}
        shares = {network.key: network.share for network in demo().networks}
        persons = []
        for _ in range(self.people):
            key = min(counts, key=lambda key: (counts[key] + 1) / shares[key])
            persons.append((key, counts[key]))
            counts[key] += 1
        return persons


def load_networks(network: Network) -> None:
    """Found the network, register its organisations, enrol their members."""
    for step in founding(demo()):
        step.take(network)


def load_people(
    network: Network,
    plan: Plan,
    persons: Sequence[Person],
    *,
    told: Callable[[int], None],
    threads: int = THREADS,
) -> None:
    """Tell the stories of these persons; `told` hears how many steps each one took.

    A step taken before, in a load that was cut short, gets its first answer and records nothing.
    """
    telling = Telling(seed=plan.seed, now=plan.now)

    def tell(person: Person) -> int:
        steps = telling.story(*person).told()
        for step in steps:
            step.take(network)
        return len(steps)

    with ThreadPoolExecutor(threads, thread_name_prefix="story") as pool:
        _report(pool.map(tell, persons), told)


def load_activities(network: Network, plan: Plan) -> None:
    """What organisations do beside: days, workshops and who came to them, among the first met.

    A step taken before gets its first answer and records nothing.
    """
    telling = Telling(seed=plan.seed, now=plan.now)
    first = plan.persons()[:WHO_MAY_COME]
    for one in demo().networks:
        programme = Programme(one, plan.now)
        stories = [telling.story(key, number) for key, number in first if key == one.key]
        told = *told_once(programme), *gathered(programme, stories)
        for step in (*told, *gone_towards(programme, stories)):
            step.take(network)


def load_screening(network: Network, plan: Plan) -> None:
    """The rapid tests: of some of the first met, and anonymous ones.

    A step taken before gets its first answer and records nothing.
    """
    telling = Telling(seed=plan.seed, now=plan.now)
    first = plan.persons()[:WHO_MAY_COME]
    for one in demo().networks:
        stories = [telling.story(key, number) for key, number in first if key == one.key]
        for step in tested(Programme(one, plan.now), stories):
            step.take(network)


def load_stays(network: Network, plan: Plan) -> None:
    """Facilities with their places, and who asked for one, among the first met.

    A step taken before gets its first answer and records nothing.
    """
    telling = Telling(seed=plan.seed, now=plan.now)
    first = plan.persons()[:WHO_MAY_COME]
    for one in demo().networks:
        stories = [telling.story(key, number) for key, number in first if key == one.key]
        for step in (*opened(one), *stayed(facilities_of(one), stories, plan.now)):
            step.take(network)


def load_mandates(network: Network, accounts: Accounts, plan: Plan) -> None:
    """What the auditor of the demo may look at; those who sign have accounts.

    A mandate that was asked for before stays as it is.
    """
    first = next(one for one in demo().networks)
    telling = Telling(seed=plan.seed, now=plan.now)
    met = [telling.story(key, number) for key, number in plan.persons() if key == first.key][:3]
    mandated(network, accounts, first, [story.pathway_id for story in met], now=plan.now)


def _report(lengths: Iterable[int], told: Callable[[int], None]) -> None:
    for length in lengths:
        told(length)
