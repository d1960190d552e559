"""What a viewer may meet in lists across pathways."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, Self
from uuid import UUID

from application.views.folded import ANYBODY
from domain.access import ClassesMet, Sight
from domain.data_classes import DataClass
from domain.members import Member, Role
from domain.pathway.pathway import Pathway
from domain.refusals import Forbidden


class OwnedRow(Protocol):
    """What decides for whom a row is."""

    @property
    def organisation_id(self) -> UUID: ...

    @property
    def data_class(self) -> DataClass: ...

    @property
    def owner_id(self) -> UUID: ...


class RoleFollowsNobody(Forbidden):
    code = "role-follows-nobody"
    title = "Your role opens no pathway: act under a membership that follows people."


@dataclass(frozen=True, slots=True)
class Viewer:
    """Whom rows are for; where the database can, it gives no others, whatever it is asked."""

    organisation_id: UUID
    member_id: UUID
    classes: frozenset[DataClass]  # that their profession meets; none: they follow nobody
    at: datetime | None
    counts: bool = False  # they are told figures, of people they do not see


@dataclass(frozen=True, slots=True)
class Reach(Viewer):
    """Rows of the viewer's organisation, of the classes they may see, else of their own acts."""

    sight: Callable[[Pathway], Sight] = field(kw_only=True)  # of this viewer, now

    @classmethod
    def of(cls, viewer: Member, classes_met: ClassesMet, *, at: datetime | None = None) -> Self:
        """The reach of a member, at an instant; at none, what is bounded in time is not reached.

        Raises:
            RoleFollowsNobody: they follow no pathway under this hat.
        """
        if Role.CASEWORKER not in viewer.roles:
            raise RoleFollowsNobody
        classes = classes_met.by(viewer.profession)
        return cls(
            viewer.organisation_id,
            viewer.id,
            classes,
            at,
            sight=lambda pathway: Sight(pathway, viewer, classes_met, at),
        )

    def includes(self, row: OwnedRow) -> bool:
        """Whether a row is for the viewer: exactly one of those that tell the same thing is."""
        owners = (
            {ANYBODY, self.organisation_id} if row.data_class in self.classes else {self.member_id}
        )
        return row.organisation_id == self.organisation_id and row.owner_id in owners

    def must_decide(self, row: OwnedRow) -> bool:
        """Whether a row that is included is for the viewer only if the stream says so now."""
        return row.owner_id == self.organisation_id

    def sees(self, pathway: Pathway, row: OwnedRow) -> bool:
        """Whether a row, as the pathway now is, is for the viewer."""
        if not self.includes(row):
            return False
        return not self.must_decide(row) or self.sight(pathway).of_class(row.data_class)
