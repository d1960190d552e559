"""What the person answered about sharing, recipient by recipient and class by class."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from application.pathways.read_pathway import PathwaySeen
from domain.data_classes import DataClass
from domain.pathway.grounds.consents import Given
from domain.pathway.grounds.facts import (
    SharingConsentGiven,
    SharingConsentRefused,
    SharingConsentWithdrawn,
)
from domain.pathway.grounds.words import Scope

# Whoever consents to be spoken of consents to be named: identity is not asked apart.
ASKED = tuple(one for one in DataClass if one is not DataClass.IDENTITY)


class Says(StrEnum):
    YES = "yes"
    NO = "no"
    NOTHING = ""  # it was not talked about


class Answer(NamedTuple):
    says: Says = Says.NOTHING
    until: date | None = None  # the last day of a yes


Answers = Mapping[DataClass, Answer]
SILENCE = Answer()


@dataclass(frozen=True, slots=True)
class Answered:
    """What is known of the answers, at an instant, told in the days of a place."""

    seen: PathwaySeen
    now: datetime
    zone: str

    def standing(self) -> list[Given]:
        """The consents that nobody took back and that have not ended."""
        all_given = self.seen.pathway.consents.by_id.values()
        return [
            given
            for given in all_given
            if given.consent.until is None or self.now < given.consent.until
        ]

    def alone(self, organisation_id: UUID) -> list[Given]:
        """Those that name one organisation and nobody else."""
        return [given for given in self.standing() if _only(given.consent.scope) == organisation_id]

    def together(self) -> list[Given]:
        """Those that name several, or somebody by name: each is kept or taken back whole."""
        return [given for given in self.standing() if _only(given.consent.scope) is None]

    def of(self, organisation_id: UUID) -> dict[DataClass, Answer]:
        """What the person last said of each class; a yes counts as long as it stands."""
        said = dict.fromkeys(self._refused(organisation_id), Answer(Says.NO))
        for given in self.alone(organisation_id):
            until = given.consent.until
            last = until.astimezone(ZoneInfo(self.zone)).date() if until else None
            said |= dict.fromkeys(given.consent.scope.classes, Answer(Says.YES, last))
        return {one: said.get(one, SILENCE) for one in ASKED}

    def answered(self) -> Iterator[UUID]:
        """The organisations of which something was said."""
        for event in self.seen.events:
            match event.fact:
                case SharingConsentGiven():
                    yield from event.fact.consent.scope.recipients.organisations
                case SharingConsentRefused():
                    yield from event.fact.scope.recipients.organisations

    def _refused(self, organisation_id: UUID) -> set[DataClass]:
        """What the person said no to, or took back, and did not say yes to since."""
        said, refused = dict[UUID, Scope](), set[DataClass]()
        for event in self.seen.events:
            match event.fact:
                case SharingConsentGiven() as given:
                    said[given.consent_id] = given.consent.scope
                    refused -= _meaning([given.consent.scope], organisation_id)
                case SharingConsentRefused() as fact:
                    refused |= _meaning([fact.scope], organisation_id)
                case SharingConsentWithdrawn() as fact:
                    taken_back = said.get(fact.consent_id)
                    refused |= _meaning([taken_back] if taken_back else [], organisation_id)
        return refused


def _meaning(scopes: Iterable[Scope], organisation_id: UUID) -> set[DataClass]:
    """The classes that they speak of, where they name this organisation."""
    return {
        one
        for scope in scopes
        if organisation_id in scope.recipients.organisations
        for one in scope.classes
    }


def _only(scope: Scope) -> UUID | None:
    recipients = scope.recipients
    if recipients.members or len(recipients.organisations) != 1:
        return None
    return recipients.organisations[0]
