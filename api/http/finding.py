"""Find a route by the segments of its path, rather than by trying a hundred patterns in turn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from api.problems import MethodNotAllowed, status_of

REST = ":path}"


@dataclass(slots=True)
class Segment:
    """What may follow in a path, and the routes that end here."""

    named: dict[str, "Segment"] = field(default_factory=dict)
    any: "Segment | None" = None  # a parameter
    rest: list[APIRoute] = field(default_factory=list)  # of a parameter that takes all that follows
    routes: list[APIRoute] = field(default_factory=list)

    def add(self, segments: list[str], route: APIRoute) -> None:
        if not segments:
            self.routes.append(route)
            return
        first, *rest = segments
        if first.endswith(REST):
            self.rest.append(route)
        elif first.startswith("{"):
            self.any = self.any or Segment()
            self.any.add(rest, route)
        else:
            self.named.setdefault(first, Segment()).add(rest, route)

    def ends(self, segments: list[str]) -> Iterator["Segment"]:
        """Where a path may end: named segments before parameters."""
        if not segments:
            yield self
            return
        first, *rest = segments
        if first in self.named:
            yield from self.named[first].ends(rest)
        if self.any and first:
            yield from self.any.ends(rest)
        yield Segment(routes=self.rest)


class Finder(BaseRoute):
    """All the routes, as one; a path that exists under other methods only says which."""

    def __init__(self, routes: Iterable[APIRoute]) -> None:
        self._root = Segment()
        for route in routes:
            self._root.add(route.path.split("/"), route)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] != "http":
            return Match.NONE, {}
        ends = self._root.ends(scope["path"].split("/"))
        routes = next((end.routes for end in ends if end.routes), [])
        for route in routes:
            match, found = route.matches(scope)
            if match is Match.FULL:
                return match, found
        allowed = {method for route in routes for method in route.methods or ()}
        return (Match.FULL, {"route": None, "allowed": allowed}) if allowed else (Match.NONE, {})

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        route = scope["route"]
        if route is None:
            allow = ", ".join(sorted(scope["allowed"]))
            raise HTTPException(status_of(MethodNotAllowed), headers={"Allow": allow})
        await route.handle(scope, receive, send)
