"""Every page of the network."""

from api.console.network import (
    accounts,
    directory,
    handing_over,
    observatory,
    publications,
    publishing,
    queues,
    reports,
)

ROUTERS = tuple(
    room.router
    for room in (
        directory,
        accounts,
        handing_over,
        queues,
        observatory,
        reports,
        publications,
        publishing,
    )
)
