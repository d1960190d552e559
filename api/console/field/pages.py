"""Every page of the field."""

from api.console.field import (
    activity,
    attendance,
    consultations,
    contacts,
    followed,
    known,
    listing,
    places,
    screening,
    seat,
    session,
    starting,
    workshop,
)

ROUTERS = (
    listing.router,
    starting.router,
    session.router,
    contacts.router,
    known.router,
    followed.router,
    activity.router,
    workshop.router,
    attendance.router,
    seat.router,
    places.router,
    screening.router,
    consultations.router,
)
