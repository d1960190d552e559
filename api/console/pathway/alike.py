"""Other pathways of perhaps the same person: possible duplicates, and those read together."""

from dataclasses import dataclass
from uuid import UUID

from api.console.pathway import offers as o
from api.console.pathway.acts import Act, acts
from api.console.pathway.telling import Telling
from application.duplicates.read_duplicates import DuplicateTold, duplicates_told, links_told
from application.network import Network
from application.pathways.read_pathway import PathwaySeen
from domain.members import Member
from domain.pathway.duplicates import FlagState


@dataclass(frozen=True, slots=True)
class Alike:
    said: str
    other: UUID | None  # the other pathway, where the reader takes part in it
    acts: tuple[Act, ...]


def alike_of(network: Network, seen: PathwaySeen, by: Member, telling: Telling) -> list[Alike]:
    """What the reader's organisation was told, and what they may see of it."""
    pathway = seen.pathway
    if not pathway.duplicates.of(by.organisation_id) and not pathway.links.by_id:
        return []
    flags = [
        _flag(pathway.id, told, telling)
        for told in duplicates_told(network, seen, by)
        if told.state is not FlagState.DISMISSED and not told.is_linked
    ]
    links = [
        Alike(
            said=telling.gettext("Read together since %(day)s", day=telling.day(link.since)),
            other=link.linked_id,
            acts=acts(telling, o.UNLINK, pathway_id=pathway.id, link_id=link.id),
        )
        for link in links_told(network, seen, by)
        if link.ended_at is None
    ]
    return [*flags, *links]


def _flag(pathway_id: UUID, told: DuplicateTold, telling: Telling) -> Alike:
    asked = told.state is FlagState.ASKED
    offered = () if asked else (o.SAME_PERSON, o.SOMEBODY_ELSE)
    if asked:
        said = telling.gettext("You said it is the same person: the others are asked.")
    else:
        said = telling.gettext("Another pathway may be of the same person.")
    return Alike(
        said=said,
        other=told.other_id,
        acts=acts(telling, *offered, pathway_id=pathway_id, flag_id=told.id),
    )
