"""The circle: the organisations that share this pathway, who leads, and who still follows it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
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
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict


class DeclineReason(StrEnum):
    NO_CAPACITY = "no_capacity"
    OUTSIDE_AREA = "outside_area"
    NOT_OUR_ROLE = "not_our_role"
    OTHER = "other"


class ClosingReason(StrEnum):
    """Why an organisation stops following; it is nobody else's business."""

    AUTONOMY = "autonomy"
    EFFECTIVE_RELAY = "effective_relay"
    MOVED = "moved"
    PERSON_DECLINED = "person_declined"
    CONTACT_LOST = "contact_lost"
    DECEASED = "deceased"
    OTHER = "other"


class OrganisationInvited(Fact, topic="organisation-invited", lowest=DataClass.SOCIAL):
    invited_id: UUID  # organisation
    invited_by: UUID  # organisation
    in_care_team: bool = True  # False: it will see what a consent opens to it, and no more


class OrganisationJoined(Fact, topic="organisation-joined", lowest=DataClass.SOCIAL):
    """Its class is that of what brings it in: an addiction centre is not seen by everybody."""

    joined_id: UUID  # organisation
    for_referral: UUID | None = None  # what alone lets it in; it goes when that comes to nothing
    in_care_team: bool = True  # False: it sees what a consent opens to it, and no more


class OrganisationDeclined(Fact, topic="organisation-declined", lowest=DataClass.SOCIAL):
    declined_id: UUID  # organisation
    reason: DeclineReason


class OrganisationLeft(Fact, topic="organisation-left", lowest=DataClass.SOCIAL):
    left_id: UUID  # organisation


class ReferentReason(StrEnum):
    """Why somebody else leads."""

    LEAVES = "leaves"
    LONG_ABSENCE = "long_absence"
    WORKLOAD = "workload"
    PERSON_ASKED = "person_asked"
    OTHER = "other"


class ReferentDesignated(Fact, topic="referent-designated", lowest=DataClass.SOCIAL):
    referent_id: UUID  # member
    of_organisation: UUID
    reason: ReferentReason | None = None
    handover_id: UUID | None = None  # of a whole caseload, where it was part of one


class PathwayClosed(Fact, topic="pathway-closed", lowest=DataClass.SOCIAL):
    """One organisation stops following; the others go on."""

    closed_by: UUID  # organisation


class ClosingReasonGiven(Fact, topic="closing-reason-given", lowest=DataClass.SOCIAL):
    closed_by: UUID  # organisation
    reason: ClosingReason

    @property
    def private_to(self) -> UUID:
        return self.closed_by


class PathwayReopened(Fact, topic="pathway-reopened", lowest=DataClass.SOCIAL):
    reopened_by: UUID  # organisation


class AlreadyInCircle(Conflict):
    code = "already-in-circle"
    title = "This organisation already shares this pathway."


class NotInCircle(Conflict):
    code = "not-in-circle"
    title = "This organisation does not share this pathway."


class AlreadyInvited(Conflict):
    code = "already-invited"
    title = "This organisation was invited already and has not answered yet."


class NotInvited(Conflict):
    code = "not-invited"
    title = "No invitation awaits an answer of this organisation."


class LastInCircle(Conflict):
    code = "last-in-circle"
    title = "No other organisation shares this pathway: close your follow-up instead of leaving."


class AlreadyClosed(Conflict):
    code = "already-closed"
    title = "Your organisation closed its follow-up already."


class NotClosed(Conflict):
    code = "not-closed"
    title = "Your organisation follows this pathway already."


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
class Sharing(Part):
    """Who takes part, who leads, who follows."""

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
        FactRecordedInWrongFile,
    )

    circle: Items[UUID, Participation] = field(default_factory=none_yet)
    invited: Items[UUID, Invitation] = field(default_factory=none_yet)
    referents: Items[UUID, UUID] = field(default_factory=none_yet)  # member, by organisation
    asked: Items[UUID, UUID] = field(default_factory=none_yet)  # targets, by referral that stands
    receiving: Items[UUID, UUID] = field(default_factory=none_yet)  # organisations, by appointment
    let_go: frozenset[UUID] = frozenset()  # organisations whose referral came to nothing

    def includes(self, organisation_id: UUID) -> bool:
        return organisation_id in self.circle

    def must_include(self, organisation_id: UUID) -> None:
        """Refuse an organisation that takes no part.

        Raises:
            NotInCircle: it does not.
        """
        self._participation(organisation_id)

    @property
    def is_closed(self) -> bool:
        """Whether nobody follows this pathway any more."""
        return not any(participation.follows for participation in self.circle.values())

    def invite(
        self,
        *,
        organisation_id: UUID,
        by: UUID,
        at: datetime,
        data_class: DataClass = DataClass.SOCIAL,
        in_care_team: bool = True,
        seen: "Sharing",
    ) -> OrganisationInvited:
        """Ask an organisation to share the pathway; a higher class keeps its part discreet.

        `seen` is the circle as whoever invites sees it: no refusal tells them of an organisation
        that takes part, or was invited, discreetly. They invite it, and it is so less discreetly.

        Raises:
            AlreadyInCircle: it shares it already.
            AlreadyInvited: it was asked and has not answered.
        """
        if seen.includes(organisation_id):
            raise AlreadyInCircle
        if organisation_id in seen.invited:
            raise AlreadyInvited
        return OrganisationInvited(
            occurred_at=at,
            data_class=data_class.raised_to(DataClass.SOCIAL),
            invited_id=organisation_id,
            invited_by=by,
            in_care_team=in_care_team,
        )

    def join(self, *, organisation_id: UUID, at: datetime) -> OrganisationJoined:
        """Accept an invitation.

        Raises:
            NotInvited: there is none.
        """
        invitation = self._invitation(organisation_id)
        return OrganisationJoined(
            occurred_at=at,
            data_class=invitation.data_class,
            joined_id=organisation_id,
            in_care_team=invitation.in_care_team,
        )

    def decline(
        self, *, organisation_id: UUID, reason: DeclineReason, at: datetime
    ) -> OrganisationDeclined:
        """Decline an invitation.

        Raises:
            NotInvited: there is none.
        """
        invitation = self._invitation(organisation_id)
        return OrganisationDeclined(
            occurred_at=at,
            data_class=invitation.data_class,
            declined_id=organisation_id,
            reason=reason,
        )

    def let_in(
        self,
        *,
        organisation_id: UUID,
        at: datetime,
        data_class: DataClass,
        in_care_team: bool = True,
        for_referral: UUID | None = None,
        seen: "Sharing",
    ) -> list[OrganisationJoined]:
        """Let an organisation in because it asked, or something was asked of it.

        Nothing, if whoever asks sees it there (`seen` is the circle as they see it); if it is
        there discreetly, it joins again for them: that nothing happened would tell.
        """
        if seen.includes(organisation_id):
            return []
        return [
            OrganisationJoined(
                occurred_at=at,
                data_class=data_class,
                joined_id=organisation_id,
                for_referral=for_referral,
                in_care_team=in_care_team,
            )
        ]

    def leave(self, *, organisation_id: UUID, at: datetime, seen: "Sharing") -> OrganisationLeft:
        """End an organisation's part.

        Raises:
            NotInCircle: it has none.
            LastInCircle: nobody would be left in the circle as whoever leaves sees it (`seen`).
        """
        participation = self._participation(organisation_id)
        if not set(seen.circle) - {organisation_id}:
            raise LastInCircle
        return OrganisationLeft(
            occurred_at=at, data_class=participation.data_class, left_id=organisation_id
        )

    def designate(
        self,
        *,
        referent_id: UUID,
        organisation_id: UUID,
        at: datetime,
        reason: ReferentReason | None = None,
        handover_id: UUID | None = None,
    ) -> ReferentDesignated:
        """Name the person's lead professional in an organisation of the circle.

        Raises:
            NotInCircle: the organisation does not share this pathway.
        """
        participation = self._participation(organisation_id)
        return ReferentDesignated(
            occurred_at=at,
            data_class=participation.data_class,
            referent_id=referent_id,
            of_organisation=organisation_id,
            reason=reason,
            handover_id=handover_id,
        )

    def close(self, *, by: UUID, reason: ClosingReason, at: datetime) -> list[Fact]:
        """End one organisation's follow-up, for a reason that stays its own.

        Raises:
            NotInCircle: it does not share this pathway.
            AlreadyClosed: it does not follow it any more.
        """
        participation = self._participation(by)
        if not participation.follows:
            raise AlreadyClosed
        return [
            PathwayClosed(occurred_at=at, data_class=participation.data_class, closed_by=by),
            ClosingReasonGiven(
                occurred_at=at, data_class=participation.data_class, closed_by=by, reason=reason
            ),
        ]

    def reopen(self, *, by: UUID, at: datetime) -> PathwayReopened:
        """Follow the person again.

        Raises:
            NotInCircle: the organisation does not share this pathway.
            NotClosed: it follows it.
        """
        participation = self._participation(by)
        if participation.follows:
            raise NotClosed
        return PathwayReopened(occurred_at=at, data_class=participation.data_class, reopened_by=by)

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
            case ReferralRequested(target_id=UUID() as target_id):
                asked = having(self.asked, fact.referral_id, target_id)
                return replace(self._kept(fact.requested_by), asked=asked)
            case ReferralRequested():
                return self._kept(fact.requested_by)
            case (
                ReferralRejected(referral_id=referral_id)
                | ReferralCancelled(referral_id=referral_id)
                | ReferralFailed(referral_id=referral_id)
                | ReferralExpired(referral_id=referral_id)
                | ReferralEnteredInError(referral_id=referral_id)
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

    def _participation(self, organisation_id: UUID) -> Participation:
        if not self.includes(organisation_id):
            raise NotInCircle
        return self.circle[organisation_id]

    def _invitation(self, organisation_id: UUID) -> Invitation:
        if organisation_id not in self.invited:
            raise NotInvited
        return self.invited[organisation_id]
