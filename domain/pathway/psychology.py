"""Buffer psychology: some sessions with a psychologist of the network, until an outside relay."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from pydantic import model_validator

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, Value, having, none_yet, without
from domain.members import Member, Profession
from domain.pathway.follow_up import Mode
from domain.pathway.interviews import Minutes
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.practice import Practice
from domain.refusals import Conflict, Forbidden, NotFound
from domain.text import Label

ANY_ZONE = timedelta(days=1)  # "today" has begun somewhere before it has in UTC


class Consents(StrEnum):
    """Who says yes or no to a relay."""

    PERSON = "person"
    SERVICE = "service"  # the one that is to take over


class Relay(Value):
    """Who is to take over: an organisation of the network, or a service outside it."""

    organisation_id: UUID | None = None
    named: Label | None = None

    @model_validator(mode="after")
    def _to_one(self) -> Self:
        if (self.organisation_id is None) == (self.named is None):
            raise ValueError("a relay is an organisation or an outside service")
        return self


class BufferSessionHeld(
    Fact, topic="buffer-psychology-session-held", lowest=DataClass.MENTAL_HEALTH
):
    session_id: UUID
    held_by: UUID  # organisation
    psychologist_id: UUID  # member
    rank: int  # 1 for the first
    minutes: int
    mode: Mode


class BufferSessionEnteredInError(
    Fact, topic="buffer-session-entered-in-error", lowest=DataClass.MENTAL_HEALTH
):
    session_id: UUID


class PsychologyRelayProposed(
    Fact, topic="psychology-relay-proposed", lowest=DataClass.MENTAL_HEALTH, alone=True
):
    relay_id: UUID
    relay: Relay


class PsychologyRelayAnswered(
    Fact, topic="psychology-relay-answered", lowest=DataClass.MENTAL_HEALTH
):
    relay_id: UUID
    by: Consents
    accepted: bool


class PsychologyRelayStarted(
    Fact, topic="psychology-relay-started", lowest=DataClass.MENTAL_HEALTH
):
    """The first session there was attended."""

    relay_id: UUID
    on: date
    waited_days: int  # since it was proposed


class OnlyPsychologists(Forbidden):
    code = "only-psychologists"
    title = "A psychologist records this: ask the one who held the session."


class BufferIsFull(Conflict):
    code = "buffer-is-full"
    title = "The network sets no more sessions than were held: propose an outside relay."


class SessionAlreadyHeld(Conflict):
    code = "buffer-session-already-held"
    title = "This session is recorded already."


class SessionUnknown(NotFound):
    code = "buffer-session-unknown"
    title = "There is no such session on this pathway."


class RelayAlreadyProposed(Conflict):
    code = "psychology-relay-already-proposed"
    title = "A relay is proposed already: note its answer first."


class RelayUnknown(NotFound):
    code = "psychology-relay-unknown"
    title = "There is no such relay on this pathway."


class RelayIsOver(Conflict):
    code = "psychology-relay-is-over"
    title = "This relay was declined or has started: propose another one."


class StartedBeforeProposed(Conflict):
    code = "psychology-relay-started-before"
    title = "The first session there cannot be before the relay was proposed."


class NotStartedYet(Conflict):
    code = "psychology-relay-not-started-yet"
    title = "This day is still to come: note the first session once it was attended."


@dataclass(frozen=True, slots=True)
class KnownRelay:
    id: UUID
    relay: Relay
    proposed_at: datetime
    accepted_by: frozenset[Consents] = frozenset()
    declined_by: Consents | None = None
    started_on: date | None = None
    waited_days: int | None = None

    @property
    def is_over(self) -> bool:
        return self.declined_by is not None or self.started_on is not None


@dataclass(frozen=True, slots=True)
class Psychology(Part):
    """The sessions held, in order, and the relays."""

    facts: ClassVar = (
        BufferSessionHeld,
        BufferSessionEnteredInError,
        PsychologyRelayProposed,
        PsychologyRelayAnswered,
        PsychologyRelayStarted,
        FactRecordedInWrongFile,
    )

    sessions: Items[UUID, BufferSessionHeld] = field(default_factory=none_yet)
    relays: Items[UUID, KnownRelay] = field(default_factory=none_yet)

    def hold(
        self,
        *,
        session_id: UUID,
        minutes: Minutes,
        mode: Mode,
        practice: Practice,
        by: Member,
        at: datetime,
    ) -> BufferSessionHeld:
        """Record a session; its rank is counted, and bounded by what the network set.

        Raises:
            OnlyPsychologists: the caller is not one, under this hat.
            SessionAlreadyHeld: it is recorded already.
            BufferIsFull: as many sessions were held as the network set.
        """
        _must_be_psychologist(by)
        if session_id in self.sessions:
            raise SessionAlreadyHeld
        rank, limit = len(self.sessions) + 1, practice.buffer_sessions
        if limit is not None and rank > limit.most:
            raise BufferIsFull
        return BufferSessionHeld(
            occurred_at=at,
            session_id=session_id,
            held_by=by.organisation_id,
            psychologist_id=by.id,
            rank=rank,
            minutes=minutes,
            mode=mode,
        )

    def withdraw(
        self, *, session_id: UUID, by: Member, at: datetime
    ) -> BufferSessionEnteredInError:
        """Say that a session should never have been recorded.

        Raises:
            OnlyPsychologists: the caller is not one, under this hat.
            SessionUnknown: there is no such session.
        """
        _must_be_psychologist(by)
        if session_id not in self.sessions:
            raise SessionUnknown
        return BufferSessionEnteredInError(occurred_at=at, session_id=session_id)

    def propose(self, *, relay_id: UUID, relay: Relay, at: datetime) -> PsychologyRelayProposed:
        """Propose that somebody outside takes over.

        Raises:
            RelayAlreadyProposed: one is proposed, and neither declined nor started.
        """
        if any(not known.is_over for known in self.relays.values()):
            raise RelayAlreadyProposed
        return PsychologyRelayProposed(occurred_at=at, relay_id=relay_id, relay=relay)

    def answer(
        self, *, relay_id: UUID, by: Consents, accepted: bool, at: datetime
    ) -> PsychologyRelayAnswered:
        """Note what the person, or the service, says to a relay.

        Raises:
            RelayUnknown: there is no such relay.
            RelayIsOver: it was declined or has started.
        """
        self._open(relay_id)
        return PsychologyRelayAnswered(occurred_at=at, relay_id=relay_id, by=by, accepted=accepted)

    def start(self, *, relay_id: UUID, on: date, at: datetime) -> PsychologyRelayStarted:
        """Note that the first session there was attended, and how long it took to come.

        Raises:
            RelayUnknown: there is no such relay.
            RelayIsOver: it was declined or has started.
            StartedBeforeProposed: it was proposed after that day.
            NotStartedYet: that day is still to come.
        """
        relay = self._open(relay_id)
        if on > (at + ANY_ZONE).date():
            raise NotStartedYet
        waited = (on - relay.proposed_at.date()).days
        if waited < 0:
            raise StartedBeforeProposed
        return PsychologyRelayStarted(occurred_at=at, relay_id=relay_id, on=on, waited_days=waited)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case BufferSessionHeld():
                return replace(self, sessions=having(self.sessions, fact.session_id, fact))
            case BufferSessionEnteredInError():
                return replace(self, sessions=without(self.sessions, fact.session_id))
            case PsychologyRelayProposed():
                proposed = KnownRelay(fact.relay_id, fact.relay, fact.occurred_at)
                return replace(self, relays=having(self.relays, fact.relay_id, proposed))
            case FactRecordedInWrongFile():
                sessions = without(self.sessions, fact.entry_id)
                return type(self)(sessions, without(self.relays, fact.entry_id))
        return self._with_relay(fact)

    def _with_relay(self, fact: Fact) -> Self:
        match fact:
            case PsychologyRelayAnswered() if known := self.relays.get(fact.relay_id):
                relay = _answered(known, fact)
            case PsychologyRelayStarted() if known := self.relays.get(fact.relay_id):
                relay = replace(known, started_on=fact.on, waited_days=fact.waited_days)
            case _:
                return self
        return replace(self, relays=having(self.relays, relay.id, relay))

    def _open(self, relay_id: UUID) -> KnownRelay:
        if relay_id not in self.relays:
            raise RelayUnknown
        if self.relays[relay_id].is_over:
            raise RelayIsOver
        return self.relays[relay_id]


def _must_be_psychologist(by: Member) -> None:
    if by.profession is not Profession.PSYCHOLOGIST:
        raise OnlyPsychologists


def _answered(relay: KnownRelay, fact: PsychologyRelayAnswered) -> KnownRelay:
    if not fact.accepted:
        return replace(relay, declined_by=fact.by)
    return replace(relay, accepted_by=relay.accepted_by | {fact.by})
