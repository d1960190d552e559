"""Whether somebody may still know what an item tells: decided from the history, at each look."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from application.inbox.ports import InboxItem, InboxKind
from application.network import Network
from application.refusals import EventUnreadable
from application.views.emergencies import UNSETTLED
from application.views.folded import Folded
from application.views.people import PersonRow, person_of
from domain.access import Sight
from domain.data_classes import DataClass
from domain.erasure import Erased
from domain.kernel import DomainEvent
from domain.members import Member, Role
from domain.pathway.pathway import Pathway
from domain.pathway.reminder_answers import Answer
from domain.pathway.wrong_file import without_wrong_entries
from domain.reminders.confirming import is_to_be_confirmed
from domain.reminders.triggers import Trigger
from domain.rights.rules import RulePack

TOLD_OF_EMERGENCIES = frozenset({Role.CASEWORKER, Role.COORDINATOR})


@dataclass(frozen=True)
class Known:
    """A pathway as one member may know of it now."""

    sight: Sight
    by_version: Mapping[int, DomainEvent]  # without what was of somebody else

    @classmethod
    def of(cls, sight: Sight, events: Iterable[DomainEvent]) -> Self:
        there = without_wrong_entries(events)
        return cls(sight, {event.originator_version: event for event in there})

    def has_ground(self, *, data_class: DataClass, occurrence: int) -> bool:
        """Whether they may know of something of this class that a fact told.

        Not when the fact was taken out of the file, or erased.
        """
        event = self.by_version.get(occurrence)
        if event is None or isinstance(event.fact, Erased) or self.sight.of(event) is None:
            return False
        return self.sight.of_class(data_class) or event.fact.data_class is data_class

    def includes(self, item: InboxItem) -> bool:
        if item.kind is InboxKind.EMERGENCY_ACCESS:
            return self._is_told_of_emergencies()
        return self.has_ground(data_class=item.data_class, occurrence=item.occurrence)

    @property
    def person(self) -> PersonRow | None:
        """Their names, where the member may see these."""
        may_see = self.sight.of_class(DataClass.IDENTITY)
        return person_of(Folded(self._seen)) if may_see else None

    def settles(self, item: InboxItem) -> bool:
        """Whether it was done: the person heard from, the access judged, the appointment moved."""
        if item.kind is InboxKind.EMERGENCY_ACCESS:
            emergency = self.sight.pathway.emergencies.by_id.get(item.cause_id)
            return emergency is not None and emergency.verdict not in UNSETTLED
        if item.kind is InboxKind.CALL:
            heard = self._seen.encounters.last()
            return heard is not None and heard >= item.at
        if item.kind is InboxKind.ASKS_TO_MOVE:
            appointment = self._seen.appointments.by_id.get(item.cause_id)
            if appointment is None or not appointment.is_awaited:
                return True
            return appointment.answer is not Answer.ASKS_TO_MOVE
        return False

    def is_to_be_confirmed(self, item: InboxItem, rights: RulePack) -> bool:
        """Whether its moment follows from a rule of law that nobody confirmed yet."""
        if item.kind is not InboxKind.REMINDER:
            return False
        return is_to_be_confirmed(
            self._seen, trigger=Trigger(item.cause), cause_id=item.cause_id, rights=rights
        )

    @cached_property
    def _seen(self) -> Pathway:
        seen = self.sight.visible(self.by_version.values())
        return Pathway(self.sight.pathway.id).after(seen)

    def _is_told_of_emergencies(self) -> bool:
        """As the queue of those accesses is: who follows, and says whether it was justified."""
        viewer = self.sight.viewer
        return (
            not TOLD_OF_EMERGENCIES.isdisjoint(viewer.roles)
            and viewer.organisation_id in self.sight.pathway.team.organisations
            and not self.sight.is_objected_to()
        )


def known_of(network: Network, item: InboxItem, viewer: Member) -> Known | None:
    """What a member may know of the pathway of an item; None where it cannot be read."""
    try:
        pathway, events = network.log.whole(Pathway, item.pathway_id)
    except EventUnreadable:
        return None
    return Known.of(network.sight(pathway, viewer), events)
