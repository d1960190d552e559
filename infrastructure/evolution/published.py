"""Every fact that may stand in a history; a topic is known once its module is imported."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

import domain
from domain.erasure import Erased
from domain.kernel import Fact


@cache
def published_facts() -> tuple[type[Fact], ...]:
    """The types of every fact of the domain, by topic."""
    for module in walk_packages(domain.__path__, f"{domain.__name__}."):
        import_module(module.name)
    ours = (fact for fact in _below(Fact) if fact.__module__.startswith(f"{domain.__name__}."))
    return tuple(sorted(set(ours) - {Erased}, key=lambda fact: fact.topic))


def _below(fact: type[Fact]) -> Iterator[type[Fact]]:
    for subclass in fact.__subclasses__():
        yield subclass
        yield from _below(subclass)
