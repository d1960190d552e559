"""Random histories: any facts that views read, in any order, by anybody."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from hypothesis import strategies as st

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.members import Member, Profession
from domain.pathway.appointments.facts import (
    AppointmentAttended,
    AppointmentCancelled,
    AppointmentMoved,
    AttendanceCorrected,
)
from domain.pathway.appointments.words import Attendance, ChangeReason, Side
from domain.pathway.follow_up import FollowUpDone, FollowUpMoved, Mode
from domain.pathway.person import CalledOtherwise, Identity, IdentityDeclared
from domain.pathway.referrals.facts import (
    ReferralAccepted,
    ReferralCancelled,
    ReferralCompleted,
    ReferralDrafted,
)
from domain.pathway.referrals.words import CancellationReason, Service, Urgency
from domain.pathway.rights.facts import RightDeclaredOpen, RightExpired
from domain.pathway.sharing.facts import (
    OrganisationLeft,
    PathwayClosed,
    PathwayReopened,
    ReferentDesignated,
)
from domain.rights.schemes import EndReason, Scheme
from tests.domain.pathway.people import CCAS, MARCH_4, PASS, RELAIS, wall
from tests.infrastructure.views.scene import (
    ABEL,
    DINA,
    INES,
    ROSE,
    booked,
    joined,
    member,
    planned,
    requested,
)

NAMESPACE = UUID(int=1)
PEOPLE = (INES, ABEL, ROSE, DINA, member(PASS, Profession.OTHER, 5))
ORGANISATIONS = (RELAIS, CCAS, PASS)
PATHWAYS = tuple(UUID(int=0xF000 + number) for number in range(2))
CLASSES = (DataClass.SOCIAL, DataClass.STATUS, DataClass.HEALTH, DataClass.MENTAL_HEALTH)


@dataclass(frozen=True)
class Told:
    """One fact of a history, and who told it."""

    pathway_id: UUID
    fact: Fact
    by: Member

    def __repr__(self) -> str:
        who, where = PEOPLE.index(self.by), PATHWAYS.index(self.pathway_id)
        item = next(
            (value.hex[:4] for value in vars(self.fact).values() if type(value) is UUID), ""
        )
        return f"{self.fact.topic}({item}, {self.fact.data_class}) by {who} on {where}"


@dataclass(frozen=True)
class Draw:
    """What a fact is made of; an item keeps its class for life, as decisions see to."""

    number: int  # of the item, and its class
    day: int
    organisation: UUID

    @property
    def data_class(self) -> DataClass:
        return CLASSES[self.number % len(CLASSES)]

    @property
    def common(self) -> dict[str, Any]:
        at = MARCH_4 + timedelta(days=self.day)
        return {"occurred_at": at, "data_class": self.data_class}

    def item(self, kind: str) -> UUID:
        return uuid5(NAMESPACE, f"{kind} {self.number}")

    @property
    def when(self) -> str:
        return f"2026-04-{1 + self.day % 28:02}T09:00"


Make = Callable[[Draw], Fact]

EVERYDAY: tuple[Make, ...] = (
    lambda d: joined(d.organisation),
    lambda d: OrganisationLeft(occurred_at=MARCH_4, left_id=d.organisation),
    lambda d: PathwayClosed(occurred_at=MARCH_4, closed_by=d.organisation),
    lambda d: PathwayReopened(occurred_at=MARCH_4, reopened_by=d.organisation),
    lambda d: ReferentDesignated(
        occurred_at=MARCH_4, referent_id=PEOPLE[d.number % 5].id, of_organisation=d.organisation
    ),
    lambda d: CalledOtherwise(occurred_at=MARCH_4, called=f"Awa {d.number}"),
    lambda _: IdentityDeclared(occurred_at=MARCH_4, identity=Identity(family_name="N'Diaye")),
)
APPOINTMENTS: tuple[Make, ...] = (
    lambda d: booked(wall(d.when), d.data_class, appointment_id=d.item("appointment")),
    lambda d: AppointmentMoved(
        **d.common,
        appointment_id=d.item("appointment"),
        moved_by=Side.PERSON,
        reason=ChangeReason.WORK,
        was=wall(d.when),
        when=wall(d.when),
    ),
    lambda d: AppointmentAttended(
        **d.common,
        appointment_id=d.item("appointment"),
        recorded_by=d.organisation,
        held_at=MARCH_4,
    ),
    lambda d: AppointmentCancelled(
        **d.common,
        appointment_id=d.item("appointment"),
        cancelled_by=Side.SERVICE,
        reason=ChangeReason.OTHER,
    ),
    lambda d: AttendanceCorrected(
        **d.common,
        appointment_id=d.item("appointment"),
        recorded_by=d.organisation,
        was=Attendance.ATTENDED,
        attendance=Attendance.UNKNOWN,
        held_at=MARCH_4,
    ),
)
FOLLOW_UPS: tuple[Make, ...] = (
    lambda d: planned(
        date(2026, 5, 1 + d.day), by=d.organisation, follow_up_id=d.item("follow-up")
    ).model_copy(update={"data_class": d.data_class}),
    lambda d: FollowUpMoved(
        **d.common,
        follow_up_id=d.item("follow-up"),
        was=date(2026, 5, 1),
        due_on=date(2026, 6, 1 + d.day),
    ),
    lambda d: FollowUpDone(
        **d.common, follow_up_id=d.item("follow-up"), done_by=d.organisation, mode=Mode.PHONE
    ),
)
REFERRALS: tuple[Make, ...] = (  # what was requested is never a draft again
    lambda d: ReferralDrafted(
        **d.common,
        referral_id=d.item("draft"),
        requested_by=RELAIS,
        target_id=CCAS,
        service=Service.HOUSING,
        urgency=Urgency.SOON,
    ),
    lambda d: requested(d.item("referral"), data_class=d.data_class),
    lambda d: ReferralAccepted(**d.common, referral_id=d.item("referral"), accepted_by=CCAS),
    lambda d: ReferralCompleted(**d.common, referral_id=d.item("referral"), completed_by=CCAS),
    lambda d: ReferralCancelled(
        **d.common,
        referral_id=d.item("referral"),
        cancelled_by=RELAIS,
        refused_by=None,
        reason=CancellationReason.OTHER,
    ),
)
RIGHTS: tuple[Make, ...] = (
    lambda d: RightDeclaredOpen(
        **d.common,
        rule_version="v1",
        right_id=d.item("right"),
        scheme=Scheme.C2S,
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 1 + d.day),
    ),
    lambda d: RightExpired(
        **d.common,
        rule_version="v1",
        right_id=d.item("right"),
        on=date(2026, 12, 31),
        reason=EndReason.TERM,
    ),
)


draws = st.builds(
    Draw,
    number=st.integers(0, 3),
    day=st.integers(0, 27),
    organisation=st.sampled_from(ORGANISATIONS),
)
facts = st.sampled_from((*EVERYDAY, *APPOINTMENTS, *FOLLOW_UPS, *REFERRALS, *RIGHTS)).flatmap(
    draws.map
)
histories = st.lists(
    st.builds(Told, pathway_id=st.sampled_from(PATHWAYS), fact=facts, by=st.sampled_from(PEOPLE)),
    min_size=30,
    max_size=90,
)
