"""Links: two pathways of one person, read together while each keeps its facts and its grounds."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet
from domain.refusals import Conflict, NotFound


class PathwaysLinked(Fact, topic="pathways-linked", lowest=DataClass.SOCIAL):
    """Said on both; its class is that of what is discreet in either taking part."""

    link_id: UUID
    linked_id: UUID  # a pathway; never shown by itself


class PathwaysUnlinked(Fact, topic="pathways-unlinked", lowest=DataClass.SOCIAL):
    """They were not of one person: each is read alone again."""

    link_id: UUID
    linked_id: UUID  # a pathway; never shown by itself


class PathwayLinkedToItself(Conflict):
    code = "pathway-linked-to-itself"
    title = "Name another pathway: one is never linked with itself."


class PathwaysAlreadyLinked(Conflict):
    code = "pathways-already-linked"
    title = "These two pathways are linked already."


class LinkUnknown(NotFound):
    code = "link-unknown"
    title = "There is no such link, or it was ended."


class Link(NamedTuple):
    id: UUID
    linked_id: UUID  # a pathway
    data_class: DataClass
    since: datetime
    version: int  # of the fact that made it: what comes later was recorded since
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Links(Part):
    """The pathways that are read with this one, and those that were."""

    facts: ClassVar = (PathwaysLinked, PathwaysUnlinked)

    by_id: Items[UUID, Link] = field(default_factory=none_yet)

    @property
    def linked_ids(self) -> list[UUID]:
        """The pathways that are linked now."""
        return [link.linked_id for link in self.by_id.values() if link.ended_at is None]

    def link(
        self, *, link_id: UUID, linked_id: UUID, data_class: DataClass, at: datetime
    ) -> PathwaysLinked:
        """Read another pathway together with this one from now on.

        Raises:
            PathwaysAlreadyLinked: they are.
        """
        if linked_id in self.linked_ids:
            raise PathwaysAlreadyLinked
        return PathwaysLinked(
            occurred_at=at,
            data_class=DataClass.SOCIAL.raised_to(data_class),
            link_id=link_id,
            linked_id=linked_id,
        )

    def unlink(self, *, link_id: UUID, at: datetime) -> PathwaysUnlinked:
        """Give both back as they are, each with what was recorded in it.

        Raises:
            LinkUnknown: there is none, or it was ended.
        """
        link = self.by_id.get(link_id)
        if link is None or link.ended_at is not None:
            raise LinkUnknown
        return PathwaysUnlinked(
            occurred_at=at,
            data_class=link.data_class,
            link_id=link_id,
            linked_id=link.linked_id,
        )

    def evolve(self, fact: Fact, version: int) -> Self:
        match fact:
            case PathwaysLinked():
                link = Link(
                    fact.link_id, fact.linked_id, fact.data_class, fact.occurred_at, version
                )
                return type(self)(having(self.by_id, link.id, link))
            case PathwaysUnlinked() if made := self.by_id.get(fact.link_id):
                ended = made._replace(ended_at=fact.occurred_at)
                return type(self)(having(self.by_id, made.id, ended))
        return self
