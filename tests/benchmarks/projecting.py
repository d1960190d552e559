"""Keep the views up to date, beside the library's own projection of the same number of events."""

import statistics
import time
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import Tracking
from eventsourcing.postgres import PostgresTrackingRecorder
from eventsourcing.projection import Projection, ProjectionRunner

from infrastructure.composition import OpenViews, opened_views
from tests.benchmarks import library
from tests.benchmarks.measure import Row, at_least, bound, cost, seconds
from tests.benchmarks.places import Place, a_pathway_of, plan
from workers.projector import Keeping, ProjectorThread

FACTS, STREAMS = 40, 50
THEIRS = 300  # events; one transaction each takes them long enough
SEEN = 100  # writes whose appearance in the views is timed


def rows(place: Place) -> Iterator[Row]:
    with opened_views(place.settings, place.store) as views:
        project(views)
        if place.name == "PostgreSQL":  # the library cannot subscribe on SQLite
            yield cost(
                f"live projection, {place.name}",
                ours=lambda: ours(place, views),
                reference=lambda: theirs(place),
                against="ProjectionRunner",
                target=at_least(40),
                unit="/s",
                rounds=3,
            )
        yield bound(
            f"written, then seen in the views, p99, {place.name}",
            ours=seen(place, views),
            limit=100,
            unit="ms",
        )


def project(views: OpenViews) -> None:
    """Bring the views to the end of the history."""
    while views.projector.step().events:
        pass


def ours(place: Place, views: OpenViews) -> float:
    for _ in range(STREAMS):
        a_pathway_of(place.network, FACTS)
    return FACTS * STREAMS / seconds(lambda: project(views))


def seen(place: Place, views: OpenViews) -> float:
    """The 99th percentile, in milliseconds, from before a write to its place in the views.

    The projector runs in its own thread as it does in a serving process, and is not woken: what
    it costs to wait for its next look is counted. The writer rests as long as it writes.
    """
    pathway = a_pathway_of(place.network, FACTS)
    projector = ProjectorThread(Keeping(views.projector, views.rebuilding, views.parked))
    projector.start()
    delays = []
    for _ in range(SEEN):
        started = time.perf_counter()
        plan(place.network, pathway)
        written, position = time.perf_counter(), place.store.log.head()
        while views.projection.state().position < position:
            time.sleep(0.001)  # looks again; the precision of what is measured
        delays.append(time.perf_counter() - started)
        time.sleep(written - started)
    projector.stop()
    return statistics.quantiles(delays, n=100)[98] * 1_000


class Seen(PostgresTrackingRecorder):
    """The library's own tracking, and no table beside it: the least a projection writes."""


class Seeing(Projection[Seen]):
    def process_event(self, domain_event: DomainEventProtocol[Any], tracking: Tracking) -> None:
        del domain_event
        self.view.insert_tracking(tracking)


def theirs(place: Place) -> float:
    """Events a second that the library's runner follows."""
    for _ in range(THEIRS // FACTS):
        place.library.save(library.a_file(FACTS - 1))
    last = place.library.recorder.max_notification_id()
    runner = ProjectionRunner(
        application_class=Application[UUID],
        projection_class=Seeing,
        view_class=Seen,
        env={name: place.library.env.get(name) or "" for name in place.library.env},
    )
    started = time.perf_counter()
    with runner:
        before = runner.view.max_tracking_id(Application.name) or 0
        runner.wait(last, timeout=120)
        return ((last or 0) - before) / (time.perf_counter() - started)
