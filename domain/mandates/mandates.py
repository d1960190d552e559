"""Audit mandates: asked for by one person, granted by another, over by themselves."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar, Self
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet
from domain.mandates.facts import MandateAsked, MandateEnded, MandateGranted, Wearer
from domain.mandates.refusals import (
    MandateAlreadyGranted,
    MandateDatesWrong,
    MandateNotYoursToGrant,
    MandateOfOneself,
    MandateOver,
    MandateUnknown,
    NotAnAuditor,
)
from domain.mandates.words import Human, MandatePurpose, MandateScope
from domain.members import Member, Role
from domain.organisation.organisation import FOUNDER

LONGEST = timedelta(days=183)
GRANTERS = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})


@dataclass(frozen=True, slots=True)
class Mandate:
    id: UUID
    auditor: Wearer
    scope: MandateScope
    purpose: MandatePurpose
    starts: datetime
    until: datetime  # excluded
    asked_by: Wearer
    asked_at: datetime
    granted_by: Wearer | None = None
    granted_at: datetime | None = None
    ended_at: datetime | None = None

    def runs(self, at: datetime) -> bool:
        """Whether its auditor acts under it then."""
        if self.granted_at is None or self.is_over(at):
            return False
        return max(self.starts, self.granted_at) <= at

    def is_over(self, at: datetime) -> bool:
        ends = self.until if self.ended_at is None else min(self.until, self.ended_at)
        return at >= ends


@dataclass(frozen=True, slots=True)
class Mandates(Part):
    """Every mandate that was asked for."""

    facts: ClassVar = (MandateAsked, MandateGranted, MandateEnded)

    by_id: Items[UUID, Mandate] = field(default_factory=none_yet)

    def running(
        self,
        *,
        auditor_id: UUID,
        pathway_id: UUID,
        organisation_id: UUID | None,
        at: datetime,
    ) -> Mandate | None:
        """A mandate under which a member reads a pathway, whole or as an organisation saw it.

        Of several, one that reaches the whole of it.
        """
        reaching = [
            mandate
            for mandate in self.by_id.values()
            if mandate.auditor.membership_id == auditor_id
            and mandate.runs(at)
            and mandate.scope.covers(pathway_id=pathway_id, organisation_id=organisation_id)
        ]
        whole = (mandate for mandate in reaching if mandate.scope.covers_whole(pathway_id))
        return next(whole, None) or next(iter(reaching), None)

    def ask(
        self,
        *,
        mandate_id: UUID,
        auditor: Wearer,
        roles: frozenset[Role],
        scope: MandateScope,
        purpose: MandatePurpose,
        starts: datetime,
        until: datetime,
        asked_by: Wearer,
        asking: Human,
        now: datetime,
    ) -> MandateAsked:
        """Ask that an auditor, who has these roles, may read; nothing is open yet.

        Raises:
            NotAnAuditor: they have another role.
            MandateOfOneself: they are the one who asks.
            MandateDatesWrong: it would be over already, end before it begins or last too long.
        """
        if Role.AUDITOR not in roles:
            raise NotAnAuditor
        _must_not_be(auditor, asking)
        if not (max(now, starts) < until <= starts + LONGEST):
            raise MandateDatesWrong
        return MandateAsked(
            occurred_at=now,
            mandate_id=mandate_id,
            auditor=auditor,
            scope=scope,
            purpose=purpose,
            starts=starts,
            until=until,
            asked_by=asked_by,
        )

    def grant(
        self, *, mandate_id: UUID, granted_by: Wearer, granting: Human, now: datetime
    ) -> MandateGranted:
        """Grant what another person asked for: it runs from its start, or from now.

        Raises:
            MandateUnknown: none was asked for under this id.
            MandateOfOneself: the auditor would grant it to themself.
            MandateNotYoursToGrant: the same person asked, or of another organisation.
            MandateAlreadyGranted: somebody did.
            MandateOver: it was ended, or its end has come.
        """
        mandate = self.known(mandate_id)
        _must_not_be(mandate.auditor, granting)
        if _is(mandate.asked_by, granting) or not _grants(
            granted_by.organisation_id, mandate.scope
        ):
            raise MandateNotYoursToGrant
        if mandate.is_over(now):
            raise MandateOver
        if mandate.granted_at is not None:
            raise MandateAlreadyGranted
        return MandateGranted(occurred_at=now, mandate_id=mandate_id, granted_by=granted_by)

    def end(self, *, mandate_id: UUID, now: datetime) -> MandateEnded:
        """End a mandate, or what was asked for, at once.

        Raises:
            MandateUnknown: none was asked for under this id.
            MandateOver: it is over.
        """
        if self.known(mandate_id).is_over(now):
            raise MandateOver
        return MandateEnded(occurred_at=now, mandate_id=mandate_id)

    def known(self, mandate_id: UUID) -> Mandate:
        """A mandate that was asked for.

        Raises:
            MandateUnknown: there is none under this id.
        """
        if mandate_id not in self.by_id:
            raise MandateUnknown
        return self.by_id[mandate_id]

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case MandateAsked():
                return self._with(_asked(fact))
            case MandateGranted():
                granted = replace(
                    self.by_id[fact.mandate_id],
                    granted_by=fact.granted_by,
                    granted_at=fact.occurred_at,
                )
                return self._with(granted)
            case MandateEnded():
                return self._with(replace(self.by_id[fact.mandate_id], ended_at=fact.occurred_at))
        return self

    def _with(self, mandate: Mandate) -> Self:
        return type(self)(having(self.by_id, mandate.id, mandate))


def handles_mandates(member: Member) -> bool:
    """Whether a member asks for mandates, grants and ends them."""
    return bool(GRANTERS & member.roles)


def may_grant(member: Member, scope: MandateScope) -> bool:
    """Whether a member may grant a mandate of this scope, if somebody else asked for it."""
    return handles_mandates(member) and _grants(member.organisation_id, scope)


def _must_not_be(auditor: Wearer, human: Human) -> None:
    if _is(auditor, human):
        raise MandateOfOneself


def _is(wearer: Wearer, human: Human) -> bool:
    return human.is_same(human_id=wearer.human_id, membership_id=wearer.membership_id)


def _grants(organisation_id: UUID, scope: MandateScope) -> bool:
    return organisation_id == FOUNDER or scope.is_within(organisation_id)


def _asked(fact: MandateAsked) -> Mandate:
    return Mandate(
        id=fact.mandate_id,
        auditor=fact.auditor,
        scope=fact.scope,
        purpose=fact.purpose,
        starts=fact.starts,
        until=fact.until,
        asked_by=fact.asked_by,
        asked_at=fact.occurred_at,
    )
