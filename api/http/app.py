"""Make the HTTP application of a house: the API, the console, and the pages beside them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from api.console.lighter import Lighter
from api.console.refusing import not_there
from api.console.rooms import ROUTERS as ROOMS
from api.http.description import describe
from api.http.evenly import Evenly
from api.http.finding import Finder
from api.http.frame import Frame
from api.http.house import House
from api.http.routes import API_ROUTES
from api.http.telling import tell_refusals

ROUTES = [
    *API_ROUTES,
    *(route for router in ROOMS for route in router.routes if isinstance(route, APIRoute)),
]


def create_app(house: House) -> FastAPI:
    """The application: frame, refusals, routes and their description."""
    app = FastAPI(
        title="Cordée",
        docs_url=None,  # they would load scripts from elsewhere; /docs is ours
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
    )
    app.state.house = house
    if house.evenly:
        app.add_middleware(Evenly)
    app.add_middleware(Lighter)
    app.add_middleware(Frame, meter=house.meter)
    tell_refusals(app)
    app.exception_handler(HTTPException)(not_there)
    app.router.routes.append(Finder(ROUTES))
    describe(app, ROUTES)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = app.state.house.threads
    yield
