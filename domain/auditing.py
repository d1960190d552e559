"""What an auditor sees under a mandate."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.access import CLASSES_OF_THE_LAW, ClassesMet, Ground
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.mandates.mandates import Mandate, Mandates
from domain.members import Member, Role
from domain.pathway.pathway import Pathway


@dataclass(frozen=True, slots=True)
class AuditSight:
    """What one auditor sees of a pathway: what is said in the classes that their profession meets.

    That anything else was recorded, when, by whom and who saw it, they know without its words. An
    objection holds against an auditor as against anybody; another one is mandated.
    """

    pathway: Pathway  # as it is now
    auditor: Member
    mandates: Mandates
    at: datetime
    through: UUID | None = None  # the organisation as which they look; None: the whole pathway
    classes_met: ClassesMet = CLASSES_OF_THE_LAW

    def mandate(self) -> Mandate | None:
        """The mandate that reaches this pathway, unless it is not open to this auditor."""
        if Role.AUDITOR not in self.auditor.roles or self._is_objected_to():
            return None
        return self.mandates.running(
            auditor_id=self.auditor.id,
            pathway_id=self.pathway.id,
            organisation_id=self.through,
            at=self.at,
        )

    def of(self, event: DomainEvent) -> Ground | None:
        """The ground on which the auditor may read what a fact says, or None."""
        fact = event.fact
        if fact.private_to not in {None, self.auditor.organisation_id}:
            return None
        return self.ground(fact.data_class)

    def ground(self, data_class: DataClass) -> Ground | None:
        if data_class not in self.classes_met.by(self.auditor.profession):
            return None
        return Ground.AUDIT_MANDATE if self.mandate() else None

    def _is_objected_to(self) -> bool:
        return self.pathway.objections.keep_out(
            organisation_id=self.auditor.organisation_id, member_id=self.auditor.id
        )
