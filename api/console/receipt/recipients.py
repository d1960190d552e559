"""Who may receive something of the person: without being asked, or with their consent."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from api.console.receipt.answers import Answered
from api.console.visit import Visit
from api.http.directory import organisations
from api.http.paging import Paging
from application.receipts.naming import Directory
from application.views.pages import MOST
from domain.data_classes import DataClass
from domain.pathway.pathway import Pathway


class Named(NamedTuple):
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """Of one pathway, as the visitor sees it."""

    visit: Visit
    answered: Answered
    added: UUID | None = None  # one that is not there yet, of which the person is asked

    @property
    def pathway(self) -> Pathway:
        return self.answered.seen.pathway

    @property
    def directory(self) -> Directory:
        return Directory(self.visit.house.network.log)

    def in_team(self) -> list[Named]:
        """The care team: the law lets it share without asking."""
        return self._named(self.pathway.team.organisations)

    def asked_about(self) -> list[Named]:
        """Those to whom nothing goes without a consent, and to whom nobody objects."""
        sharing = self.pathway.sharing
        known = {*sharing.circle, *sharing.invited, *self.answered.answered()}
        if self.added is not None and self.directory.organisation(self.added):
            known.add(self.added)
        return self._named(known - self.pathway.team.organisations - self.kept_out())

    def kept_out(self) -> frozenset[UUID]:
        return frozenset(self.pathway.objections.organisations)

    def others(self) -> list[Named]:
        """The rest of the network."""
        listed = organisations(Paging(self.visit.by, self.visit.house, MOST, None, None))
        here = {one.id for one in (*self.in_team(), *self.asked_about())} | self.kept_out()
        named = (Named(one.organisation_id, one.name) for one in listed.entries)
        return [one for one in named if one.id not in here]

    def class_of_part(self, organisation_id: UUID) -> DataClass | None:
        """How sensitive it is that an organisation takes part: what names it is no less so."""
        sharing = self.pathway.sharing
        part = sharing.circle.get(organisation_id) or sharing.invited.get(organisation_id)
        return part.data_class if part else None

    def _named(self, ids: "frozenset[UUID] | set[UUID]") -> list[Named]:
        names = (Named(one, self.directory.organisation(one)) for one in ids)
        return sorted((one for one in names if one.name), key=lambda one: one.name)


def names_of(recipients: Recipients) -> Iterator[tuple[UUID, str, tuple[DataClass, ...]]]:
    """Each yes that is kept or taken back whole: its id, whom it names, and what."""
    naming = recipients.directory.naming(recipients.pathway.sharing.circle)
    for given in recipients.answered.together():
        scope = given.consent.scope
        whom = (*scope.recipients.organisations, *scope.recipients.members)
        yield given.id, ", ".join(naming(one) for one in whom), scope.classes


def objections_of(recipients: Recipients) -> Iterator[tuple[UUID, str]]:
    """Each objection that stands: its id, and whom it keeps out."""
    naming = recipients.directory.naming(recipients.pathway.sharing.circle)
    for one in recipients.pathway.objections.by_id.values():
        kept_out = one.organisation_id or one.member_id
        yield one.id, naming(kept_out) if kept_out else ""
