"""How an auditor comes to a pathway: a mandate, then its history as it was recorded then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.audits.hats import caseworkers_in, hat_in, organisation_at
from application.audits.refusals import NoMandate
from application.network import Network
from application.traces.trace import Look, Purpose, Trace
from domain.access import Ground, Sight
from domain.auditing import AuditSight
from domain.data_classes import DataClass
from domain.erasure import Erased
from domain.kernel import DomainEvent
from domain.mandates.mandates import Mandate
from domain.mandates.register import REGISTER, Register
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import without_wrong_entries


@dataclass(frozen=True, slots=True)
class AuditAsked:
    """A pathway as of an instant: whole, as an organisation could see it, or one of its members."""

    pathway_id: UUID
    as_of: datetime | None = None  # by recorded time; None for now
    organisation_id: UUID | None = None
    member_id: UUID | None = None  # of that organisation


@dataclass(frozen=True, slots=True)
class Opened:
    """A pathway as it was then, under a mandate."""

    asked: AuditAsked
    mandate: Mandate
    sight: AuditSight  # what the auditor may read of it
    at: datetime
    history: Sequence[DomainEvent]  # recorded until then
    pathway: Pathway  # as it was then
    organisation: Organisation | None  # as it was then

    def told(self) -> list[DomainEvent]:
        """What was recorded and is still there."""
        return [event for event in self.history if not isinstance(event.fact, Erased)]

    def hat(self) -> Member | None:
        """The hat that the member asked about wore then, if any."""
        if self.organisation is None or self.asked.member_id is None:
            return None
        return hat_in(self.organisation, self.asked.member_id)

    def viewers(self) -> Iterable[Member]:
        """As whom it is looked at: those who could, in that organisation."""
        if self.organisation is None:
            return ()
        if self.asked.member_id is None:
            return caseworkers_in(self.organisation)
        hat = self.hat()
        return () if hat is None else (hat,)

    def seen_by(self, network: Network, viewer: Member) -> Sight:
        """What somebody could see then: access as of then."""
        return Sight(self.pathway, viewer, network.classes_met, self.at)

    def in_care_team(self) -> bool:
        """Whether the organisation asked about was in the care team then."""
        return self.asked.organisation_id in self.pathway.team.organisations

    def is_reached_whole(self) -> bool:
        return self.mandate.scope.covers_whole(self.asked.pathway_id)

    def concerned(self) -> bool:
        """Whether the organisation asked about had to do with the person then."""
        organisation_id = self.asked.organisation_id
        return organisation_id in self.pathway.sharing.circle or any(
            event.organisation_id == organisation_id for event in self.history
        )

    def organisations(self) -> frozenset[UUID]:
        """Those as which it may be looked at: they had to do with the person by then."""
        acted = {event.organisation_id for event in self.told() if event.organisation_id}
        concerned = frozenset(acted | {*self.pathway.sharing.circle})
        return concerned if self.is_reached_whole() else concerned & {*self.mandate.scope.ids}

    def trace(self, look: Look, classes: Iterable[DataClass]) -> Trace:
        return Trace(
            at=self.sight.at,
            member_id=self.sight.auditor.id,
            organisation_id=self.sight.auditor.organisation_id,
            pathway_id=self.asked.pathway_id,
            look=look,
            purpose=Purpose.AUDIT,
            as_of=self.at,
            grounds=frozenset({Ground.AUDIT_MANDATE}),
            classes=frozenset(classes),
            mandate_id=self.mandate.id,
            seen_as=self.asked.organisation_id,
        )


def open_under_mandate(network: Network, asked: AuditAsked, by: Member) -> Opened:
    """A pathway as it was recorded at an instant; of who was erased since, nothing.

    Raises:
        NoMandate: none runs that reaches it, or the person objects to this auditor.
        PathwayNotOpened: there was no such pathway then, or it was erased since.
    """
    now = network.clock()
    register = network.log.load(Register, REGISTER)
    events = network.log.stream(asked.pathway_id)
    present = Pathway(asked.pathway_id).after(events)
    sight = AuditSight(
        present, by, register.mandates, now, asked.organisation_id, network.classes_met
    )
    mandate = sight.mandate()
    if mandate is None:
        raise NoMandate
    present.must_be_open()
    at = min(asked.as_of or now, now)
    history = [event for event in events if event.recorded_at and event.recorded_at <= at]
    opened = Opened(
        asked=asked,
        mandate=mandate,
        sight=sight,
        at=at,
        history=_without_wrong_entries(events, history),
        pathway=Pathway(asked.pathway_id).after(history),
        organisation=_organisation(network, asked.organisation_id, at),
    )
    if not history or not (opened.is_reached_whole() or opened.concerned()):
        raise PathwayNotOpened
    return opened


def _without_wrong_entries(
    events: Sequence[DomainEvent], history: Sequence[DomainEvent]
) -> Sequence[DomainEvent]:
    """What was found since to be in the wrong file is somebody else's, at any instant."""
    right = {event.originator_version for event in without_wrong_entries(events)}
    return [event for event in history if event.originator_version in right]


def _organisation(
    network: Network, organisation_id: UUID | None, at: datetime
) -> Organisation | None:
    if organisation_id is None:
        return None
    return organisation_at(network.log, organisation_id, at)
