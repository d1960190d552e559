"""Who would see an entry, once it is recorded: said before it is, to whoever records it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.network import Network
from application.receipts.holders import held
from application.receipts.naming import Directory
from domain.access import Ground
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway


@dataclass(frozen=True, slots=True)
class Reader:
    """An organisation, whose members will see it as far as their professions meet its class."""

    organisation_id: UUID
    name: str
    ground: Ground
    until: datetime | None = None  # when the ground ends by itself


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What is recorded with one class, and who sees it; its author does in any case."""

    data_class: DataClass
    readers: tuple[Reader, ...]
    is_private: bool = False  # to one organisation, whatever the grounds of others


def foresee_readers(
    network: Network, pathway: Pathway, facts: Iterable[Fact]
) -> tuple[Foreseen, ...]:
    """Who would see these facts; `pathway`: as their author sees it, and no more of its circle."""
    kinds = {(fact.data_class, fact.private_to) for fact in facts}
    ordered = sorted(kinds, key=lambda kind: (kind[0].rank, kind[1] is not None))
    return tuple(
        Foreseen(
            data_class,
            tuple(
                reader
                for reader in readers_of(network, pathway, data_class)
                if private_to in {None, reader.organisation_id}
            ),
            is_private=private_to is not None,
        )
        for data_class, private_to in ordered
    )


def readers_of(network: Network, pathway: Pathway, data_class: DataClass) -> Iterator[Reader]:
    """The organisations of the circle where somebody would see data of a class, oldest first."""
    directory = Directory(network.log)
    for organisation_id in pathway.sharing.circle:
        for one in held(network, directory, pathway, organisation_id):
            if one.data_class is data_class:
                name = directory.organisation(organisation_id)
                yield Reader(organisation_id, name, one.ground, one.until)
