"""The door through which every command passes: in whose name, for which request, seen how."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar
from uuid import UUID, uuid4, uuid5

from fastapi import Depends, Header, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import AwareDatetime, Field, ValidationError

from api.http.house import House, house
from api.http.opaque import Purpose
from api.http.signed_in import SignedIn
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Instant
from domain.kernel import Value
from domain.members import Member

C = TypeVar("C", bound=Command)
Handler = Callable[[Network, C, Member], Recorded]

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


class Receipt(Value):
    """What was recorded: the id of what was made or acted upon, and when we learnt it."""

    id: UUID
    recorded_at: AwareDatetime


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
    response: Response
    command_id: UUID

    def command(self, kind: type[C], asked: Value | None = None, **addressed: UUID) -> C:
        """The command that was asked for, upon what the address names.

        Raises:
            RequestValidationError: what was said does not go together.
        """
        said = {name: getattr(asked, name) for name in asked.model_fields_set} if asked else {}
        if said.get("at", ...) is None:
            del said["at"]
        try:
            return kind.model_validate({"command_id": self.command_id, **addressed, **said})
        except ValidationError as error:
            raise RequestValidationError(
                [{**fault, "loc": ("body", *fault["loc"])} for fault in error.errors()]
            ) from None

    def run(self, handler: Handler[C], command: C, *, id: UUID) -> Receipt:  # noqa: A002 (its name in the answer)
        """Run a command in the caller's name."""
        recorded = handler(self.house.network, command, self.by)
        self.response.headers["Cordee-Position"] = self.house.opaque.close(
            recorded.position.to_bytes(8, "big"), purpose=Purpose.POSITION
        )
        return Receipt(id=id, recorded_at=recorded.recorded_at)


async def door(
    request: Request, response: Response, by: SignedIn, idempotency_key: IdempotencyKey = None
) -> Door:
    """The door, for somebody who signed in."""
    key = uuid5(by.id, idempotency_key) if idempotency_key else uuid4()
    return Door(by, house(request), response, key)


ADoor = Annotated[Door, Depends(door)]
