"""Which pathways are linked with one, directly or through others."""

from collections.abc import Callable, Iterable
from uuid import UUID

from application.network import Network
from domain.members import Member
from domain.pathway.pathway import Pathway


def linked_with(network: Network, pathway_id: UUID) -> list[UUID]:
    """All of them, whoever may see them."""
    return _reached(pathway_id, lambda one: network.log.load(Pathway, one).links.linked_ids)


def linked_for(network: Network, pathway_id: UUID, viewer: Member) -> list[UUID]:
    """Those that a viewer may see, by links that they may see."""

    def seen(one: UUID) -> Iterable[UUID]:
        pathway = network.log.load(Pathway, one)
        if not pathway.links.linked_ids:
            return ()
        sight = network.sight(pathway, viewer)
        return [
            link.linked_id
            for link in pathway.links.by_id.values()
            if link.ended_at is None
            and sight.of_class(link.data_class)
            and network.sight(network.log.load(Pathway, link.linked_id), viewer).of_anything()
        ]

    return _reached(pathway_id, seen)


def _reached(start: UUID, linked: Callable[[UUID], Iterable[UUID]]) -> list[UUID]:
    reached = [start]
    for one in reached:  # grows while it is read
        reached += [other for other in dict.fromkeys(linked(one)) if other not in reached]
    return reached[1:]
