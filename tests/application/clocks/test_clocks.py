from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import NoReturn
from uuid import UUID, uuid4

import pytest

from application.clocks.clocks import Clocks
from application.clocks.run_clocks import LEASE, Acted, run_clocks
from application.clocks.watch_pathways import GRACE, watch_pathways
from application.network import Network
from application.referrals.accept_referral import AcceptReferral, accept_referral
from application.referrals.request_referral import RequestReferral, request_referral
from application.refusals import EventUnreadable, StoreUnavailable
from application.rights.apply_for_right import ApplyForRight, apply_for_right
from application.rights.declare_right_open import DeclareRightOpen, declare_right_open
from application.rights.file_application import FileApplication, file_application
from application.rights.renew_right import RenewRight, renew_right
from domain.clocks.due import Clock
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.members import Profession
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.words import Ask, Service
from domain.rights.schemes import Scheme
from seeds.rules.shipped import shipped_referral_terms
from tests.application.network import NOON, Town
from tests.fakes.event_log import EventLogInMemory
from tests.fakes.watches import WatchesInMemory

DAY = timedelta(days=1)


@dataclass
class Years:
    """A town whose clock the tests move; the store's own clock stays that of today."""

    town: Town
    watches: WatchesInMemory = field(default_factory=WatchesInMemory)
    now: datetime = NOON

    def __post_init__(self) -> None:
        self.network = replace(self.town.network, clock=lambda: self.now)
        self.mediator = self.town.enrolled(FOUNDER, Profession.DOCTOR)
        self.pathway_id = self.town.opened_by(self.mediator)
        self.ccas = self.town.partner("CCAS de Montfaucon", OrganisationKind.SOCIAL_SERVICE)

    @property
    def clocks(self) -> Clocks:
        return Clocks(self.network, self.watches, shipped_referral_terms())

    def after(self, wait: timedelta) -> list[Acted]:
        """What the clocks do that much later."""
        self.watch(wait)
        return list(run_clocks(self.clocks))

    def watch(self, wait: timedelta = timedelta(0)) -> None:
        """Let them find what may come due, and whoever puts something right some time."""
        self.now += wait
        while watch_pathways(self.clocks):
            pass
        self.now += GRACE

    def right(self, ends_on: date) -> UUID:
        command = DeclareRightOpen(
            pathway_id=self.pathway_id,
            scheme=Scheme.C2S,
            starts_on=date(2025, 4, 1),
            ends_on=ends_on,
            at=NOON,
        )
        declare_right_open(self.network, command, self.mediator)
        return command.right_id

    def filed(self, scheme: Scheme) -> UUID:
        applied = ApplyForRight(pathway_id=self.pathway_id, scheme=scheme, documents=(), at=NOON)
        apply_for_right(self.network, applied, self.mediator)
        file_application(
            self.network,
            FileApplication(
                pathway_id=self.pathway_id,
                right_id=applied.right_id,
                on=NOON.date(),
                at=NOON,
            ),
            self.mediator,
        )
        return applied.right_id

    def referred(self) -> UUID:
        self.town.consented(self.pathway_id, self.ccas, by=self.mediator)
        ask = Ask(service=Service.DOMICILIATION, target_id=self.ccas)
        command = RequestReferral(pathway_id=self.pathway_id, ask=ask, at=NOON)
        request_referral(self.network, command, self.mediator)
        return command.referral_id

    def topics(self) -> list[str]:
        return [event.fact.topic for event in self.network.log.stream(self.pathway_id)]

    def last(self) -> DomainEvent:
        return self.network.log.stream(self.pathway_id)[-1]

    def acted(self, clock: Clock) -> list[Acted]:
        return [Acted(self.pathway_id, clock)]


@pytest.fixture
def years(town: Town) -> Years:
    return Years(town)


def test_a_right_ends_by_itself_once_and_in_nobodys_name(years: Years) -> None:
    right_id = years.right(NOON.date() + 30 * DAY)
    assert years.after(30 * DAY) == []
    assert years.after(DAY) == years.acted(Clock.RIGHT_TERM)
    assert years.after(DAY) == []
    assert years.topics().count("right-expired") == 1
    expired = next(
        event
        for event in years.network.log.stream(years.pathway_id)
        if event.fact.topic == "right-expired"
    )
    assert (expired.actor_id, expired.organisation_id) == (None, None)
    assert years.town.pathway(years.pathway_id).rights.right(right_id).ending is not None


def test_a_right_renewed_meanwhile_is_left_alone(years: Years) -> None:
    right_id = years.right(NOON.date() + 30 * DAY)
    assert years.after(DAY) == []
    renewed = RenewRight(
        pathway_id=years.pathway_id,
        right_id=right_id,
        starts_on=NOON.date() + 31 * DAY,
        ends_on=NOON.date() + 90 * DAY,
    )
    renew_right(years.network, renewed, years.mediator)
    assert years.after(40 * DAY) == []
    assert years.after(60 * DAY) == years.acted(Clock.RIGHT_TERM)


def test_what_came_due_while_nothing_ran_is_done_late(years: Years) -> None:
    years.right(NOON.date() - 300 * DAY)
    assert years.after(400 * DAY) == years.acted(Clock.RIGHT_TERM)


def test_a_silence_is_noted_only_where_its_meaning_is_confirmed(years: Years) -> None:
    years.filed(Scheme.AME)  # read in an old source only
    assert years.after(400 * DAY) == []
    years.filed(Scheme.AAH)  # four months, then a refusal
    assert years.after(DAY) == years.acted(Clock.SILENCE)
    assert years.topics().count("implied-decision-reached") == 1


def test_a_referral_is_chased_once_then_expires(years: Years) -> None:
    years.referred()
    # It was recorded today, by the store's clock, whatever day it is said to have been asked on.
    years.now = years.last().recorded_at or years.now
    assert years.after(9 * DAY) == []
    assert years.after(DAY) == years.acted(Clock.REFERRAL_CHASE)
    assert years.after(19 * DAY) == []
    assert years.after(DAY) == years.acted(Clock.REFERRAL_EXPIRY)
    assert years.after(60 * DAY) == []


def test_a_referral_answered_meanwhile_is_left_alone(years: Years) -> None:
    referral_id = years.referred()
    target = years.town.enrolled(years.ccas, Profession.SOCIAL_WORKER)
    accepted = AcceptReferral(pathway_id=years.pathway_id, referral_id=referral_id)
    accept_referral(years.network, accepted, target)
    assert years.after(1_000 * DAY) == []


def test_a_consent_ends_at_its_term(years: Years) -> None:
    until = NOON + 5 * DAY
    years.town.consented(
        years.pathway_id, years.ccas, DataClass.SOCIAL, by=years.mediator, until=until
    )
    assert years.after(4 * DAY) == []
    assert years.after(DAY) == years.acted(Clock.CONSENT_TERM)
    assert years.last().fact.occurred_at == until


def test_whoever_is_killed_leaves_it_to_the_next_one(years: Years) -> None:
    years.right(NOON.date() - DAY)
    years.watch()
    killed = run_clocks(years.clocks)
    assert next(killed) == Acted(years.pathway_id, Clock.RIGHT_TERM)
    killed.close()
    assert list(run_clocks(years.clocks)) == []  # leased
    years.now += LEASE
    assert list(run_clocks(years.clocks)) == []
    assert years.topics().count("right-expired") == 1


def test_two_at_once_record_it_once(years: Years, monkeypatch: pytest.MonkeyPatch) -> None:
    years.right(NOON.date() - DAY)
    years.watch()
    other = WatchesInMemory(years.watches.position, dict(years.watches.look_at))
    both = replace(years.clocks, watches=other)
    first, second = run_clocks(years.clocks), run_clocks(both)
    loaded = years.town.pathway(years.pathway_id)
    assert next(first).refused is None
    load = EventLogInMemory.load
    stale = iter([loaded])

    def slow(self: EventLogInMemory, kind: type[Pathway], stream_id: UUID) -> Pathway:
        return next(stale, None) or load(self, kind, stream_id)

    monkeypatch.setattr(EventLogInMemory, "load", slow)
    assert next(second).refused == "right-ended"
    assert years.topics().count("right-expired") == 1


def test_a_history_restored_from_before_is_followed_again(years: Years) -> None:
    years.right(NOON.date() - DAY)
    restored = years.network.log.head()
    assert len(years.after(timedelta(0))) == 1
    years.watch()
    assert isinstance(years.network.log, EventLogInMemory)
    del years.network.log.events[restored:]
    years.network.log.answers.clear()
    assert years.after(timedelta(0)) == years.acted(Clock.RIGHT_TERM)
    assert years.watches.position < restored  # what was followed before is followed again
    assert years.after(timedelta(0)) == []
    assert years.topics().count("right-expired") == 1


class WithOneThatDoesNotOpen(EventLogInMemory):
    """Reading past this position, or this stream, fails."""

    unreadable = 3

    def after(self, position: int, *, limit: int) -> list[DomainEvent]:
        if position < self.unreadable <= position + limit:
            raise EventUnreadable(stream_id=uuid4(), version=1, position=self.unreadable)
        return super().after(position, limit=limit)


def test_an_event_that_does_not_open_stops_nothing_else() -> None:
    log = WithOneThatDoesNotOpen()
    network = Town().network
    years = Years(Town(network=Network(log=log, clock=network.clock, rules=network.rules)))
    years.right(NOON.date() - DAY)
    assert years.after(timedelta(0)) == years.acted(Clock.RIGHT_TERM)


def test_a_pathway_that_cannot_be_read_is_told_and_left_for_later(
    years: Years, monkeypatch: pytest.MonkeyPatch
) -> None:
    years.right(NOON.date() - DAY)

    def damaged(*_: object) -> NoReturn:
        raise EventUnreadable(stream_id=years.pathway_id, version=1, position=1)

    with monkeypatch.context() as context:
        context.setattr(EventLogInMemory, "load", damaged)
        assert years.after(timedelta(0)) == [Acted(years.pathway_id, None, "event-unreadable")]
    assert years.after(timedelta(0)) == []
    assert years.after(7 * DAY) == years.acted(Clock.RIGHT_TERM)


def test_a_store_that_is_away_ends_the_run_and_nothing_is_lost(
    years: Years, monkeypatch: pytest.MonkeyPatch
) -> None:
    years.right(NOON.date() - DAY)

    def away(*_: object) -> NoReturn:
        raise StoreUnavailable

    with monkeypatch.context() as context:
        context.setattr(EventLogInMemory, "append", away)
        with pytest.raises(StoreUnavailable):
            years.after(timedelta(0))
    assert years.after(LEASE) == years.acted(Clock.RIGHT_TERM)
