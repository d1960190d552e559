"""What a history costs as it grows: reads over HTTP at two sizes, and views made again.

`CORDEE_BENCH_EVENTS` says how large (a million when it says nothing).
"""

import http.client
import json
import os
import statistics
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from application.ports import Context
from application.views.view import VIEWS
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.follow_up import FollowUpPlanned, Mode, Purpose
from domain.pathway.opening import MetAt, PathwayOpened
from domain.pathway.pathway import Pathway
from infrastructure.composition import opened_views
from tests.benchmarks.asking import served
from tests.benchmarks.measure import Row, bound, microseconds_each, seconds
from tests.benchmarks.people import Somebody, somebody
from tests.benchmarks.places import Place
from tests.benchmarks.projecting import project

FACTS = 200  # of each pathway
SMALL, LARGE = 10_000, int(os.environ.get("CORDEE_BENCH_EVENTS", "1_000_000"))
TIMES, ROUNDS = 40, 5
REBUILT_IN = 45e-6  # seconds an event: a million in 45 s


def rows(place: Place) -> Iterator[Row]:
    ines = somebody(place)
    kept, *_ = [a_long_pathway(place, ines.member) for _ in range(SMALL // FACTS)]
    catch_up(place)
    small = reads(ines, kept)
    for _ in range((LARGE - SMALL) // FACTS):
        a_long_pathway(place, uuid_only(ines.member))
    catch_up(place)
    large = reads(ines, kept)
    for what in small:
        yield bound(
            f"{what} over HTTP at {LARGE:,} events, {place.name}",
            ours=large[what],
            limit=1.3 * small[what],
            unit="µs",
        )
    yield bound(
        f"rebuild of {LARGE:,} events, {place.name}",
        ours=rebuilt(place),
        limit=REBUILT_IN * LARGE,
        unit="s",
    )


def reads(reader: Somebody, pathway_id: UUID) -> dict[str, float]:
    """The median cost of each read over one connection, in microseconds."""
    with served("cordee", reader.environment) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        paths = {
            f"timeline of {FACTS} facts": f"/v1/pathways/{pathway_id}/timeline",
            "caseload page": "/v1/caseload",
        }
        return {
            what: statistics.median(
                microseconds_each(asking(connection, path, reader.token), times=TIMES)
                for _ in range(ROUNDS)
            )
            for what, path in paths.items()
        }


def asking(connection: http.client.HTTPConnection, path: str, token: str) -> Callable[[], None]:
    def ask() -> None:
        connection.request("GET", path, headers={"authorization": f"Bearer {token}"})
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != http.HTTPStatus.OK:
            raise RuntimeError(f"{answer.status} {json.loads(content).get('code')}")

    return ask


def rebuilt(place: Place) -> float:
    """Seconds to make every view again."""
    with opened_views(place.settings, place.store) as views:
        return seconds(lambda: views.rebuilding.rebuild(VIEWS.keys(), lambda _, __: None))


def catch_up(place: Place) -> None:
    with opened_views(place.settings, place.store) as views:
        project(views)


def a_long_pathway(place: Place, by: Member) -> UUID:
    """One pathway with its facts, recorded as one command."""
    now = datetime.now(UTC)
    opened = PathwayOpened(
        occurred_at=now,
        opened_by=by.organisation_id,
        referent_id=by.id,
        called="Awa",
        met_at=MetAt.FOOD_DISTRIBUTION,
    )
    planned: list[Fact] = [
        FollowUpPlanned(
            occurred_at=now,
            follow_up_id=uuid4(),
            planned_by=by.organisation_id,
            due_on=date(2026, 12, 1) + timedelta(days=day),
            purpose=Purpose.RIGHTS,
            mode=Mode.PHONE,
            with_member=None,
        )
        for day in range(FACTS - 1)
    ]
    context = Context(uuid4(), by.id, by.organisation_id)
    place.store.log.append(Pathway(uuid4()).next([opened, *planned]), context)
    return place.store.log.after(place.store.log.head() - 1, limit=1)[0].originator_id


def uuid_only(member: Member) -> Member:
    """Somebody like them in another organisation, so that the reader's own list stays as long."""
    return member.model_copy(update={"id": uuid4(), "organisation_id": uuid4()})
