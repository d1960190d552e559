"""The care team within the circle, and those who ask to join."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.grounds.facts import CareTeamDeclared, JoiningRefused, JoiningRequested
from domain.pathway.grounds.refusals import (
    AlreadyAsked,
    AlreadyInTeam,
    NotACareTeam,
    NotAsked,
    NotOfTheTeam,
    PersonNotInformed,
    ReferentDecides,
)
from domain.pathway.grounds.words import DecidedBy, TeamBasis
from domain.pathway.opening import PathwayOpened
from domain.pathway.sharing.facts import OrganisationJoined, OrganisationLeft


@dataclass(frozen=True, slots=True)
class CareTeam(Part):
    """Which organisations share as a care team (CSP L1110-12); the others need a consent."""

    facts: ClassVar = (
        PathwayOpened,
        OrganisationJoined,
        OrganisationLeft,
        CareTeamDeclared,
        JoiningRequested,
        JoiningRefused,
    )

    organisations: frozenset[UUID] = frozenset()
    asking: Items[UUID, datetime] = field(default_factory=none_yet)  # organisations, since when

    def must_include(self, organisation_id: UUID) -> None:
        """Refuse what the care team alone decides.

        Raises:
            NotOfTheTeam: this organisation does not belong to it.
        """
        if organisation_id not in self.organisations:
            raise NotOfTheTeam

    def must_be_open_to(self, *, may_care: bool, informed: bool) -> None:
        """Refuse to share as a care team what may not be so (CSP L1110-4 III, L1110-12).

        `may_care`: whether organisations of that kind take part in care or support.

        Raises:
            NotACareTeam: they do not.
            PersonNotInformed: the person was not told how a care team shares.
        """
        if not may_care:
            raise NotACareTeam
        if not informed:
            raise PersonNotInformed

    def declare(
        self, *, organisation_id: UUID, basis: TeamBasis, at: datetime, data_class: DataClass
    ) -> CareTeamDeclared:
        """Say that an organisation of the circle belongs to the care team, and why.

        `data_class`: that of its taking part, so that a discreet one stays so.

        Raises:
            AlreadyInTeam: it does.
        """
        if organisation_id in self.organisations:
            raise AlreadyInTeam
        return CareTeamDeclared(
            occurred_at=at, data_class=data_class, organisation_id=organisation_id, basis=basis
        )

    def ask(self, *, organisation_id: UUID, at: datetime) -> JoiningRequested:
        """Ask to share a pathway.

        Raises:
            AlreadyAsked: it awaits an answer.
        """
        if organisation_id in self.asking:
            raise AlreadyAsked
        return JoiningRequested(occurred_at=at, requested_by=organisation_id)

    def must_decide(
        self, *, organisation_id: UUID, decided_by: DecidedBy, by_referent: bool
    ) -> None:
        """Refuse an answer to nothing, or of somebody who may not give it.

        Raises:
            NotAsked: this organisation awaits no answer.
            ReferentDecides: neither the person nor their referent decided.
        """
        if organisation_id not in self.asking:
            raise NotAsked
        if decided_by is DecidedBy.REFERENT and not by_referent:
            raise ReferentDecides

    def refuse(
        self, *, organisation_id: UUID, decided_by: DecidedBy, at: datetime
    ) -> JoiningRefused:
        return JoiningRefused(occurred_at=at, requested_by=organisation_id, decided_by=decided_by)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case PathwayOpened():
                return self._with(fact.opened_by)
            case OrganisationJoined():
                joined = {fact.joined_id} if fact.in_care_team else set()
                return replace(
                    self,
                    organisations=self.organisations | joined,
                    asking=without(self.asking, fact.joined_id),
                )
            case OrganisationLeft():
                return replace(self, organisations=self.organisations - {fact.left_id})
            case CareTeamDeclared():
                return self._with(fact.organisation_id)
        return self._asked(fact)

    def _asked(self, fact: Fact) -> Self:
        match fact:
            case JoiningRequested():
                asking = having(self.asking, fact.requested_by, fact.occurred_at)
                return replace(self, asking=asking)
            case JoiningRefused():
                return replace(self, asking=without(self.asking, fact.requested_by))
        return self

    def _with(self, organisation_id: UUID) -> Self:
        return replace(self, organisations=self.organisations | {organisation_id})
