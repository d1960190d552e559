"""Every page of the field."""

from api.console.field import (
    activity,
    attendance,
    contacts,
    followed,
    known,
    listing,
    places,
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
)
