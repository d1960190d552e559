"""Who may see which fact of a pathway, on which ground; all that shows facts asks here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.members import Member, Profession, Role
from domain.pathway.pathway import Pathway


class Ground(StrEnum):
    """Why somebody may see a fact; without one, it does not exist for them."""

    CARE_TEAM = "care_team"
    OWN_ACT = "own_act"


EVERYDAY = frozenset({DataClass.IDENTITY, DataClass.SOCIAL})
RIGHTS_WORK = EVERYDAY | {DataClass.STATUS, DataClass.PROTECTION}
CARE = RIGHTS_WORK | {DataClass.HEALTH, DataClass.SCREENING}


@dataclass(frozen=True)
class ClassesMet:
    """Which classes of data each profession meets in a care team; data of the network."""

    listed: Mapping[Profession, frozenset[DataClass]]
    others: frozenset[DataClass] = EVERYDAY  # of a profession that is not listed

    def by(self, profession: Profession) -> frozenset[DataClass]:
        return self.listed.get(profession, self.others)


# CSP R1110-2 lists who may receive health information, employee or volunteer alike: health
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


@dataclass(frozen=True, slots=True)
class Sight:
    """What one member sees of one pathway, decided as of now."""

    pathway: Pathway
    viewer: Member
    classes_met: ClassesMet = CLASSES_OF_THE_LAW

    def of_anything(self) -> bool:
        """Whether this pathway exists at all for the viewer."""
        return Role.CASEWORKER in self.viewer.roles and self.pathway.sharing.includes(
            self.viewer.organisation_id
        )

    def of_invitation(self) -> bool:
        """Whether the viewer may answer an invitation to this pathway, and know no more of it."""
        return (
            Role.CASEWORKER in self.viewer.roles
            and self.viewer.organisation_id in self.pathway.sharing.invited
        )

    def of_class(self, data_class: DataClass) -> bool:
        """Whether the viewer's profession meets such data without any other ground."""
        return data_class in self.classes_met.by(self.viewer.profession)

    def of(self, event: DomainEvent) -> Ground | None:
        """The ground on which the viewer may see this fact, or None."""
        if not self.of_anything():
            return None
        if event.fact.private_to not in {None, self.viewer.organisation_id}:
            return None
        if event.actor_id == self.viewer.id:
            return Ground.OWN_ACT
        if self.of_class(event.fact.data_class):
            return Ground.CARE_TEAM
        return None

    def visible(self, events: Iterable[DomainEvent]) -> list[DomainEvent]:
        return [event for event in events if self.of(event) is not None]
