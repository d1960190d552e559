"""What the person was told and agreed to; a boolean would say nothing of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.grounds.facts import (
    PersonInformed,
    SharingConsentExpired,
    SharingConsentGiven,
    SharingConsentRefused,
    SharingConsentWithdrawn,
)
from domain.pathway.grounds.refusals import ConsentNotOver, ConsentOver, ConsentUnknown
from domain.pathway.grounds.words import Consent, InformedBy, Scope, SharingPurpose


class Given(NamedTuple):
    """A consent that nobody withdrew."""

    id: UUID
    consent: Consent
    starts: datetime
    data_class: DataClass  # of the fact
    version: int = 0  # of the fact

    def in_force(self, at: datetime | None) -> bool:
        """Whether it opens something then; at no instant in particular, if it has no bounds."""
        if at is None:
            return self.consent.starts is None and self.consent.until is None
        return self.starts <= at and (self.consent.until is None or at < self.consent.until)


@dataclass(frozen=True, slots=True)
class Consents(Part):
    """Information given, and consents as they stand."""

    facts: ClassVar = (
        PersonInformed,
        SharingConsentGiven,
        SharingConsentWithdrawn,
        SharingConsentExpired,
    )

    by_id: Items[UUID, Given] = field(default_factory=none_yet)
    over: frozenset[UUID] = frozenset()  # withdrawn or expired
    informed_at: datetime | None = None

    def inform(
        self, *, notice: str, language: str, means: InformedBy, with_interpreter: bool, at: datetime
    ) -> PersonInformed:
        """Record that the person was told how what is said of them is shared (L1110-4 III)."""
        return PersonInformed(
            occurred_at=at,
            notice=notice,
            language=language,
            means=means,
            with_interpreter=with_interpreter,
        )

    def give(
        self, *, consent_id: UUID, consent: Consent, at: datetime, data_class: DataClass | None
    ) -> SharingConsentGiven:
        """Record what the person agrees to; its class may be raised, where whom it names tells."""
        return SharingConsentGiven(
            occurred_at=at,
            data_class=_class_of(consent.scope, data_class),
            consent_id=consent_id,
            consent=consent,
        )

    def refuse(
        self, *, scope: Scope, at: datetime, data_class: DataClass | None
    ) -> SharingConsentRefused:
        """Record that the person was asked and said no; what they agreed to before stays."""
        return SharingConsentRefused(
            occurred_at=at, data_class=_class_of(scope, data_class), scope=scope
        )

    def withdraw(self, *, consent_id: UUID, at: datetime) -> SharingConsentWithdrawn:
        """End a consent because the person says so, at once.

        Raises:
            ConsentUnknown: there is none.
            ConsentOver: it was withdrawn, or has expired.
        """
        given = self._standing(consent_id)
        return SharingConsentWithdrawn(
            occurred_at=at, data_class=given.data_class, consent_id=consent_id
        )

    def expire(self, *, consent_id: UUID, now: datetime) -> SharingConsentExpired:
        """Say that a consent came to the end of its period.

        Raises:
            ConsentUnknown: there is none.
            ConsentOver: this was said, or it was withdrawn.
            ConsentNotOver: its period runs, or has no end.
        """
        given = self._standing(consent_id)
        if given.consent.until is None or now < given.consent.until:
            raise ConsentNotOver
        return SharingConsentExpired(
            occurred_at=given.consent.until, data_class=given.data_class, consent_id=consent_id
        )

    def for_recipient(
        self, *, organisation_id: UUID, member_id: UUID | None, at: datetime | None
    ) -> Iterator[Given]:
        """The consents in force that name this organisation, or this member."""
        for given in self.by_id.values():
            recipients = given.consent.scope.recipients
            if given.in_force(at) and recipients.include(
                organisation_id=organisation_id, member_id=member_id
            ):
                yield given

    def cover(
        self,
        *,
        organisation_id: UUID,
        data_class: DataClass,
        purpose: SharingPurpose,
        at: datetime,
    ) -> bool:
        """Whether one consent in force lets this organisation receive such data for this."""
        return any(
            given.consent.scope.covers(data_class) and purpose in given.consent.scope.purposes
            for given in self.for_recipient(organisation_id=organisation_id, member_id=None, at=at)
        )

    def evolve(self, fact: Fact, version: int) -> Self:
        match fact:
            case PersonInformed():
                return replace(self, informed_at=fact.occurred_at)
            case SharingConsentGiven():
                starts = fact.consent.starts or fact.occurred_at
                given = Given(fact.consent_id, fact.consent, starts, fact.data_class, version)
                return replace(self, by_id=having(self.by_id, fact.consent_id, given))
            case SharingConsentWithdrawn() | SharingConsentExpired():
                return replace(
                    self,
                    by_id=without(self.by_id, fact.consent_id),
                    over=self.over | {fact.consent_id},
                )
        return self

    def _standing(self, consent_id: UUID) -> Given:
        if consent_id in self.over:
            raise ConsentOver
        if consent_id not in self.by_id:
            raise ConsentUnknown
        return self.by_id[consent_id]


def _class_of(scope: Scope, raised: DataClass | None) -> DataClass:
    return DataClass.SOCIAL.raised_to(scope.highest_class()).raised_to(raised)
