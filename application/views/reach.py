"""What a viewer may meet in lists across pathways."""

from dataclasses import dataclass
from typing import Protocol, Self
from uuid import UUID

from application.views.folded import ANYBODY
from domain.access import ClassesMet
from domain.data_classes import DataClass
from domain.members import Member, Role
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
class Reach:
    """Rows of the viewer's organisation, of the classes they may see, else of their own acts."""

    organisation_id: UUID
    member_id: UUID
    classes: frozenset[DataClass]

    @classmethod
    def of(cls, viewer: Member, classes_met: ClassesMet) -> Self:
        """The reach of a member.

        Raises:
            RoleFollowsNobody: they follow no pathway under this hat.
        """
        if Role.CASEWORKER not in viewer.roles:
            raise RoleFollowsNobody
        classes = classes_met.by(viewer.profession)
        return cls(viewer.organisation_id, viewer.id, classes)

    def includes(self, row: OwnedRow) -> bool:
        """Whether a row is for the viewer: exactly one of those that tell the same thing is."""
        owner = ANYBODY if row.data_class in self.classes else self.member_id
        return row.organisation_id == self.organisation_id and row.owner_id == owner
