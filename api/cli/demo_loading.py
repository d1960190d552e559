"""Loads the demo networks into an installation, by this process or by several."""

import atexit
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import cache, partial

from api.cli.demo_files import DemoState, made_accounts, read_state, write_state
from api.cli.presenting import Advance, progress, say
from api.cli.refusals import NotADemo
from api.composition import Installation, Settings, opened_installation
from domain.organisation.organisation import FOUNDER
from seeds.loading import (
    Person,
    Plan,
    load_activities,
    load_mandates,
    load_networks,
    load_people,
    load_screening,
    load_stays,
)
from seeds.networks.logins import logins, open_logins

PEOPLE = 300
PART = 25  # persons handed to another process at once


def load_demo(
    installation: Installation, *, people: int | None = None, seed: int = 1, processes: int = 1
) -> DemoState:
    """Load the demo, or what is missing of it; one that is whole only grows, and when asked.

    Raises:
        NotADemo: a real network was founded here.
    """
    folder = installation.settings.data
    state = read_state(folder)
    if state is None:
        if installation.network.log.heads([FOUNDER]):
            raise NotADemo
        plan = Plan(seed=seed, people=people or PEOPLE, now=datetime.now(UTC))
        state, known = DemoState(plan=plan), 0
    else:
        known = state.plan.people if state.whole else 0
        state = _grown(state, people)
    if not state.whole:
        write_state(folder, state)
        _load(installation, state.plan, known=known, processes=processes)
        state = state.model_copy(update={"whole": True})
        write_state(folder, state)
    return state


def _grown(state: DemoState, people: int | None) -> DemoState:
    if people is None or people <= state.plan.people:
        return state
    return DemoState(plan=state.plan.model_copy(update={"people": people}))


def _load(installation: Installation, plan: Plan, *, known: int, processes: int) -> None:
    say(f"Loading the demo networks: {plan.people} invented people, two years of their lives.")
    load_networks(installation.network)
    persons = plan.persons()[known:]
    with _opening_accounts(installation), progress("Stories", total=len(persons)) as advance:
        if processes > 1:
            _by_several(installation.settings, plan, persons, processes, advance)
        else:
            load_people(installation.network, plan, persons, told=lambda _: advance(1))
    load_activities(installation.network, plan)
    load_screening(installation.network, plan)
    load_stays(installation.network, plan)
    load_mandates(installation.network, installation.desk.accounts, plan)


@contextmanager
def _opening_accounts(installation: Installation) -> Iterator[None]:
    """Open the demo's accounts meanwhile: hashing a password is slow, on purpose."""
    passwords = made_accounts(installation.settings.data).passwords()
    with ThreadPoolExecutor(1, thread_name_prefix="accounts") as aside:
        opening = aside.submit(open_logins, installation.desk, logins(), passwords)
        yield
        opening.result()


def _by_several(
    settings: Settings, plan: Plan, persons: list[Person], processes: int, advance: Advance
) -> None:
    parts = [persons[start : start + PART] for start in range(0, len(persons), PART)]
    fresh = multiprocessing.get_context("spawn")  # a copy of our threads and locks would hang
    with ProcessPoolExecutor(processes, mp_context=fresh) as pool:
        for told in pool.map(partial(_tell_part, settings, plan), parts):
            advance(told)


def _tell_part(settings: Settings, plan: Plan, part: list[Person]) -> int:
    load_people(_here(settings).network, plan, part, told=lambda _: None)
    return len(part)


@cache
def _here(settings: Settings) -> Installation:
    """The installation, opened once in each process."""
    until_the_end = ExitStack()
    atexit.register(until_the_end.close)
    return until_the_end.enter_context(opened_installation(settings))
