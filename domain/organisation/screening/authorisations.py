"""The authorisations of an organisation to make rapid tests, by the regional health agency."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet
from domain.organisation.screening.facts import ScreeningAuthorisationEnded, ScreeningAuthorised
from domain.organisation.screening.refusals import (
    AuthorisationAlreadyEnded,
    AuthorisationDatesReversed,
    AuthorisationUnknown,
    KindNotListed,
    ScreeningNotAuthorised,
)
from domain.screening.rules import ScreeningRules
from domain.screening.words import Kinds, RapidTestKind


class Authorisation(NamedTuple):
    id: UUID
    kinds: Kinds
    starts_on: date
    ends_on: date  # its last day
    reference: str | None


@dataclass(frozen=True, slots=True)
class Authorisations(Part):
    """Every one of them, past and to come."""

    facts: ClassVar = (ScreeningAuthorised, ScreeningAuthorisationEnded)

    by_id: Items[UUID, Authorisation] = field(default_factory=none_yet)

    def enter(
        self,
        *,
        authorisation_id: UUID,
        kinds: Kinds,
        days: tuple[date, date | None],
        reference: str | None,
        rules: ScreeningRules,
        at: datetime,
    ) -> ScreeningAuthorised:
        """Enter an authorisation; where no last day is said, it is that of the legal term.

        Raises:
            KindNotListed: the rules list no such test.
            AuthorisationDatesReversed: it ends before it starts, or after the legal term.
        """
        starts_on, said = days
        longest = rules.last_day_authorised(starts_on)
        ends_on = said or longest
        if not all(map(rules.lists, kinds)):
            raise KindNotListed
        if not starts_on <= ends_on <= longest:
            raise AuthorisationDatesReversed
        return ScreeningAuthorised(
            occurred_at=at,
            authorisation_id=authorisation_id,
            kinds=kinds,
            starts_on=starts_on,
            ends_on=ends_on,
            reference=reference,
            rule_version=rules.version,
        )

    def end(
        self, *, authorisation_id: UUID, last_day: date, at: datetime
    ) -> ScreeningAuthorisationEnded:
        """End one sooner; before its first day: it never was.

        Raises:
            AuthorisationUnknown: there is none under this id.
            AuthorisationAlreadyEnded: it ends no later already.
        """
        if authorisation_id not in self.by_id:
            raise AuthorisationUnknown
        if self.by_id[authorisation_id].ends_on <= last_day:
            raise AuthorisationAlreadyEnded
        return ScreeningAuthorisationEnded(
            occurred_at=at, authorisation_id=authorisation_id, ended_on=last_day
        )

    def must_cover(self, kind: RapidTestKind, day: date) -> None:
        """Refuse a test that the organisation was not authorised to make that day.

        Raises:
            ScreeningNotAuthorised: none of its authorisations covers this kind that day.
        """
        if not any(
            kind in one.kinds and one.starts_on <= day <= one.ends_on for one in self.by_id.values()
        ):
            raise ScreeningNotAuthorised

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case ScreeningAuthorised():
                entered = Authorisation(
                    fact.authorisation_id,
                    fact.kinds,
                    fact.starts_on,
                    fact.ends_on,
                    fact.reference,
                )
                return type(self)(having(self.by_id, entered.id, entered))
            case ScreeningAuthorisationEnded():
                ended = self.by_id[fact.authorisation_id]._replace(ends_on=fact.ended_on)
                return type(self)(having(self.by_id, ended.id, ended))
        return self
