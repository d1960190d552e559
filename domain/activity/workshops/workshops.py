"""Workshops: so many places in each session, never more people than places, nobody twice."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self, get_args
from uuid import UUID, uuid5

from domain.activity.words import Happening
from domain.activity.workshops.facts import (
    InSession,
    WorkshopCorrected,
    WorkshopHeld,
    WorkshopOpened,
    WorkshopPeopleCounted,
    WorkshopPlaceGivenBack,
    WorkshopPlaceNoted,
    WorkshopPlaceTaken,
    WorkshopSessionPlanned,
    WorkshopSessionWithdrawn,
)
from domain.activity.workshops.refusals import (
    FewerPlacesThanTaken,
    NobodyNamelessThere,
    PeopleHavePlaces,
    WorkshopClassStands,
    WorkshopFull,
    WorkshopSessionAlreadyHeld,
    WorkshopSessionAlreadyPlanned,
    WorkshopSessionNotBegun,
    WorkshopSessionUnknown,
    WorkshopUnknown,
)
from domain.activity.workshops.session import Session
from domain.activity.workshops.words import Workshop
from domain.kernel import Fact, Items, Part, having, none_yet, without


@dataclass(frozen=True, slots=True)
class Workshops(Part):
    """The workshop as it stands; None where the activity is none."""

    facts: ClassVar = (
        WorkshopOpened,
        WorkshopCorrected,
        WorkshopSessionPlanned,
        WorkshopSessionWithdrawn,
        *get_args(InSession),
    )

    workshop: Workshop | None = None
    salt: UUID | None = None
    sessions: Items[UUID, Session] = field(default_factory=none_yet)

    def open(
        self, *, workshop: Workshop, happening: Happening, salt: UUID, by: UUID, at: datetime
    ) -> WorkshopOpened:
        return WorkshopOpened(
            occurred_at=at, held_by=by, happening=happening, workshop=workshop, salt=salt
        )

    def correct(
        self, *, workshop: Workshop, happening: Happening, at: datetime
    ) -> WorkshopCorrected:
        """Say the whole of it again.

        Raises:
            WorkshopUnknown: the activity is no workshop.
            FewerPlacesThanTaken: a session would have more people than places.
            WorkshopClassStands: what is known of people would be of another class.
        """
        before = self.must_be_workshop()
        if any(session.taken > workshop.places for session in self.sessions.values()):
            raise FewerPlacesThanTaken
        if workshop.class_of_coming is not before.class_of_coming and self._has_known():
            raise WorkshopClassStands
        return WorkshopCorrected(occurred_at=at, happening=happening, workshop=workshop)

    def plan(
        self, *, session_id: UUID, starts_at: datetime, minutes: int, at: datetime
    ) -> WorkshopSessionPlanned:
        """Plan a session.

        Raises:
            WorkshopUnknown: the activity is no workshop.
            WorkshopSessionAlreadyPlanned: there is one at that time.
        """
        self.must_be_workshop()
        if any(known.starts_at == starts_at for known in self.sessions.values()):
            raise WorkshopSessionAlreadyPlanned
        return WorkshopSessionPlanned(
            occurred_at=at, session_id=session_id, starts_at=starts_at, minutes=minutes
        )

    def withdraw_session(self, *, session_id: UUID, at: datetime) -> WorkshopSessionWithdrawn:
        """Say that a session does not take place, or never should have been planned.

        Raises:
            WorkshopSessionUnknown: there is no such session.
            PeopleHavePlaces: known people would be left with a place in nothing.
        """
        if self.session(session_id).known:
            raise PeopleHavePlaces
        return WorkshopSessionWithdrawn(occurred_at=at, session_id=session_id)

    def seat(
        self,
        *,
        session_id: UUID,
        place_id: UUID,
        came: bool | None = None,
        was_nameless: bool = False,
        at: datetime,
    ) -> list[Fact]:
        """Give a place to somebody known, and note whether they came; said again, nothing.

        Who was nameless in what was held has come: they are counted as before, under another head.

        Raises:
            WorkshopSessionUnknown: there is no such session.
            NobodyNamelessThere: they were not counted without a name.
            WorkshopFull: no place is left.
            WorkshopSessionNotBegun: nobody can have come yet.
        """
        session = self.session(session_id)
        taken: list[Fact] = []
        if place_id not in session.known:
            taken.append(self._taken(session, place_id, was_nameless=was_nameless, at=at))
        came = True if was_nameless and session.held else came
        if came is None or session.known.get(place_id) is came:
            return taken
        return [*taken, _noted(session, place_id, came=came, at=at)]

    def note(
        self, *, session_id: UUID, place_id: UUID, came: bool, at: datetime
    ) -> list[WorkshopPlaceNoted]:
        """Note whether whoever has this place came; nothing where that is known.

        Raises:
            WorkshopSessionUnknown: there is no such session, or no such place in it.
            WorkshopSessionNotBegun: nobody can have come yet.
        """
        session = self.session(session_id)
        if place_id not in session.known:
            raise WorkshopSessionUnknown
        if session.known[place_id] is came:
            return []
        return [_noted(session, place_id, came=came, at=at)]

    def give_back(
        self, *, session_id: UUID, place_id: UUID, at: datetime
    ) -> list[WorkshopPlaceGivenBack]:
        """Free a place; nothing where it is free already."""
        if session_id not in self.sessions or place_id not in self.sessions[session_id].known:
            return []
        return [WorkshopPlaceGivenBack(occurred_at=at, session_id=session_id, place_id=place_id)]

    def count(
        self, *, session_id: UUID, nameless: int, children: int, at: datetime
    ) -> WorkshopPeopleCounted:
        """Count people without a name: those a place is kept for, or who came to what was held.

        Raises:
            WorkshopSessionUnknown: there is no such session.
            WorkshopFull: they are more than the places that known people leave.
        """
        self._must_fit(self.session(session_id), nameless)
        return WorkshopPeopleCounted(
            occurred_at=at, session_id=session_id, nameless=nameless, children=children
        )

    def hold(self, *, session_id: UUID, nameless: int, children: int, at: datetime) -> WorkshopHeld:
        """Note that a session was held, and how many came without a name.

        Raises:
            WorkshopSessionUnknown: there is no such session.
            WorkshopSessionAlreadyHeld: it was noted before.
            WorkshopSessionNotBegun: it is to come.
            WorkshopFull: they are more than the places that known people leave.
        """
        session = self.session(session_id)
        if session.held:
            raise WorkshopSessionAlreadyHeld
        _must_have_begun(session, at)
        self._must_fit(session, nameless)
        return WorkshopHeld(
            occurred_at=at, session_id=session_id, nameless=nameless, children=children
        )

    def must_be_workshop(self) -> Workshop:
        """The workshop that this is.

        Raises:
            WorkshopUnknown: the activity is none.
        """
        if self.workshop is None:
            raise WorkshopUnknown
        return self.workshop

    def must_have_nobody(self) -> None:
        """Refuse to withdraw what known people have places in.

        Raises:
            PeopleHavePlaces: they have.
        """
        if self._has_known():
            raise PeopleHavePlaces

    def session(self, session_id: UUID) -> Session:
        """A session that is planned or was held.

        Raises:
            WorkshopUnknown: the activity is no workshop.
            WorkshopSessionUnknown: there is no such session.
        """
        self.must_be_workshop()
        if session_id not in self.sessions:
            raise WorkshopSessionUnknown
        return self.sessions[session_id]

    def by_time(self) -> list[Session]:
        return sorted(self.sessions.values(), key=lambda session: session.starts_at)

    def place_of(self, pathway_id: UUID, *, session_id: UUID) -> UUID:
        """The one place that somebody can have in a session; without the salt it tells nothing.

        Raises:
            WorkshopUnknown: the activity is no workshop.
        """
        if self.salt is None:
            raise WorkshopUnknown
        return uuid5(self.salt, f"{session_id}/{pathway_id}")

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case WorkshopOpened():
                return type(self)(fact.workshop, fact.salt)
            case WorkshopCorrected():
                return replace(self, workshop=fact.workshop)
            case WorkshopSessionPlanned():
                return self._with(Session(fact.session_id, fact.starts_at, fact.minutes))
            case WorkshopSessionWithdrawn():
                return replace(self, sessions=without(self.sessions, fact.session_id))
        if isinstance(fact, InSession) and (session := self.sessions.get(fact.session_id)):
            return self._with(session.after(fact))
        return self

    def _with(self, session: Session) -> Self:
        return replace(self, sessions=having(self.sessions, session.id, session))

    def _has_known(self) -> bool:
        return any(session.known for session in self.sessions.values())

    def _taken(
        self, session: Session, place_id: UUID, *, was_nameless: bool, at: datetime
    ) -> WorkshopPlaceTaken:
        if was_nameless and not session.nameless:
            raise NobodyNamelessThere
        if not was_nameless and session.taken >= self.must_be_workshop().places:
            raise WorkshopFull
        return WorkshopPlaceTaken(
            occurred_at=at, session_id=session.id, place_id=place_id, was_nameless=was_nameless
        )

    def _must_fit(self, session: Session, nameless: int) -> None:
        if len(session.known) + nameless > self.must_be_workshop().places:
            raise WorkshopFull


def _must_have_begun(session: Session, at: datetime) -> None:
    if at < session.starts_at:
        raise WorkshopSessionNotBegun


def _noted(session: Session, place_id: UUID, *, came: bool, at: datetime) -> WorkshopPlaceNoted:
    _must_have_begun(session, at)
    return WorkshopPlaceNoted(occurred_at=at, session_id=session.id, place_id=place_id, came=came)
