"""Whether a look that was traced had a ground, by the history, the hats and mandates of then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from domain.access import CLASSES_OF_THE_LAW, ClassesMet, Sight
from domain.auditing import AuditSight
from domain.data_classes import DataClass
from domain.erasure import Erased
from domain.kernel import DomainEvent
from domain.mandates.mandates import Mandates
from domain.members import Member, Role
from domain.pathway.pathway import Pathway

TOLD = frozenset({DataClass.SOCIAL})  # classes of what awaits a review or an answer


class Fault(StrEnum):
    """What a look lacked."""

    NO_PATHWAY = "no_pathway"  # there was none
    NO_HAT = "no_hat"  # nobody acted under that membership
    NO_GROUND = "no_ground"
    NO_MANDATE = "no_mandate"


class Lack(NamedTuple):
    fault: Fault
    classes: frozenset[DataClass]  # that had no ground
    is_certain: bool = True  # False: what gave one may be erased since


@dataclass(frozen=True, slots=True)
class Looked:
    """What a trace says of a look."""

    classes: frozenset[DataClass]
    under_mandate: bool
    seen_as: UUID | None = None  # organisation
    in_list: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything that decides on a look, as it was recorded at an instant."""

    at: datetime
    history: Sequence[DomainEvent]  # of the pathway
    pathway: Pathway
    hat: Member | None
    mandates: Mandates
    classes_met: ClassesMet = CLASSES_OF_THE_LAW

    def lack(self, looked: Looked) -> Lack | None:
        """What a look lacked then; None where it had a ground."""
        if self.pathway.opening.opened_at is None:
            return Lack(Fault.NO_PATHWAY, looked.classes)
        if self.hat is None:
            return Lack(Fault.NO_HAT, looked.classes)
        if looked.under_mandate:
            return self._as_auditor(self.hat, looked)
        return self._as_member(self.hat, looked)

    def _as_member(self, hat: Member, looked: Looked) -> Lack | None:
        sight = Sight(self.pathway, hat, self.classes_met, self.at)
        if looked.in_list and looked.classes <= TOLD and self._is_told(hat, sight):
            return None
        if not (sight.of_anything() or sight.of_invitation()):
            return Lack(Fault.NO_GROUND, looked.classes)
        missing = looked.classes - sight.classes
        if missing:  # what they did themselves, or was exchanged with them, is seen fact by fact
            missing -= {event.fact.data_class for event in sight.visible(self.history)}
        if not missing:
            return None
        return Lack(Fault.NO_GROUND, missing, is_certain=not self._own_acts_erased(hat))

    def _as_auditor(self, hat: Member, looked: Looked) -> Lack | None:
        sight = AuditSight(
            self.pathway, hat, self.mandates, self.at, looked.seen_as, self.classes_met
        )
        if sight.mandate() is None:
            return Lack(Fault.NO_MANDATE, looked.classes)
        missing = frozenset(one for one in looked.classes if sight.ground(one) is None)
        return Lack(Fault.NO_GROUND, missing) if missing else None

    def _is_told(self, hat: Member, sight: Sight) -> bool:
        """Whether it stands in a list of what is to be reviewed, or answered, by somebody there."""
        reviews = (
            Role.COORDINATOR in hat.roles
            and hat.organisation_id in self.pathway.team.organisations
            and bool(self.pathway.emergencies.by_id)
            and not sight.is_objected_to()
        )
        return reviews or sight.of_invitation()

    def _own_acts_erased(self, hat: Member) -> bool:
        """Whether they had recorded something, of a class that nobody can tell any more."""
        return any(
            isinstance(event.fact, Erased) and event.actor_id == hat.id for event in self.history
        )
