"""Every page of the network."""

from api.console.network import accounts, directory, handing_over, observatory, queues

ROUTERS = tuple(room.router for room in (directory, accounts, handing_over, queues, observatory))
