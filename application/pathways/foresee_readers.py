"""Who would see an entry, once it is recorded: said before it is, to whoever records it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.network import Network
from application.receipts.holders import held
from application.receipts.naming import Directory
from domain.access import Ground
from domain.data_classes import DataClass
from domain.pathway.pathway import Pathway


@dataclass(frozen=True, slots=True)
class Reader:
    """An organisation, whose members will see it as far as their professions meet its class."""

    organisation_id: UUID
    name: str
    ground: Ground
    until: datetime | None = None  # when the ground ends by itself


def foresee_readers(network: Network, pathway: Pathway) -> dict[DataClass, tuple[Reader, ...]]:
    """Who would see an entry of each class, oldest of the circle first; its author does anyway.

    `pathway`: as the author sees it. Whoever takes part without their knowing is not named.
    """
    found: dict[DataClass, list[Reader]] = {data_class: [] for data_class in DataClass}
    for data_class, reader in _readers(network, pathway):
        found[data_class].append(reader)
    return {data_class: tuple(readers) for data_class, readers in found.items()}


def _readers(network: Network, pathway: Pathway) -> Iterator[tuple[DataClass, Reader]]:
    directory = Directory(network.log)
    for organisation_id in pathway.sharing.circle:
        name = directory.organisation(organisation_id)
        for one in held(network, directory, pathway, organisation_id):
            yield one.data_class, Reader(organisation_id, name, one.ground, one.until)
