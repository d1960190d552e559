"""Buffer psychology: sessions held, and the relay to somebody outside."""

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.psychology.answer_relay import AnswerRelay, answer_relay
from application.psychology.hold_buffer_session import HoldBufferSession, hold_buffer_session
from application.psychology.propose_relay import ProposeRelay, propose_relay
from application.psychology.start_relay import StartRelay, start_relay
from application.psychology.withdraw_buffer_session import (
    WithdrawBufferSession,
    withdraw_buffer_session,
)
from domain.instants import Day
from domain.pathway.follow_up import Mode
from domain.pathway.interviews import Minutes
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.psychology import (
    BufferIsFull,
    BufferSessionHeld,
    Consents,
    NotStartedYet,
    OnlyPsychologists,
    Relay,
    RelayAlreadyProposed,
    RelayIsOver,
    RelayUnknown,
    SessionAlreadyHeld,
    SessionUnknown,
    StartedBeforeProposed,
)

router = APIRouter(prefix="/v1/pathways/{pathway_id}/psychology", tags=["mediation"])


class SessionHeld(Asked):
    minutes: Minutes = Field(examples=[45])
    mode: Mode


class RelayProposed(Asked):
    relay: Relay = Field(
        description="An organisation of the network, or a service outside it.",
        examples=[{"named": "Centre inventé"}],
    )


class RelayAnswer(Asked):
    said_by: Consents
    accepted: bool


class RelayStart(Asked):
    on: Day = Field(description="The day of the first session there.")


class BufferSessionShown(Shown):
    id: UUID
    rank: int = Field(description="1 for the first.")
    held_at: datetime
    psychologist_id: UUID
    minutes: int
    mode: Mode


class RelayShown(Shown):
    id: UUID
    relay: Relay
    proposed_at: datetime
    accepted_by: frozenset[Consents]
    declined_by: Consents | None
    started_on: date | None
    waited_days: int | None = Field(description="From its proposal to the first session there.")


class PsychologyShown(Shown):
    sessions: tuple[BufferSessionShown, ...]
    most: int | None = Field(description="Sessions that the network sets at most; null: no limit.")
    most_confirmed: bool = Field(description="False: to be confirmed by the network.")
    relays: tuple[RelayShown, ...]


@router.get("", responses=reads(PathwayNotOpened))
def psychology(pathway_id: UUID, reading: AReading) -> PsychologyShown:
    """The sessions held and the relays, as far as the caller may see."""
    known = reading.pathway(pathway_id).pathway.psychology
    limit = reading.house.network.practice.buffer_sessions
    return PsychologyShown(
        sessions=tuple(map(_shown, known.sessions.values())),
        most=limit.most if limit else None,
        most_confirmed=limit is not None and limit.verified,
        relays=tuple(map(RelayShown.model_validate, known.relays.values())),
    )


@on_pathway(router, "/sessions", OnlyPsychologists, SessionAlreadyHeld, BufferIsFull)
def hold(pathway_id: UUID, asked: SessionHeld, door: ADoor) -> Told:
    """Record a session that you held; its rank is counted."""
    command = door.command(HoldBufferSession, asked, pathway_id=pathway_id)
    return door.run(hold_buffer_session, command, of=command.session_id)


@on_item(router, "/sessions/{session_id}/withdrawal", OnlyPsychologists, SessionUnknown)
def withdraw(pathway_id: UUID, session_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that a session should never have been recorded."""
    addressed = {"pathway_id": pathway_id, "session_id": session_id}
    command = door.command(WithdrawBufferSession, asked, **addressed)
    return door.run(withdraw_buffer_session, command, of=session_id)


@on_pathway(router, "/relays", RelayAlreadyProposed)
def propose(pathway_id: UUID, asked: RelayProposed, door: ADoor) -> Told:
    """Propose that somebody outside takes over."""
    command = door.command(ProposeRelay, asked, pathway_id=pathway_id)
    return door.run(propose_relay, command, of=command.relay_id)


@on_item(router, "/relays/{relay_id}/answer", RelayUnknown, RelayIsOver)
def answer(pathway_id: UUID, relay_id: UUID, asked: RelayAnswer, door: AnItemDoor) -> Told:
    """Note what the person, or the service, says."""
    command = door.command(AnswerRelay, asked, pathway_id=pathway_id, relay_id=relay_id)
    return door.run(answer_relay, command, of=relay_id)


@on_item(
    router,
    "/relays/{relay_id}/start",
    RelayUnknown,
    RelayIsOver,
    StartedBeforeProposed,
    NotStartedYet,
)
def start(pathway_id: UUID, relay_id: UUID, asked: RelayStart, door: AnItemDoor) -> Told:
    """Note that the first session there was attended."""
    command = door.command(StartRelay, asked, pathway_id=pathway_id, relay_id=relay_id)
    return door.run(start_relay, command, of=relay_id)


def _shown(held: BufferSessionHeld) -> BufferSessionShown:
    return BufferSessionShown(
        id=held.session_id,
        rank=held.rank,
        held_at=held.occurred_at,
        psychologist_id=held.psychologist_id,
        minutes=held.minutes,
        mode=held.mode,
    )
