from uuid import UUID

from domain.organisation.organisation import Organisation
from domain.pathway.pathway import Pathway
from infrastructure.event_store.aggregate_cache import CLEAR_FOR, AggregateCache

ID = UUID("11111111-1111-4111-8111-111111111111")
OTHER = UUID("22222222-2222-4222-8222-222222222222")


class Clock:
    """Seconds that pass when told."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_newest_version_is_kept() -> None:
    cache = AggregateCache()
    assert cache.get(Pathway, ID) is None
    cache.put(Pathway(ID, version=2), read_after=0)
    cache.put(Pathway(ID, version=1), read_after=0)
    assert cache.get(Pathway, ID) == Pathway(ID, version=2)
    cache.put(Pathway(ID, version=3), read_after=0)
    assert cache.get(Pathway, ID) == Pathway(ID, version=3)


def test_an_aggregate_of_another_kind_is_not_given() -> None:
    cache = AggregateCache()
    cache.put(Pathway(ID, version=1), read_after=0)
    assert cache.get(Organisation, ID) is None


def test_what_was_evicted_may_be_put_back_as_it_is_stored() -> None:
    cache = AggregateCache()
    cache.put(Pathway(ID, version=5), read_after=0)
    cache.evict(ID)
    cache.put(Pathway(ID, version=4), read_after=0)
    assert cache.get(Pathway, ID) == Pathway(ID, version=4)


def test_what_was_read_before_an_erasure_is_not_kept_after_it() -> None:
    cache = AggregateCache()
    read_after = cache.erasures
    cache.put(Pathway(ID, version=1), read_after=read_after)
    cache.erase(ID)
    assert cache.get(Pathway, ID) is None
    cache.put(Pathway(ID, version=1), read_after=read_after)  # by another thread, a bit late
    assert cache.get(Pathway, ID) is None
    cache.put(Pathway(ID, version=1), read_after=cache.erasures)
    assert cache.get(Pathway, ID) is not None


def test_it_is_bounded() -> None:
    cache = AggregateCache(size=4)
    for n in range(100):
        cache.put(Pathway(UUID(int=n), version=1), read_after=0)
    kept = [n for n in range(100) if cache.get(Pathway, UUID(int=n))]
    assert len(kept) <= 4
    assert kept[-1] == 99


def test_nothing_stays_in_clear_for_long_even_where_nobody_asks() -> None:
    clock = Clock()
    cache = AggregateCache(clock=clock)
    cache.put(Pathway(ID, version=1), read_after=0)
    for clock.now in (CLEAR_FOR / 2 + 1, CLEAR_FOR + 1):
        cache.expire()
    cache.put(Pathway(OTHER, version=1), read_after=0)
    assert cache.get(Pathway, ID) is None
    assert cache.get(Pathway, OTHER) is not None
