"""Replay: fetch the rows of a long history, open them, validate each fact."""

from collections.abc import Iterator

from tests.benchmarks import library
from tests.benchmarks.measure import Row, at_least, cost, seconds
from tests.benchmarks.places import Place, a_pathway_of

FACTS, STREAMS = 200, 20
PAGE = 500


def rows(place: Place) -> Iterator[Row]:
    start = place.store.log.head()
    for _ in range(STREAMS):
        a_pathway_of(place.network, FACTS)
    reference = place.library.recorder.max_notification_id() or 0
    for _ in range(STREAMS):
        place.library.save(library.a_file(FACTS - 1))
    yield cost(
        f"replay of {FACTS * STREAMS} facts, {place.name}",
        ours=lambda: FACTS * STREAMS / seconds(lambda: ours(place, start)),
        reference=lambda: FACTS * STREAMS / seconds(lambda: theirs(place, reference)),
        against="eventsourcing in clear",
        target=at_least(2.5),
        unit="/s",
    )


def ours(place: Place, position: int) -> None:
    while events := place.store.log.after(position, limit=PAGE):
        position = events[-1].position


def theirs(place: Place, position: int) -> None:
    application = place.library
    while notifications := application.recorder.select_notifications(
        position, PAGE, inclusive_of_start=False
    ):
        for notification in notifications:
            application.mapper.to_domain_event(notification)
        position = notifications[-1].id
