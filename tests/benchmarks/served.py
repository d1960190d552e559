"""`python -m tests.benchmarks.served KIND PORT`: one server, in a process of its own.

Kinds: `cordee` (what is shipped), `bare` (the same without a history behind it) and `library`
(eventsourcing behind the same route). What each is told stands in the environment.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import uvicorn
from fastapi import FastAPI

from api.composition import Settings, opened_house, opened_installation, spare_what_lasts
from api.http.app import create_app
from api.http.follow_ups import Planned
from api.http.server import Listening, server
from application.ports import A, Context, Recorded
from domain.kernel import DomainEvent
from domain.pathway.pathway import Pathway
from tests.benchmarks import library
from tests.fakes.event_log import EventLogInMemory


def cordee(port: int) -> None:
    with opened_installation(Settings()) as installation, opened_house(installation) as house:
        app = create_app(replace(house, evenly=False))  # what it costs, not what it waits
        spare_what_lasts()
        server(app, Listening(port=port)).run()


def bare(port: int) -> None:
    """All that is shipped but the history: one pathway in memory, and nothing is kept."""
    with opened_installation(Settings()) as installation, opened_house(installation) as house:
        nowhere = Nowhere(installation.network.log.load(Pathway, UUID(os.environ["PATHWAY"])))
        network = replace(house.network, log=nowhere)
        app = create_app(replace(house, network=network, evenly=False))
        spare_what_lasts()
        server(app, Listening(port=port)).run()


class Nowhere(EventLogInMemory):
    """Knows one pathway, whatever is asked for, and keeps nothing."""

    def __init__(self, pathway: Pathway) -> None:
        super().__init__()
        self._pathway = pathway

    def load(self, kind: type[A], stream_id: UUID) -> A:  # noqa: ARG002 (it is always the same)
        assert isinstance(self._pathway, kind)
        return self._pathway

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:  # noqa: ARG002
        version = events[-1].originator_version
        return Recorded(self._pathway.id, version, position=1, recorded_at=datetime.now(UTC))


def eventsourcing(port: int) -> None:
    application = library.at(os.environ["LIBRARY_PLACE"])
    app = FastAPI()

    @app.post("/v1/pathways/{pathway_id}/follow-ups", status_code=201)
    def plan(pathway_id: UUID, asked: Planned) -> dict[str, str]:
        library.load_and_append(application, pathway_id)
        return {"purpose": asked.plan.purpose}

    spare_what_lasts()
    uvicorn.run(app, port=port, log_config=None, access_log=False)


KINDS = {"cordee": cordee, "bare": bare, "library": eventsourcing}

if __name__ == "__main__":
    KINDS[sys.argv[1]](int(sys.argv[2]))
