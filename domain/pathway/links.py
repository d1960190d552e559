"""Links: two pathways of one person, read together while each keeps its facts and its grounds."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact, Items, Part, having, none_yet
from domain.refusals import Conflict, NotFound


class PathwaysLinked(Fact, topic="pathways-linked", lowest=DataClass.SOCIAL):
    """Said on both; its class is that of what is discreet in either taking part."""

    link_id: UUID
    linked_id: UUID  # a pathway; never shown by itself


class PathwaysUnlinked(Fact, topic="pathways-unlinked", lowest=DataClass.SOCIAL):
    """They were not of one person: each is read alone again."""

    link_id: UUID
    linked_id: UUID  # a pathway; never shown by itself


class EntryAssigned(Fact, topic="entry-assigned", lowest=DataClass.IDENTITY):
    """Whose an entry is that was recorded under a link, as somebody says it."""

    link_id: UUID
    entry_id: UUID
    is_here: bool  # of the person of this pathway; else of the other


class PathwayLinkedToItself(Conflict):
    code = "pathway-linked-to-itself"
    title = "Name another pathway: one is never linked with itself."


class PathwaysAlreadyLinked(Conflict):
    code = "pathways-already-linked"
    title = "These two pathways are linked already."


class LinkUnknown(NotFound):
    code = "link-unknown"
    title = "There is no such link, or it was ended."


class EntryNotOfLink(NotFound):
    code = "entry-not-of-link"
    title = "You see nothing of this id that was first recorded while the pathways were linked."


class EntryAlreadyAssigned(Conflict):
    code = "entry-already-assigned"
    title = "This was said already of this entry."


class Link(NamedTuple):
    id: UUID
    linked_id: UUID  # a pathway
    data_class: DataClass
    since: datetime
    version: int  # of the fact that made it: what comes later was recorded since
    ended_at: datetime | None = None
    ended_version: int = 0  # of the fact that ended it

    def stood_at(self, event: DomainEvent) -> bool:
        """Whether an event of this pathway was recorded under it."""
        version = event.originator_version
        return self.version < version and (self.ended_at is None or version < self.ended_version)


@dataclass(frozen=True, slots=True)
class Links(Part):
    """The pathways that are read with this one, and those that were."""

    facts: ClassVar = (PathwaysLinked, PathwaysUnlinked, EntryAssigned)

    by_id: Items[UUID, Link] = field(default_factory=none_yet)
    here: Items[UUID, bool] = field(default_factory=none_yet)  # whose entries are, as it was said

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
        link = self.one(link_id)
        if link.ended_at is not None:
            raise LinkUnknown
        return PathwaysUnlinked(
            occurred_at=at,
            data_class=link.data_class,
            link_id=link_id,
            linked_id=link.linked_id,
        )

    def one(self, link_id: UUID) -> Link:
        """A link, perhaps ended.

        Raises:
            LinkUnknown: there never was one.
        """
        if link_id not in self.by_id:
            raise LinkUnknown
        return self.by_id[link_id]

    def assign(
        self, *, link_id: UUID, entry_id: UUID, is_here: bool, data_class: DataClass, at: datetime
    ) -> EntryAssigned:
        """Say whose an entry is that was recorded under a link.

        Raises:
            EntryAlreadyAssigned: it was said so.
        """
        if self.here.get(entry_id) is is_here:
            raise EntryAlreadyAssigned
        return EntryAssigned(
            occurred_at=at,
            data_class=data_class,
            link_id=link_id,
            entry_id=entry_id,
            is_here=is_here,
        )

    def evolve(self, fact: Fact, version: int) -> Self:
        match fact:
            case PathwaysLinked():
                link = Link(
                    fact.link_id, fact.linked_id, fact.data_class, fact.occurred_at, version
                )
                return replace(self, by_id=having(self.by_id, link.id, link))
            case PathwaysUnlinked() if made := self.by_id.get(fact.link_id):
                ended = made._replace(ended_at=fact.occurred_at, ended_version=version)
                return replace(self, by_id=having(self.by_id, made.id, ended))
            case EntryAssigned():
                return replace(self, here=having(self.here, fact.entry_id, fact.is_here))
        return self
