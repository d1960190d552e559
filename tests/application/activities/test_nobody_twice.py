"""Nobody is counted twice or lost, whatever is noted, sent again, named later or cut."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.activities.follow_contact import FollowContact, follow_contact
from application.activities.list_contacts import people_met
from application.activities.quick_contact import QuickContact
from application.activities.record_contacts import Contacted, RecordContacts, record_contacts
from application.activities.withdraw_contact import WithdrawContact, withdraw_contact
from application.network import Network
from application.ports import Context, Recorded
from application.refusals import StoreUnavailable
from domain.kernel import DomainEvent
from domain.pathway.pathway import Pathway
from domain.refusals import DomainError
from seeds.rules.shipped import shipped_rules
from tests.application.activities.scene import Outing
from tests.application.network import NOON, Town
from tests.fakes.event_log import EventLogInMemory

TEN = NOON - timedelta(hours=2)
KNOWN, PEOPLE = 3, 8  # persons 0, 1 and 2 have a pathway


@dataclass
class Day:
    """A session, and what should be told of it."""

    outing: Outing = field(default_factory=lambda: Outing(Town()))

    def __post_init__(self) -> None:
        self.session = self.outing.session()
        self.pathways = [self.outing.town.opened_by(self.outing.mediator) for _ in range(KNOWN)]
        self.contacts: dict[int, UUID] = {}  # of those met, by person
        self.followed: set[int] = set()
        self.withdrawn: set[int] = set()

    def meets(self, people: Sequence[int]) -> None:
        """Note these in one batch, known ones under new ids; what is sent is sent again."""
        contacts = [self.contact(person, time) for time, person in enumerate(people)]
        command = RecordContacts(activity_id=self.session, contacts=tuple(contacts), at=TEN)
        for _ in range(2):
            told = record_contacts(self.outing.town.network, command, self.outing.mediator)
            assert [one.refusal for one in told.outcomes] == [None] * len(contacts)
        for person, one in zip(people, told.outcomes, strict=True):
            if person not in self.withdrawn:
                self.contacts[person] = one.command.contact_id

    def contact(self, person: int, time: int) -> QuickContact:
        """Somebody known is noted twice under two ids; who is nameless has the id of their own."""
        if person < KNOWN:
            number = 100 * (len(self.contacts) + time + 1) + person
            return QuickContact(id=UUID(int=number), pathway_id=self.pathways[person])
        return QuickContact(id=UUID(int=person))

    def follows(self, person: int) -> None:
        if person in self.contacts and person >= KNOWN:
            command = FollowContact(
                activity_id=self.session, contact_id=self.contacts[person], called="Awa"
            )
            try:
                self.outing.does(follow_contact, command)
            except DomainError:
                assert person in self.followed
            self.followed.add(person)

    def withdraws(self, person: int) -> None:
        if person in self.contacts and person >= KNOWN and person not in self.followed:
            command = WithdrawContact(activity_id=self.session, contact_id=self.contacts[person])
            self.outing.does(withdraw_contact, command)
            del self.contacts[person]
            self.withdrawn.add(person)

    def must_add_up(self) -> None:
        network = self.outing.town.network
        met = people_met(network, self.outing.activity(self.session))
        known = {person for person in self.contacts if person < KNOWN}
        nameless = self.contacts.keys() - known - self.followed
        assert (met.people, met.known) == (len(self.contacts), len(known))
        assert (met.followed, met.nameless) == (len(self.followed), len(nameless))
        streams = {
            network.log.load(Pathway, one).opening for one in network.log.stream_ids(limit=99)
        }
        begun = [one for one in streams if one.origin and one.origin.activity_id == self.session]
        assert len(begun) == len(self.followed)


PERSONS = st.integers(0, PEOPLE - 1)
ACTS = st.one_of(
    st.tuples(st.just("meets"), st.lists(PERSONS, min_size=1, max_size=6, unique=True)),
    st.tuples(st.sampled_from(["follows", "withdraws"]), PERSONS),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(ACTS, max_size=12))
def test_nobody_is_counted_twice_whatever_is_noted(acts: list[tuple[str, object]]) -> None:
    day = Day()
    for act, said in acts:
        getattr(day, act)(said)
        day.must_add_up()


class Cut(EventLogInMemory):
    """Breaks down once it has recorded so much."""

    left = 10_000

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        if not self.left:
            raise StoreUnavailable
        self.left -= 1
        return super().append(events, context)


@pytest.mark.parametrize("recorded", range(5))
def test_a_batch_cut_in_the_middle_loses_nothing_once_it_is_sent_again(recorded: int) -> None:
    log = Cut()
    town = Town(Network(log=log, clock=lambda: NOON, rules=shipped_rules()))
    day = Day(Outing(town))
    contacts = (
        QuickContact(id=UUID(int=1), pathway_id=day.pathways[0]),
        QuickContact(id=UUID(int=2), called="Lina"),
        QuickContact(id=UUID(int=3)),
        QuickContact(id=UUID(int=4), pathway_id=day.pathways[1]),
    )
    command = RecordContacts(activity_id=day.session, contacts=contacts, at=TEN)

    def sent() -> Contacted:
        return record_contacts(town.network, command, day.outing.mediator)

    log.left = recorded
    if recorded < 4:  # two known, one new, then all are counted
        with pytest.raises(StoreUnavailable):
            sent()
    log.left = 10_000
    assert [one.refusal for one in sent().outcomes] == [None] * 4
    met = people_met(town.network, day.outing.activity(day.session))
    assert (met.people, met.known, met.followed, met.nameless) == (4, 2, 1, 1)
    assert [len(town.pathway(one).meetings.by_id) for one in day.pathways] == [1, 1, 0]
