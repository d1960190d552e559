"""Several writers at once, each in a thread with streams of its own."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from tests.benchmarks import library
from tests.benchmarks.measure import Row, at_least, cost, seconds
from tests.benchmarks.places import Place, append_one

EACH = 120  # appends of each writer


def rows(place: Place) -> Iterator[Row]:
    for writers, bound in ((8, 5), (16, 8)):
        yield cost(
            f"{writers} writers, {place.name}",
            ours=lambda writers=writers: rate(lambda: append_one(place), writers),  # type: ignore[misc]
            reference=lambda writers=writers: rate(  # type: ignore[misc]
                lambda: library.append_new(place.library), writers
            ),
            against="eventsourcing in clear",
            target=at_least(bound),
            unit="/s",
            rounds=3,
        )


def rate(append: Callable[[], object], writers: int) -> float:
    """Appends a second, all writers together."""

    def write() -> None:
        for _ in range(EACH):
            append()

    def all_at_once() -> None:
        with ThreadPoolExecutor(writers) as pool:
            for ended in [pool.submit(write) for _ in range(writers)]:
                ended.result()

    return writers * EACH / seconds(all_at_once)
