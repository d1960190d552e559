"""A shelter of a partner, people it may shelter, a clock that moves, and a history that is cut."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from application.commands import Command
from application.facilities.declare_capacity import DeclareCapacity, declare_capacity
from application.facilities.register_facility import RegisterFacility, register_facility
from application.network import Network
from application.ports import Context, Recorded
from application.stays.accept_place import AcceptPlace, accept_place
from application.stays.decline_place import DeclinePlace, decline_place
from application.stays.end_stay import EndStay, end_stay
from application.stays.extend_stay import ExtendStay, extend_stay
from application.stays.offer_place import OfferPlace, offer_place
from application.stays.request_place import RequestPlace, request_place
from application.stays.settle_stay import settle_told
from application.stays.start_stay import StartStay, start_stay
from application.stays.withdraw_stay import WithdrawStay, withdraw_stay
from domain.facility.facility import Facility
from domain.facility.places import Places
from domain.facility.taken import Taken
from domain.facility.words import Days, FacilityKind, PlaceKind
from domain.kernel import DomainEvent
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind
from domain.pathway.stays.stay import Stay
from domain.pathway.stays.words import DeclinedBy, Destination, PlaceAsk, PlaceDeclineReason
from seeds.rules.shipped import shipped_place_rules, shipped_rules
from tests.application.network import NOON, Town
from tests.fakes.event_log import EventLogInMemory

RULES = shipped_place_rules()
KIND = PlaceKind.FAMILY_UNIT
TODAY = NOON.date()


class Killed(BaseException):
    """Whoever ran the command is no more; nothing of theirs goes on."""


@dataclass
class Hands:
    """A clock that moves, and a process that dies before or after its next appends."""

    now: datetime = NOON
    left: int | None = None  # appends before it dies; None: it lives
    having_appended: bool = False  # it dies after that append, and not before

    def append(self, log: "CutLog", events: Sequence[DomainEvent], context: Context) -> Recorded:
        dies = self.left == 0
        self.left = None if self.left is None else self.left - 1
        if dies and not self.having_appended:
            raise Killed
        recorded = EventLogInMemory.append(log, events, context)
        if dies:
            raise Killed
        return recorded


class CutLog(EventLogInMemory):
    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        return self.hands.append(self, events, context)


def _town(hands: Hands) -> Town:
    return Town(Network(log=CutLog(hands), clock=lambda: hands.now, rules=shipped_rules()))


@dataclass
class House:
    """One place of one kind, from the day before."""

    hands: Hands = field(default_factory=Hands)

    def __post_init__(self) -> None:
        self.town = _town(self.hands)
        self.network = self.town.network
        shelter = self.town.partner("Les Glycines", OrganisationKind.SHELTER)
        self.mediator = self.town.enrolled(FOUNDER, Profession.MEDIATOR)
        self.host = self.town.enrolled(shelter, Profession.SOCIAL_WORKER)
        asked = RegisterFacility(
            organisation_id=shelter, kind=FacilityKind.SOCIAL_SHELTER, name="Les Glycines"
        )
        register_facility(self.network, asked, self.town.administrator)
        self.facility_id = asked.facility_id
        self.declare(1)
        self.shelter = shelter

    def declare(self, places: int, starts: date = TODAY - timedelta(days=60)) -> None:
        asked = DeclareCapacity(
            facility_id=self.facility_id, kind=KIND, places=places, starts=starts
        )
        declare_capacity(self.network, asked, self.host)

    def person(self) -> UUID:
        """Somebody who agrees that the shelter knows where they stay."""
        pathway_id = self.town.opened_by(self.mediator)
        self.town.consented(pathway_id, self.shelter, by=self.mediator)
        return pathway_id

    def asks(self, pathway_id: UUID, starts: int = 0, until: int = 7) -> RequestPlace:
        days = Days(starts=TODAY + timedelta(days=starts), until=TODAY + timedelta(days=until))
        ask = PlaceAsk(facility_id=self.facility_id, kind=KIND, days=days)
        return RequestPlace(pathway_id=pathway_id, ask=ask)

    def run(self, command: Command) -> None:
        """Have whoever says it say it."""
        act, by = ACTS[type(command)]
        member: Member = getattr(self, by)
        act(self.network, command, member)

    def follow(self) -> None:
        """Settle all that the history tells, as the workers do; twice changes nothing."""
        for event in list(self.network.log.after(0, limit=10_000)):
            settle_told(self.network, event)

    def stays(self, pathway_id: UUID) -> list[Stay]:
        return list(self.town.pathway(pathway_id).stays.by_id.values())

    @property
    def places(self) -> Places:
        return self.network.log.load(Facility, self.facility_id).places

    def taken(self) -> list[Taken]:
        """What takes a place at this moment."""
        return [one for one in self.places.by_stay.values() if one.stands(self.hands.now)]


ACTS: dict[type[Command], tuple[Any, str]] = {
    RequestPlace: (partial(request_place, rules=RULES), "mediator"),
    OfferPlace: (partial(offer_place, rules=RULES), "host"),
    AcceptPlace: (partial(accept_place, rules=RULES), "mediator"),
    DeclinePlace: (decline_place, "mediator"),
    StartStay: (partial(start_stay, rules=RULES), "host"),
    ExtendStay: (partial(extend_stay, rules=RULES), "host"),
    EndStay: (end_stay, "host"),
    WithdrawStay: (withdraw_stay, "mediator"),
}


def life_of(asked: RequestPlace) -> list[Command]:
    """What is said of a stay, from the request to the day they leave."""
    on: dict[str, Any] = {"pathway_id": asked.pathway_id, "stay_id": asked.stay_id}
    return [
        asked,
        OfferPlace(**on),
        AcceptPlace(**on),
        StartStay(**on, on=TODAY),
        ExtendStay(**on, until=TODAY + timedelta(days=14)),
        EndStay(**on, on=TODAY, destination=Destination.OWN_HOUSING),
    ]


def refusal_of(asked: RequestPlace) -> DeclinePlace:
    return DeclinePlace(
        pathway_id=asked.pathway_id,
        stay_id=asked.stay_id,
        declined_by=DeclinedBy.PERSON,
        reason=PlaceDeclineReason.TOO_FAR,
    )


def withdrawal_of(asked: RequestPlace) -> WithdrawStay:
    return WithdrawStay(pathway_id=asked.pathway_id, stay_id=asked.stay_id)
