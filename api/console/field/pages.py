"""Every page of the field."""

from api.console.field import contacts, followed, known, listing, session, starting

ROUTERS = tuple(room.router for room in (listing, starting, session, contacts, known, followed))
