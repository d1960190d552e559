"""Flags that another pathway may be of the same person, each told to one organisation alone.

What an organisation is told says that there may be another pathway; which one, it learns only if
it takes part in that one too.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, NamedTuple, Self
from uuid import UUID, uuid5

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet
from domain.pathway.links import PathwaysUnlinked
from domain.refusals import Conflict, NotFound

PAIRS = UUID("3d0a8a5e-6a0b-4a57-9a3f-5b7c7f4f4e21")  # namespace of two pathways taken together


def pair_id(one: UUID, other: UUID) -> UUID:
    """The id of two pathways taken together, in whichever order they are named."""
    return uuid5(PAIRS, " ".join(sorted((str(one), str(other)))))


class FlagState(StrEnum):
    POSSIBLE = "possible"  # names, birth date or telephone are alike; nobody has said so
    SUGGESTED = "suggested"  # somebody who follows the other pathway says so
    ASKED = "asked"  # one's own organisation says so, and the other side has not answered
    DISMISSED = "dismissed"  # not the same person


class PossibleDuplicateFlagged(Fact, topic="possible-duplicate-flagged", lowest=DataClass.IDENTITY):
    flag_id: UUID
    other_id: UUID  # a pathway; never shown by itself
    told_id: UUID  # organisation

    @property
    def private_to(self) -> UUID:
        return self.told_id


class SamePersonSuggested(Fact, topic="same-person-suggested", lowest=DataClass.IDENTITY):
    """A member who follows the other pathway says so; of which organisation is not told."""

    flag_id: UUID
    other_id: UUID  # a pathway; never shown by itself
    told_id: UUID  # organisation

    @property
    def private_to(self) -> UUID:
        return self.told_id


class LinkAsked(Fact, topic="link-asked", lowest=DataClass.IDENTITY):
    """Said to be the same person, by somebody who follows this pathway and not the other."""

    flag_id: UUID
    other_id: UUID  # a pathway; never shown by itself
    asked_by: UUID  # organisation

    @property
    def private_to(self) -> UUID:
        return self.asked_by


class DuplicateDismissed(Fact, topic="duplicate-dismissed", lowest=DataClass.IDENTITY):
    """Not the same person; who said so and when stands beside the fact."""

    flag_id: UUID
    dismissed_by: UUID  # organisation

    @property
    def private_to(self) -> UUID:
        return self.dismissed_by


class DuplicateUnknown(NotFound):
    code = "duplicate-unknown"
    title = "Your organisation was told of no such possible duplicate."


class DuplicateAlreadyDismissed(Conflict):
    code = "duplicate-already-dismissed"
    title = "Your organisation said already that this is somebody else."


class LinkAlreadyAsked(Conflict):
    code = "link-already-asked"
    title = "Your organisation asked already: whoever follows the other pathway has to accept."


class Flag(NamedTuple):
    """What one organisation knows of a possible duplicate."""

    id: UUID
    other_id: UUID  # a pathway
    organisation_id: UUID
    since: datetime
    state: FlagState


Told = PossibleDuplicateFlagged | SamePersonSuggested


@dataclass(frozen=True, slots=True)
class Duplicates(Part):
    """The flags, by id and by the organisation that was told."""

    facts: ClassVar = (
        PossibleDuplicateFlagged,
        SamePersonSuggested,
        LinkAsked,
        DuplicateDismissed,
        PathwaysUnlinked,
    )

    by_id: Items[tuple[UUID, UUID], Flag] = field(default_factory=none_yet)

    def knows(self, flag_id: UUID) -> bool:
        """Whether any organisation was told."""
        return any(flag_id == known for known, _ in self.by_id)

    def of(self, organisation_id: UUID) -> list[Flag]:
        """What an organisation was told, in the order it was."""
        return [flag for (_, told), flag in self.by_id.items() if told == organisation_id]

    def of_one(self, flag_id: UUID, *, organisation_id: UUID) -> Flag:
        """One of them.

        Raises:
            DuplicateUnknown: this organisation was told of none.
        """
        if (flag_id, organisation_id) not in self.by_id:
            raise DuplicateUnknown
        return self.by_id[flag_id, organisation_id]

    def flag(
        self, *, flag_id: UUID, other_id: UUID, told: Iterable[UUID], at: datetime
    ) -> list[PossibleDuplicateFlagged]:
        """Tell each of these organisations once, for good."""
        return [
            PossibleDuplicateFlagged(
                occurred_at=at, flag_id=flag_id, other_id=other_id, told_id=organisation_id
            )
            for organisation_id in told
            if (flag_id, organisation_id) not in self.by_id
        ]

    def suggest(
        self, *, flag_id: UUID, other_id: UUID, told: Iterable[UUID], at: datetime
    ) -> list[SamePersonSuggested]:
        """Tell these organisations what somebody on the other side says."""
        return [
            SamePersonSuggested(
                occurred_at=at, flag_id=flag_id, other_id=other_id, told_id=organisation_id
            )
            for organisation_id in told
        ]

    def ask(self, *, flag_id: UUID, by: UUID, at: datetime) -> LinkAsked:
        """Say that it is the same person, without taking part in the other pathway.

        Raises:
            DuplicateUnknown: this organisation was told of none.
            LinkAlreadyAsked: it said so.
        """
        flag = self.of_one(flag_id, organisation_id=by)
        if flag.state is FlagState.ASKED:
            raise LinkAlreadyAsked
        return LinkAsked(occurred_at=at, flag_id=flag_id, other_id=flag.other_id, asked_by=by)

    def dismiss(self, *, flag_id: UUID, by: UUID, at: datetime) -> DuplicateDismissed:
        """Say that it is somebody else.

        Raises:
            DuplicateUnknown: this organisation was told of none.
            DuplicateAlreadyDismissed: it said so.
            LinkAlreadyAsked: it said that it is the same person, and the other side may agree.
        """
        flag = self.of_one(flag_id, organisation_id=by)
        if flag.state is FlagState.DISMISSED:
            raise DuplicateAlreadyDismissed
        if flag.state is FlagState.ASKED:
            raise LinkAlreadyAsked
        return DuplicateDismissed(occurred_at=at, flag_id=flag_id, dismissed_by=by)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case PossibleDuplicateFlagged():
                return self._told(fact, FlagState.POSSIBLE)
            case SamePersonSuggested():
                return self._told(fact, FlagState.SUGGESTED)
            case LinkAsked():
                return self._answered(fact.flag_id, fact.asked_by, FlagState.ASKED)
            case DuplicateDismissed():
                return self._answered(fact.flag_id, fact.dismissed_by, FlagState.DISMISSED)
            case PathwaysUnlinked():
                return self._settled(fact.link_id)
        return self

    def _told(self, fact: Told, state: FlagState) -> Self:
        flag = Flag(fact.flag_id, fact.other_id, fact.told_id, fact.occurred_at, state)
        return type(self)(having(self.by_id, (flag.id, flag.organisation_id), flag))

    def _settled(self, flag_id: UUID) -> Self:
        """They were linked and are not of one person: nobody waits for an answer any more."""
        flags = self.by_id
        for key, flag in self.by_id.items():
            if flag.id == flag_id:
                flags = having(flags, key, flag._replace(state=FlagState.DISMISSED))
        return type(self)(flags)

    def _answered(self, flag_id: UUID, by: UUID, state: FlagState) -> Self:
        flag = self.by_id.get((flag_id, by))
        if flag is None:
            return self
        return type(self)(having(self.by_id, (flag_id, by), flag._replace(state=state)))
