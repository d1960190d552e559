"""`python -m tests.benchmarks.served KIND PORT`: one server, in a process of its own.

Kinds: `cordee` (what is shipped), `bare` (the same route that records nothing) and `library`
(eventsourcing behind the same route). What the first two are told stands in the environment.
"""

import os
import sys
from collections.abc import Callable
from uuid import UUID

import uvicorn
from fastapi import FastAPI

from api.composition import Settings, opened_house, opened_installation
from api.http.app import create_app
from api.http.follow_ups import Planned
from api.http.server import Listening, serve
from tests.benchmarks import library


def cordee(port: int) -> None:
    with opened_installation(Settings()) as installation, opened_house(installation) as house:
        serve(create_app(house), Listening(port=port))


def of_one_route(work: Callable[[UUID, Planned], object], port: int) -> None:
    app = FastAPI()

    @app.post("/v1/pathways/{pathway_id}/follow-ups", status_code=201)
    def plan(pathway_id: UUID, asked: Planned) -> dict[str, str]:
        work(pathway_id, asked)
        return {"id": str(pathway_id)}

    uvicorn.run(app, port=port, log_config=None, access_log=False)


def bare(port: int) -> None:
    of_one_route(lambda _, __: None, port)


def eventsourcing(port: int) -> None:
    application = library.at(os.environ["LIBRARY_PLACE"])
    of_one_route(lambda pathway_id, _: library.load_and_append(application, pathway_id), port)


KINDS = {"cordee": cordee, "bare": bare, "library": eventsourcing}

if __name__ == "__main__":
    KINDS[sys.argv[1]](int(sys.argv[2]))
