"""What is known of the circle: who takes part, who leads, who still follows."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.grounds.facts import CareTeamDeclared
from domain.pathway.opening import PathwayOpened
from domain.pathway.referrals.facts import (
    ReferralCancelled,
    ReferralEnteredInError,
    ReferralExpired,
    ReferralFailed,
    ReferralRejected,
    ReferralRequested,
)
from domain.pathway.retention import RetentionPeriodReached
from domain.pathway.sharing.facts import (
    OrganisationDeclined,
    OrganisationInvited,
    OrganisationJoined,
    OrganisationLeft,
    PathwayClosed,
    PathwayReopened,
    ReferentDesignated,
)
from domain.pathway.stays.facts import PlaceDeclined, PlaceRequested, StayEnteredInError
from domain.pathway.wrong_file import FactRecordedInWrongFile


@dataclass(frozen=True, slots=True)
class Participation:
    """How an organisation takes part."""

    since: datetime
    data_class: DataClass  # of the fact of taking part: the least sensitive of them
    follows: bool = True
    only_referred: bool = False  # nothing but what was asked of it brings it here


@dataclass(frozen=True, slots=True)
class Invitation:
    by: UUID  # organisation
    since: datetime
    data_class: DataClass  # the least sensitive, where it was invited twice
    in_care_team: bool = True


@dataclass(frozen=True, slots=True)
class Circle(Part):
    """Who takes part, who leads, who follows, as the facts tell it."""

    facts: ClassVar = (
        PathwayOpened,
        OrganisationInvited,
        OrganisationJoined,
        OrganisationDeclined,
        OrganisationLeft,
        ReferentDesignated,
        PathwayClosed,
        PathwayReopened,
        RetentionPeriodReached,
        CareTeamDeclared,
        AppointmentBooked,
        ReferralRequested,
        ReferralRejected,
        ReferralCancelled,
        ReferralFailed,
        ReferralExpired,
        ReferralEnteredInError,
        PlaceRequested,
        PlaceDeclined,
        StayEnteredInError,
        FactRecordedInWrongFile,
    )

    circle: Items[UUID, Participation] = field(default_factory=none_yet)
    invited: Items[UUID, Invitation] = field(default_factory=none_yet)
    referents: Items[UUID, UUID] = field(default_factory=none_yet)  # member, by organisation
    asked: Items[UUID, UUID] = field(default_factory=none_yet)  # by referral, or stay, that stands
    receiving: Items[UUID, UUID] = field(default_factory=none_yet)  # organisations, by appointment
    let_go: frozenset[UUID] = frozenset()  # organisations whose referral came to nothing

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case PathwayOpened():
                return replace(
                    self,
                    circle=self._with(fact.opened_by, fact),
                    referents=having(self.referents, fact.opened_by, fact.referent_id),
                )
            case ReferentDesignated():
                referents = having(self.referents, fact.of_organisation, fact.referent_id)
                return replace(self._kept(fact.of_organisation), referents=referents)
            case OrganisationInvited():
                return replace(self, invited=self._with_invitation(fact))
            case OrganisationDeclined():
                return replace(self, invited=without(self.invited, fact.declined_id))
        return self._with_circle_changed_by(fact)

    def _with_circle_changed_by(self, fact: Fact) -> Self:
        match fact:
            case OrganisationJoined():
                return self._joined(fact)
            case OrganisationLeft():
                return self._without(fact.left_id)
            case RetentionPeriodReached():
                return self._without(fact.of_organisation)
            case PathwayClosed():
                return self._following(fact.closed_by, follows=False)
            case PathwayReopened():
                return self._following(fact.reopened_by, follows=True)
        return self._with_referrals_changed_by(fact)

    def _with_referrals_changed_by(self, fact: Fact) -> Self:
        match fact:
            case CareTeamDeclared():
                return self._kept(fact.organisation_id)
            case AppointmentBooked(with_organisation=UUID() as organisation_id):
                receiving = having(self.receiving, fact.appointment_id, organisation_id)
                return replace(self, receiving=receiving)
            case (
                ReferralRequested(
                    referral_id=reason_id, target_id=UUID() as target_id, requested_by=asked_by
                )
                | PlaceRequested(
                    stay_id=reason_id, organisation_id=target_id, requested_by=asked_by
                )
            ):
                asked = having(self.asked, reason_id, target_id)
                return replace(self._kept(asked_by), asked=asked)
            case ReferralRequested():
                return self._kept(fact.requested_by)
            case (
                ReferralRejected(referral_id=referral_id)
                | ReferralCancelled(referral_id=referral_id)
                | ReferralFailed(referral_id=referral_id)
                | ReferralExpired(referral_id=referral_id)
                | ReferralEnteredInError(referral_id=referral_id)
                | PlaceDeclined(stay_id=referral_id)  # of a facility
                | StayEnteredInError(stay_id=referral_id)
                | FactRecordedInWrongFile(entry_id=referral_id)  # or an appointment
            ):
                return self._without_reason(referral_id)
        return self

    def _joined(self, fact: OrganisationJoined) -> Self:
        known = self.circle.get(fact.joined_id)
        only_referred = fact.for_referral is not None and (known is None or known.only_referred)
        circle = self._with(fact.joined_id, fact)
        part = replace(circle[fact.joined_id], only_referred=only_referred)
        return replace(
            self,
            circle=having(circle, fact.joined_id, part),
            invited=without(self.invited, fact.joined_id),
            asked=self._asked_for(fact),
            let_go=self.let_go - {fact.joined_id},
        )

    def _asked_for(self, joined: OrganisationJoined) -> Items[UUID, UUID]:
        """What it joined for, also where the referral itself was taken out of the file."""
        if joined.for_referral is None:
            return self.asked
        return having(self.asked, joined.for_referral, joined.joined_id)

    def _kept(self, organisation_id: UUID) -> Self:
        """It takes part by more than what was asked of it."""
        part = self.circle.get(organisation_id)
        if part is None or not part.only_referred:
            return self
        kept = replace(part, only_referred=False)
        return replace(self, circle=having(self.circle, organisation_id, kept))

    def _without_reason(self, reason_id: UUID) -> Self:
        """The ground ends with the referral, for who takes part by nothing else.

        It follows from the facts that a reader sees, and needs none of its own: that somebody
        stays tells nobody of what they may not see.
        """
        target = self.asked.get(reason_id) or self.receiving.get(reason_id)
        asked, receiving = without(self.asked, reason_id), without(self.receiving, reason_id)
        part = self.circle.get(target) if target else None
        needed = {*asked.values(), *receiving.values()}
        if target is None or part is None or not part.only_referred or target in needed:
            return replace(self, asked=asked, receiving=receiving)
        return replace(
            self._without(target), asked=asked, receiving=receiving, let_go=self.let_go | {target}
        )

    def _with(self, organisation_id: UUID, fact: Fact) -> Items[UUID, Participation]:
        data_class = fact.data_class.raised_to(DataClass.SOCIAL)
        part = self.circle.get(organisation_id, Participation(fact.occurred_at, data_class))
        openly = replace(part, data_class=part.data_class.lowered_to(data_class))
        return having(self.circle, organisation_id, openly)

    def _with_invitation(self, fact: OrganisationInvited) -> Items[UUID, Invitation]:
        invitation = Invitation(
            by=fact.invited_by,
            since=fact.occurred_at,
            data_class=fact.data_class,
            in_care_team=fact.in_care_team,
        )
        known = self.invited.get(fact.invited_id, invitation)
        openly = replace(known, data_class=known.data_class.lowered_to(fact.data_class))
        return having(self.invited, fact.invited_id, openly)

    def _without(self, organisation_id: UUID) -> Self:
        return replace(
            self,
            circle=without(self.circle, organisation_id),
            referents=without(self.referents, organisation_id),
        )

    def _following(self, organisation_id: UUID, *, follows: bool) -> Self:
        participation = self.circle.get(organisation_id)
        if participation is None:  # it came in by a fact that its reader may not see
            return self
        changed = replace(participation, follows=follows)
        return replace(self, circle=having(self.circle, organisation_id, changed))
