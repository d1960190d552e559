"""The door through which every command passes: in whose name, for which request, seen how."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, TypeVar
from uuid import UUID, uuid4, uuid5

from fastapi import Depends, Header, Request
from fastapi.exceptions import RequestValidationError
from pydantic import AwareDatetime, Field, ValidationError
from starlette.responses import Response
from starlette.status import HTTP_201_CREATED

from api.http.house import House, house
from api.http.opaque import NotOurs, Purpose
from api.http.signed_in import member_of
from api.problems import MarkMissing
from application.commands import Command
from application.marks import mark_at
from application.network import Network
from application.ports import Recorded
from domain.instants import Instant
from domain.kernel import Value
from domain.members import Member
from domain.pathway.pathway import Pathway

C = TypeVar("C", bound=Command)
Handler = Callable[[Network, C, Member], Recorded]
NOT_OURS = "not ours"  # as a mark: it is what nobody saw

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=128,
        pattern=r"^[\x21-\x7e]+$",
        description=(
            "Yours to choose, new for each thing you ask: the same request sent again under the "
            "same key is done once, and gets its first answer."
        ),
        examples=["9b0f2c1e-5d0e-4a57-9d4e-0d5c1d7e4a10"],
    ),
]
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        max_length=200,
        description="The ETag of what you read: refused if it has visibly changed since.",
    ),
]


class Receipt(Value):
    """What was recorded: the id of what was made or acted upon, and when we learnt it."""

    id: UUID
    recorded_at: AwareDatetime


class Told(Response):
    """A receipt as it is sent: made where the command ran, so that no other thread is asked."""

    media_type = "application/json"


class Asked(Value):
    """What a command's body may always say."""

    at: Instant | None = Field(
        default=None,
        description="When it happened, where it was not just now.",
        examples=["2026-03-04T10:00:00+01:00"],
    )


@dataclass(frozen=True, slots=True)
class Door:
    by: Member
    house: House
    command_id: UUID
    expected: str | None = None  # the mark of what the caller read

    def command(self, kind: type[C], asked: Value | None = None, **addressed: object) -> C:
        """The command that was asked for, upon what the address names.

        Raises:
            RequestValidationError: what was said does not go together.
        """
        said = {name: getattr(asked, name) for name in asked.model_fields_set} if asked else {}
        if said.get("at", ...) is None:
            del said["at"]
        if self.expected is not None:
            said["expected"] = self.expected
        try:
            return kind.model_validate({"command_id": self.command_id, **said, **addressed})
        except ValidationError as error:
            raise RequestValidationError(
                [{**fault, "loc": ("body", *fault["loc"])} for fault in error.errors()]
            ) from None

    def run(
        self,
        handler: Handler[C],
        command: C,
        *,
        of: UUID,
        receipt: type[Receipt] = Receipt,
        **more: object,
    ) -> Told:
        """Run a command in the caller's name; the receipt is of this id, and may tell more."""
        recorded = handler(self.house.network, command, self.by)
        self.house.recorded()
        opaque = self.house.opaque
        position = opaque.close(recorded.position.to_bytes(8), purpose=Purpose.POSITION)
        headers = {"Cordee-Position": position}
        if command.expected is not None and (mark := self._mark(command, recorded)):
            headers["ETag"] = opaque.etag(mark)
        told = receipt.model_validate({"id": of, "recorded_at": recorded.recorded_at, **more})
        return Told(told.model_dump_json(), HTTP_201_CREATED, headers)

    def _mark(self, command: Command, recorded: Recorded) -> str | None:
        """What the caller, who works with marks, has now seen."""
        network = self.house.network
        pathway = network.log.load(Pathway, recorded.stream_id)
        sight = network.sight(pathway, self.by)
        return mark_at(network.log, sight, command, version=recorded.version)


async def door(request: Request, idempotency_key: IdempotencyKey = None) -> Door:
    """The door, for somebody who signed in."""
    by = await member_of(request)
    key = uuid5(by.id, idempotency_key) if idempotency_key else uuid4()
    return Door(by, house(request), key)


async def item_door(
    request: Request, idempotency_key: IdempotencyKey = None, if_match: IfMatch = None
) -> Door:
    """The door to something that is there: the caller may say what they saw of it."""
    opened = await door(request, idempotency_key)
    if if_match is None or if_match.strip() == "*":
        return opened
    try:
        seen = opened.house.opaque.mark(if_match)
    except NotOurs:
        seen = NOT_OURS
    return replace(opened, expected=seen)


async def seen_door(
    request: Request, idempotency_key: IdempotencyKey = None, if_match: IfMatch = None
) -> Door:
    """The door to what must not be changed blindly.

    Raises:
        MarkMissing: the caller does not say what they saw.
    """
    opened = await item_door(request, idempotency_key, if_match)
    if opened.expected is None:
        raise MarkMissing
    return opened


# One dependency each, not a chain of them: each link costs a request some 50 microseconds.
ADoor = Annotated[Door, Depends(door)]
AnItemDoor = Annotated[Door, Depends(item_door)]
ASeenDoor = Annotated[Door, Depends(seen_door)]
