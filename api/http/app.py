"""Make the HTTP application of a house: the API, the console, and the pages beside them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from api.console.refusing import not_there
from api.console.rooms import ROUTERS as ROOMS
from api.home import pages, password_reset
from api.http import (
    appointments,
    audits,
    caseloads,
    circle,
    consultations,
    contact_points,
    deliveries,
    digests,
    directory,
    duplicates,
    emergencies,
    erasures,
    facilities,
    follow_ups,
    health,
    household,
    inbox,
    lists,
    mandates,
    needs,
    notes,
    observatory,
    organisations,
    password_resets,
    pathways,
    people,
    publications,
    questionnaires,
    receipts,
    reminder_lives,
    reminder_wishes,
    reports,
    sessions,
    stays,
    workshop_places,
)
from api.http.activities import (
    bodies,
    contacts,
    health_days,
    outreach,
    preventions,
    trainings,
    withdrawing,
)
from api.http.activities import reading as activity_reading
from api.http.activities import workshops as activity_workshops
from api.http.description import describe
from api.http.evenly import Evenly
from api.http.finding import Finder
from api.http.frame import Frame
from api.http.house import House
from api.http.mediation import accompaniments, debts, endings, psychology, renunciations
from api.http.referrals import answering as referral_answers
from api.http.referrals import asking as referral_requests
from api.http.referrals import reading as referral_reading
from api.http.rights import answering, applying, covering
from api.http.rights import reading as right_reading
from api.http.screening import confirming, counting, office, testing
from api.http.sharing import consenting, joining, passing_on
from api.http.sharing import reading as sharing_reading
from api.http.telling import tell_refusals
from api.replies import pages as replies

ROUTERS = (
    sessions.router,
    password_resets.router,
    pathways.router,
    people.router,
    contact_points.router,
    household.router,
    circle.router,
    duplicates.router,
    sharing_reading.router,
    consenting.router,
    passing_on.router,
    joining.router,
    emergencies.router,
    applying.router,
    answering.router,
    covering.router,
    right_reading.router,
    referral_requests.router,
    referral_answers.router,
    referral_reading.router,
    appointments.router,
    follow_ups.router,
    needs.router,
    questionnaires.router,
    accompaniments.router,
    workshop_places.router,
    renunciations.router,
    debts.router,
    psychology.router,
    endings.router,
    stays.router,
    testing.router,
    confirming.router,
    office.router,
    counting.router,
    notes.router,
    reminder_wishes.router,
    reminder_lives.router,
    erasures.router,
    receipts.router,
    deliveries.router,
    directory.router,
    organisations.router,
    facilities.router,
    consultations.router,
    mandates.router,
    audits.router,
    outreach.router,
    health_days.router,
    preventions.router,
    trainings.router,
    bodies.router,
    withdrawing.router,
    activity_workshops.router,
    activity_reading.router,
    contacts.router,
    lists.router,
    observatory.router,
    reports.router,
    publications.router,
    inbox.router,
    digests.router,
    caseloads.router,
    health.router,
    pages.router,
    password_reset.router,
    replies.router,
)
ROUTES = [
    route for router in (*ROUTERS, *ROOMS) for route in router.routes if isinstance(route, APIRoute)
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
