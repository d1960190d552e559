"""`Members` in memory."""

from dataclasses import dataclass, field
from uuid import UUID

from application.accounts.ports import Hat
from domain.members import Member


@dataclass
class MembersInMemory:
    members: dict[UUID, Member] = field(default_factory=dict)

    def member(self, hat: Hat) -> Member | None:
        return self.members.get(hat.membership_id)
