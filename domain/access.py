"""Who may see which fact of a pathway, on which ground; all that shows facts asks here."""

from collections.abc import Iterable
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

# CSP R1110-2 lists who may receive health information; who is not listed gets no health class.
CLASSES_OF: dict[Profession, frozenset[DataClass]] = {
    Profession.DOCTOR: CARE | {DataClass.MENTAL_HEALTH},
    Profession.NURSE: CARE,
    Profession.MIDWIFE: CARE,
    Profession.PHARMACIST: CARE,
    Profession.PSYCHOLOGIST: CARE | {DataClass.MENTAL_HEALTH},
    Profession.SOCIAL_WORKER: RIGHTS_WORK,
    Profession.MEDIATOR: RIGHTS_WORK,
}


@dataclass(frozen=True, slots=True)
class Sight:
    """What one member sees of one pathway, decided as of now."""

    pathway: Pathway
    viewer: Member

    def of_anything(self) -> bool:
        """Whether this pathway exists at all for the viewer."""
        return Role.CASEWORKER in self.viewer.roles and self.pathway.sharing.includes(
            self.viewer.organisation_id
        )

    def of(self, event: DomainEvent) -> Ground | None:
        """The ground on which the viewer may see this fact, or None."""
        if not self.of_anything():
            return None
        if event.actor_id == self.viewer.id:
            return Ground.OWN_ACT
        if event.fact.data_class in CLASSES_OF.get(self.viewer.profession, EVERYDAY):
            return Ground.CARE_TEAM
        return None

    def visible(self, events: Iterable[DomainEvent]) -> list[DomainEvent]:
        return [event for event in events if self.of(event) is not None]
