"""What may be decided of the circle: inviting, joining, leading, leaving, closing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.sharing.circle import Circle, Invitation, Participation
from domain.pathway.sharing.facts import (
    ClosingReasonGiven,
    OrganisationDeclined,
    OrganisationInvited,
    OrganisationJoined,
    OrganisationLeft,
    PathwayClosed,
    PathwayReopened,
    ReferentDesignated,
)
from domain.pathway.sharing.refusals import (
    AlreadyClosed,
    AlreadyInCircle,
    AlreadyInvited,
    LastInCircle,
    NotClosed,
    NotInCircle,
    NotInvited,
)
from domain.pathway.sharing.words import ClosingReason, DeclineReason, ReferentReason


@dataclass(frozen=True, slots=True)
class Sharing(Circle):
    """The organisations that share this pathway, who leads, and who still follows it."""

    def includes(self, organisation_id: UUID) -> bool:
        return organisation_id in self.circle

    def is_followed_by(self, organisation_id: UUID) -> bool:
        participation = self.circle.get(organisation_id)
        return participation is not None and participation.follows

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

        Nothing, if it is there and whoever asks sees it (`seen` is the circle as they see it); if
        it is there discreetly, it joins again for them: that nothing happened would tell. Where
        they did not see it go, it comes back.
        """
        if self.includes(organisation_id) and seen.includes(organisation_id):
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

    def _participation(self, organisation_id: UUID) -> Participation:
        if not self.includes(organisation_id):
            raise NotInCircle
        return self.circle[organisation_id]

    def _invitation(self, organisation_id: UUID) -> Invitation:
        if organisation_id not in self.invited:
            raise NotInvited
        return self.invited[organisation_id]
