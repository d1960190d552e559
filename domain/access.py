"""Who may see which fact of a pathway, on which ground; all that shows facts asks here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.data_classes import DataClass
from domain.kernel import DomainEvent, none_yet
from domain.members import Member, Profession, Role
from domain.organisation.registration import OrganisationKind
from domain.pathway.grounds.exchanges import EVALUATES_AND_PROTECTS
from domain.pathway.pathway import Pathway


class Ground(StrEnum):
    """Why somebody may see a fact; without one, it does not exist for them."""

    CARE_TEAM = "care_team"
    CONSENT = "consent"
    EXCHANGE = "exchange"
    CHILD_PROTECTION = "child_protection"
    VITAL_EMERGENCY = "vital_emergency"
    OWN_ACT = "own_act"
    AUDIT_MANDATE = "audit_mandate"


EVERYDAY = frozenset({DataClass.IDENTITY, DataClass.SOCIAL})
RIGHTS_WORK = EVERYDAY | {DataClass.STATUS, DataClass.PROTECTION}
CARE = RIGHTS_WORK | {DataClass.HEALTH, DataClass.SCREENING}


PROTECTING = frozenset(
    {
        Profession.DOCTOR,
        Profession.NURSE,
        Profession.MIDWIFE,
        Profession.PHARMACIST,
        Profession.PSYCHOLOGIST,
        Profession.SOCIAL_WORKER,
        Profession.MEDIATOR,
    }
)
CARING = frozenset(
    {
        OrganisationKind.ASSOCIATION,
        OrganisationKind.SOCIAL_SERVICE,
        OrganisationKind.HEALTH_STRUCTURE,
        OrganisationKind.SHELTER,
        OrganisationKind.ASYLUM_RECEPTION,
    }
)


@dataclass(frozen=True)
class ClassesMet:
    """Which classes of data each profession meets in a care team; data of the network.

    What the law leaves open stays closed unless the network says otherwise: what a consent opens
    to a profession beyond that, and sharing for child protection. `care_team`: the kinds of
    organisations that take part in care or support, and may be declared of the team.
    """

    listed: Mapping[Profession, frozenset[DataClass]]
    others: frozenset[DataClass] = EVERYDAY  # of a profession that is not listed
    on_consent: Mapping[Profession, frozenset[DataClass]] = field(default_factory=none_yet)
    child_protection: bool = False
    protecting: frozenset[Profession] = PROTECTING  # to whom that may be shared, by name
    care_team: frozenset[OrganisationKind] = CARING

    def by(self, profession: Profession) -> frozenset[DataClass]:
        return self.listed.get(profession, self.others)

    def with_consent(self, profession: Profession) -> frozenset[DataClass]:
        return self.by(profession) | self.on_consent.get(profession, frozenset())


# What applies where a network says nothing: the same as `seeds/rules/sharing.toml`, which gives the
# sources. CSP R1110-2 lists who may receive health information, employee or volunteer alike: health
# professionals, then social workers and psychologists among others. What goes deepest (mental
# health, screening) stays with those who care. A mediator is not listed: whether the person's
# consent would be enough is not settled, so they get no health class.
CLASSES_OF_THE_LAW = ClassesMet(
    {
        Profession.DOCTOR: CARE | {DataClass.MENTAL_HEALTH},
        Profession.NURSE: CARE,
        Profession.MIDWIFE: CARE,
        Profession.PHARMACIST: CARE,
        Profession.PSYCHOLOGIST: CARE | {DataClass.MENTAL_HEALTH},
        Profession.SOCIAL_WORKER: RIGHTS_WORK | {DataClass.HEALTH},
        Profession.MEDIATOR: RIGHTS_WORK,
    }
)


Grounds = dict[DataClass, Ground]


@dataclass(frozen=True, slots=True)
class Sight:
    """What one member sees of one pathway at an instant: a pure function of its history.

    At no instant in particular, what is bounded in time opens nothing.
    """

    pathway: Pathway
    viewer: Member
    classes_met: ClassesMet = CLASSES_OF_THE_LAW
    at: datetime | None = None
    _grounds: Grounds = field(init=False, repr=False, compare=False)
    _exchanged: dict[DataClass, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        admitted = Role.CASEWORKER in self.viewer.roles and not self.is_objected_to()
        object.__setattr__(self, "_grounds", self._find() if admitted else {})
        object.__setattr__(self, "_exchanged", self._received() if admitted else {})

    def is_objected_to(self) -> bool:
        """Whether the person does not want this viewer, or their organisation, to know."""
        return self.pathway.objections.keep_out(
            organisation_id=self.viewer.organisation_id, member_id=self.viewer.id
        )

    def of_anything(self) -> bool:
        """Whether this pathway exists at all for the viewer."""
        return bool(self._grounds or self._exchanged) or self._answered_once()

    def of_part(self) -> bool:
        """Whether the viewer takes part: they may record, not only read in an emergency."""
        return self._takes_part() and self.of_anything()

    def of_invitation(self) -> bool:
        """Whether the viewer may answer an invitation to this pathway, and know no more of it."""
        return (
            Role.CASEWORKER in self.viewer.roles
            and self.viewer.organisation_id in self.pathway.sharing.invited
            and not self.is_objected_to()
        )

    def of_class(self, data_class: DataClass) -> bool:
        """Whether the viewer sees such data, whoever recorded it and whenever."""
        return data_class in self._grounds

    def ground(self, data_class: DataClass) -> Ground | None:
        """The ground on which the viewer sees such data, whoever recorded it and whenever."""
        return self._grounds.get(data_class)

    @property
    def classes(self) -> frozenset[DataClass]:
        return frozenset(self._grounds)

    def of(self, event: DomainEvent) -> Ground | None:
        """The ground on which the viewer may see this fact, or None."""
        fact = event.fact
        if fact.private_to not in {None, self.viewer.organisation_id}:
            return None
        if event.actor_id == self.viewer.id and self.of_anything():
            return Ground.OWN_ACT
        if ground := self._grounds.get(fact.data_class):
            return ground
        if event.originator_version < self._exchanged.get(fact.data_class, 0):
            return Ground.EXCHANGE
        return None

    def visible(self, events: Iterable[DomainEvent]) -> list[DomainEvent]:
        return [event for event in events if self.of(event) is not None]

    def _answered_once(self) -> bool:
        """Whether a referral to their organisation came to nothing: their own acts stay theirs."""
        admitted = Role.CASEWORKER in self.viewer.roles and not self.is_objected_to()
        return admitted and self.viewer.organisation_id in self.pathway.sharing.let_go

    def _takes_part(self) -> bool:
        return self.pathway.sharing.includes(self.viewer.organisation_id)

    def _find(self) -> Grounds:
        """The grounds of each class; of several, the one that lasts is named."""
        found = self._in_emergency()
        if self._takes_part():
            found |= self._protecting() | self._by_consent() | self._in_team()
        return found

    def _in_team(self) -> Grounds:
        if self.viewer.organisation_id not in self.pathway.team.organisations:
            return {}
        return dict.fromkeys(self._met(), Ground.CARE_TEAM)

    def _by_consent(self) -> Grounds:
        met = self.classes_met.with_consent(self.viewer.profession)
        consents = self.pathway.consents.for_recipient(
            organisation_id=self.viewer.organisation_id, member_id=self.viewer.id, at=self.at
        )
        return {
            data_class: Ground.CONSENT
            for given in consents
            for data_class in met
            if given.consent.scope.covers(data_class)
        }

    def _protecting(self) -> Grounds:
        """CASF L226-2-2: named members, bound by secrecy, in a network that opened it."""
        named = any(
            self.viewer.id in members for members in self.pathway.exchanges.protecting.values()
        )
        if not (self.classes_met.child_protection and named):
            return {}
        if self.viewer.profession not in self.classes_met.protecting:
            return {}
        met = self._met() | {DataClass.PROTECTION}  # whether or not a care team shares it
        return dict.fromkeys(met & EVALUATES_AND_PROTECTS, Ground.CHILD_PROTECTION)

    def _in_emergency(self) -> Grounds:
        """Urgency lifts the need of taking part, not the law's list of professions."""
        if self.at is None:
            return {}
        if self.pathway.emergencies.ends(member_id=self.viewer.id, at=self.at) is None:
            return {}
        return dict.fromkeys(self._met(), Ground.VITAL_EMERGENCY)

    def _received(self) -> dict[DataClass, int]:
        """Before which version each class was exchanged with the viewer."""
        if not self._takes_part():
            return {}
        received: dict[DataClass, int] = {}
        for exchange in self.pathway.exchanges.by_id.values():
            if self.viewer.id in exchange.members:
                for data_class in exchange.classes & self._met() | {DataClass.IDENTITY}:
                    received[data_class] = max(exchange.version, received.get(data_class, 0))
        return received

    def _met(self) -> frozenset[DataClass]:
        return self.classes_met.by(self.viewer.profession)
