"""The names a page needs: organisations and their members, each looked up once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from application.ports import EventLog
from application.receipts.naming import Directory


@dataclass(frozen=True, slots=True)
class Names:
    """Of any organisation, and of members of those that were met."""

    directory: Directory
    organisations: dict[UUID, str] = field(default_factory=dict)
    members: dict[UUID, tuple[str, UUID]] = field(default_factory=dict)  # name, organisation

    def __call__(self, one: UUID) -> str:
        if one in self.members:
            return self.members[one][0]
        if one not in self.organisations:
            self.organisations[one] = self.directory.organisation(one)
        return self.organisations[one]

    def works_at(self, member_id: UUID, organisation_id: UUID) -> bool:
        _, works_at = self.members.get(member_id, ("", None))
        return works_at == organisation_id


def names_among(log: EventLog, organisations: Iterable[UUID | None]) -> Names:
    """Those of the members of these, and of any organisation."""
    names = Names(Directory(log))
    for organisation_id in dict.fromkeys(organisations):
        if organisation_id is not None:
            enrolled = names.directory.memberships(organisation_id)
            names.members.update(
                (member_id, (membership.name or "", organisation_id))
                for member_id, membership in enrolled.items()
            )
    return names
