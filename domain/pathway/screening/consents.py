"""Consents to rapid tests: told first what it can do and cannot, then free to say yes."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.screening.facts import RapidTestConsentGiven, RapidTestConsentWithdrawn
from domain.pathway.screening.refusals import (
    NotInformedFirst,
    ScreeningConsentAlreadyKnown,
    ScreeningConsentMissing,
    ScreeningConsentUnknown,
)
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.screening.rules import ScreeningRules
from domain.screening.words import Kinds, RapidTestKind
from domain.text import Language


@dataclass(frozen=True, slots=True)
class ScreeningConsents(Part):
    """Those that were not withdrawn."""

    facts: ClassVar = (RapidTestConsentGiven, RapidTestConsentWithdrawn, FactRecordedInWrongFile)

    by_id: Items[UUID, RapidTestConsentGiven] = field(default_factory=none_yet)

    def give(
        self,
        *,
        test_consent_id: UUID,
        kinds: Kinds,
        informed: bool,
        language: Language,
        rules: ScreeningRules,
        on: date,
        by: UUID,
        at: datetime,
    ) -> RapidTestConsentGiven:
        """Record a free consent to tests of these kinds; `on`: its day where the organisation is.

        Raises:
            NotInformedFirst: the person was not told what such a test can do and cannot.
            ScreeningConsentAlreadyKnown: this id is another one's.
        """
        if not informed:
            raise NotInformedFirst
        if test_consent_id in self.by_id:
            raise ScreeningConsentAlreadyKnown
        return RapidTestConsentGiven(
            occurred_at=at,
            test_consent_id=test_consent_id,
            given_to=by,
            kinds=kinds,
            information=rules.information.version if rules.information else rules.version,
            language=language,
            on=on,
            until=rules.last_day_agreed(on),
        )

    def withdraw(self, *, test_consent_id: UUID, at: datetime) -> RapidTestConsentWithdrawn:
        """Note that the person changed their mind; a test that was made stays recorded.

        Raises:
            ScreeningConsentUnknown: there is no such consent.
        """
        if test_consent_id not in self.by_id:
            raise ScreeningConsentUnknown
        return RapidTestConsentWithdrawn(occurred_at=at, test_consent_id=test_consent_id)

    def to(self, kind: RapidTestKind, *, by: UUID, on: date, at: datetime) -> UUID:
        """The consent under which an organisation makes a test then.

        Raises:
            ScreeningConsentMissing: none was given to it before, for that kind and that day.
        """
        for given in reversed(tuple(self.by_id.values())):
            if (
                given.given_to == by
                and kind in given.kinds
                and given.occurred_at <= at
                and given.on <= on <= given.until
            ):
                return given.test_consent_id
        raise ScreeningConsentMissing

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case RapidTestConsentGiven():
                return type(self)(having(self.by_id, fact.test_consent_id, fact))
            case RapidTestConsentWithdrawn():
                return type(self)(without(self.by_id, fact.test_consent_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
        return self
