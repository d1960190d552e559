"""Who takes part, what each may see, and until when."""

from collections.abc import Iterator
from uuid import UUID

from application.network import Network
from application.pathways.explain_access import explained
from application.receipts.naming import Directory
from application.receipts.receipt import Held, Holder
from domain.access import Ground
from domain.data_classes import DataClass
from domain.pathway.pathway import Pathway
from domain.retention.ending import ends_on
from domain.retention.policy import RetentionPolicy

LASTING_FIRST = tuple(Ground)  # of several grounds for the same data, the one that is named


def holders(
    network: Network, directory: Directory, seen: Pathway, policy: RetentionPolicy
) -> Iterator[Holder]:
    """Each organisation of the circle as the maker of a receipt sees it, oldest first."""
    for organisation_id, part in seen.sharing.circle.items():
        yield Holder(
            organisation_id=organisation_id,
            name=directory.organisation(organisation_id),
            since=part.since,
            follows=part.follows,
            in_care_team=organisation_id in seen.team.organisations,
            held=tuple(held(network, directory, seen, organisation_id)),
            ends_on=ends_on(seen, organisation_id, part, policy),
            end_announced=organisation_id in seen.retention.announced,
        )


def held(
    network: Network, directory: Directory, seen: Pathway, organisation_id: UUID
) -> Iterator[Held]:
    """What somebody there may see; of what is seen by several, on the ground that lasts."""
    found: dict[DataClass, Held] = {}
    for member in directory.caseworkers(organisation_id):
        for one in explained(network.sight(seen, member)).classes:
            if one.ground is not None:
                there = Held(one.data_class, one.ground, one.until)
                found[one.data_class] = _lasting(found.get(one.data_class), there)
    return (found[data_class] for data_class in DataClass if data_class in found)


def _lasting(known: Held | None, other: Held) -> Held:
    if known is None or _rank(other) < _rank(known):
        return other
    return known


def _rank(held: Held) -> tuple[int, bool, float]:
    ends = held.until.timestamp() if held.until else 0.0
    return LASTING_FIRST.index(held.ground), held.until is not None, -ends
