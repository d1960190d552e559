"""What figures are summed with: the statuses of whoever gave time, as enrolments tell them."""

from dataclasses import dataclass
from uuid import UUID

from application.network import Network
from application.receipts.naming import Directory
from application.views.observatory import heard
from domain.observatory.activities import Held
from domain.observatory.asked import FiguresAsked
from domain.observatory.figures import StatusOf, Sums


@dataclass(frozen=True, slots=True)
class Counting:
    """Sums, handed what rows say."""

    asked: FiguresAsked
    sums: Sums

    @classmethod
    def of(cls, network: Network, asked: FiguresAsked) -> "Counting":
        return cls(asked, Sums(asked, status_of=statuses(network)))

    def pathway(self, pathway_id: UUID, told: str) -> None:
        row = heard(told, self.asked.first, self.asked.last)
        self.sums.add(pathway_id, row.contributions, places=row.places, linked=row.linked)

    def activity(self, activity_id: UUID, told: str) -> None:
        row = heard(told, self.asked.first, self.asked.last)
        self.sums.add_activity(
            activity_id, Held(tuple(row.contributions), row.nameless, row.places)
        )


def statuses(network: Network) -> StatusOf:
    """Whether a member is employed or a volunteer, asked once of each; empty: not known."""
    directory, known = Directory(network.log), dict[str, str]()

    def status_of(organisation_id: UUID | None, member: str) -> str:
        if organisation_id is None or not member:
            return ""
        if member not in known:
            membership = directory.membership(organisation_id, UUID(member))
            known[member] = membership.hat.status if membership else ""
        return known[member]

    return status_of
