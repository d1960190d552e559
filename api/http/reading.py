"""How a pathway is read over HTTP: as of when, what for, and with which mark."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Depends, Query, Request, Response
from pydantic import BaseModel, ConfigDict

from api.http.house import House, house
from api.http.signed_in import member_of
from application.marks import Concern
from application.pathways.looking import PathwayAsked
from application.pathways.read_pathway import PathwaySeen, read_pathway
from application.traces.trace import Purpose
from domain.instants import Instant
from domain.members import Member
from domain.refusals import NotFound

AsOf = Annotated[
    Instant | None,
    Query(
        description="As it was recorded at that instant; what was withdrawn since stays so.",
        examples=["2026-09-01T00:00:00Z"],
    ),
]
Said = Literal[Purpose.FOLLOW_UP, Purpose.ASKED_BY_PERSON, Purpose.HANDOVER]  # an audit is not
For = Annotated[Said, Query(alias="for", description="What it is looked at for; it is traced.")]


class Shown(BaseModel):
    """What an answer shows, made from what the domain knows; names of fields are the same."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


@dataclass(frozen=True, slots=True)
class Reading:
    by: Member
    house: House
    response: Response
    as_of: Instant | None
    purpose: Said

    def asked(self, pathway_id: UUID) -> PathwayAsked:
        return PathwayAsked(pathway_id, self.as_of, self.purpose)

    def pathway(self, pathway_id: UUID) -> PathwaySeen:
        """The pathway as the caller may see it, once that is traced."""
        asked = self.asked(pathway_id)
        return read_pathway(self.house.network, self.house.traces, asked, self.by)

    def marked(self, seen: PathwaySeen, concern: Concern, item: Any) -> Any:
        """One item, with its ETag.

        Raises:
            NotFound: there is none that the caller may see.
        """
        mark = seen.mark(concern)
        if mark is None or item is None:
            raise NotFound
        self.response.headers["ETag"] = self.house.opaque.etag(mark)
        return item


async def reading(
    request: Request,
    response: Response,
    as_of: AsOf = None,
    purpose: For = Purpose.FOLLOW_UP,
) -> Reading:
    """A reading by somebody who signed in."""
    return Reading(await member_of(request), house(request), response, as_of, purpose)


AReading = Annotated[Reading, Depends(reading)]
