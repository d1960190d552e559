"""One letter a day, at the hour of its reader's clock, about what they may still know."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest

from application.accounts.members import MembersInHistory
from application.accounts.ports import Account, Membership
from application.digests.choose_digest import choose_digest, next_digest
from application.digests.ports import DigestChoice
from application.digests.send_digests import Digesting, digest_key, send_digests
from application.inbox.ports import InboxKind
from application.network import Network
from application.reminders.postbox import Letter, TryLater, Undeliverable
from application.sharing.object_to_recipient import ObjectToRecipient, object_to_recipient
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from seeds.templates.shipped import shipped_digest_wordings
from tests.application.inbox.telling import told
from tests.application.network import Town
from tests.fakes.digests import DigestsInMemory
from tests.fakes.inbox import InboxInMemory
from tests.fakes.postbox import Killed, PostboxInMemory

HALF_PAST_SEVEN = DigestChoice(language="fr", at=time(7, 30), zone="Europe/Paris")
EVENING_BEFORE = datetime(2026, 3, 4, 18, tzinfo=UTC)
MORNING = datetime(2026, 3, 5, 6, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@dataclass
class AccountsInMemory:
    """Addresses and memberships of accounts, for letters."""

    addresses: dict[UUID, str] = field(default_factory=dict)
    held: dict[UUID, list[Membership]] = field(default_factory=dict)

    def address(self, account_id: UUID) -> str:
        return self.addresses.get(account_id, "")

    def memberships(self, account_id: UUID) -> list[Membership]:
        return self.held.get(account_id, [])


@dataclass
class Office:
    """Somebody with an account, an inbox, and a clock that the test moves."""

    now: datetime = EVENING_BEFORE
    postbox: PostboxInMemory = field(default_factory=PostboxInMemory)

    def __post_init__(self) -> None:
        town = Town()
        network = replace(town.network, clock=lambda: self.now)
        self.network: Network = network
        self.ines = town.enrolled(FOUNDER, Profession.MEDIATOR)
        self.maud = town.enrolled(FOUNDER, Profession.NURSE)
        self.awa = town.opened_by(self.ines)
        self.account = Account(uuid4(), "a hash")
        self.accounts = AccountsInMemory({self.account.id: "ines@relais.example"})
        self.wears(self.ines)
        self.inbox, self.digests = InboxInMemory(), DigestsInMemory()
        self.digesting = Digesting(
            network=network,
            inbox=self.inbox,
            digests=self.digests,
            accounts=self.accounts,  # type: ignore[arg-type] # what letters ask of accounts
            members=MembersInHistory(network.log),
            postbox=self.postbox,
            wordings=shipped_digest_wordings(),
            public_url="https://cordee.example/",
        )
        choose_digest(self.digests, self.account.id, HALF_PAST_SEVEN, now=self.now)

    def wears(self, *hats: Member) -> None:
        held = [Membership(hat.id, hat.organisation_id) for hat in hats]
        self.accounts.held[self.account.id] = held

    def at(self, now: datetime) -> int:
        self.now = now
        return send_digests(self.digesting)


@pytest.fixture
def office() -> Office:
    office = Office()
    item = told(office.ines, office.awa)
    office.inbox.put(item, told(office.ines, office.awa, kind=InboxKind.CALL))
    office.inbox.put(told(office.ines, office.awa))
    return office


def test_it_leaves_at_its_hour_once_a_day(office: Office) -> None:
    assert office.at(MORNING - timedelta(minutes=1)) == 0
    assert [office.at(MORNING), office.at(MORNING)] == [1, 0]
    assert office.at(MORNING + DAY - timedelta(minutes=1)) == 0
    assert office.at(MORNING + DAY) == 1
    assert len({letter.key for letter in office.postbox.letters}) == 2


def test_it_tells_how_much_of_each_kind_and_nobodys_name(office: Office) -> None:
    office.at(MORNING)
    (letter,) = office.postbox.letters
    assert letter.to == "ines@relais.example"
    assert "- rappels : 2\n- personnes à appeler : 1\n" in letter.text
    assert "https://cordee.example" in letter.text
    assert "Awa" not in letter.text + letter.subject
    assert "urgence" not in letter.text


def test_it_is_written_in_the_language_that_was_chosen(office: Office) -> None:
    english = HALF_PAST_SEVEN.model_copy(update={"language": "en"})
    choose_digest(office.digests, office.account.id, english, now=office.now)
    office.at(MORNING)
    assert "- reminders: 2" in office.postbox.letters[0].text


def test_it_counts_under_every_hat_what_each_may_know(office: Office) -> None:
    office.wears(office.ines, office.maud)
    office.inbox.put(told(office.maud, office.awa))
    objecting = ObjectToRecipient(pathway_id=office.awa, member_id=office.ines.id)
    object_to_recipient(office.network, objecting, office.maud)
    office.at(MORNING)
    assert "- rappels : 1\n" in office.postbox.letters[0].text


def test_nothing_leaves_where_nothing_is_unread(office: Office) -> None:
    office.inbox.items.clear()
    assert office.at(MORNING) == 0
    assert office.postbox.letters == []


def test_nothing_leaves_once_it_is_ended_or_the_account_is_gone(office: Office) -> None:
    del office.accounts.addresses[office.account.id]
    assert office.at(MORNING) == 0
    office.digests.end(office.account.id)
    assert office.at(MORNING + DAY) == 0


def test_killed_once_it_was_handed_in_it_leaves_once(office: Office) -> None:
    office.postbox.after = kill
    with pytest.raises(Killed):
        office.at(MORNING)
    office.postbox.after = ignore
    office.at(MORNING + timedelta(hours=1))
    (letter,) = office.postbox.letters
    assert letter.key == digest_key(office.account.id, date(2026, 3, 5))
    assert office.at(MORNING + timedelta(hours=2)) == 0


def kill(_: Letter) -> None:
    raise Killed


def ignore(_: Letter) -> None: ...


def test_what_the_gateway_refuses_for_now_is_tried_again_that_day_only(office: Office) -> None:
    office.postbox.before = busy
    assert [office.at(MORNING), office.at(MORNING + timedelta(minutes=15))] == [0, 0]
    office.postbox.before = ignore
    assert office.at(MORNING + timedelta(minutes=30)) == 1
    office.postbox.before = busy
    office.at(MORNING + DAY)
    office.at(MORNING + DAY + timedelta(hours=6))
    office.postbox.before = ignore
    assert office.at(MORNING + DAY + timedelta(hours=7)) == 0
    assert office.at(MORNING + 2 * DAY) == 1


def busy(_: Letter) -> None:
    raise TryLater("gateway-busy")


def test_what_never_arrives_waits_for_the_next_day(office: Office) -> None:
    office.postbox.before = never
    assert office.at(MORNING) == 0
    office.postbox.before = ignore
    assert office.at(MORNING + timedelta(hours=1)) == 0
    assert office.at(MORNING + DAY) == 1


def never(_: Letter) -> None:
    raise Undeliverable("unknown-address")


@pytest.mark.parametrize(
    ("zone", "after", "day", "at"),
    [
        ("Europe/Paris", "2026-03-04T06:29Z", "2026-03-04", "2026-03-04T06:30Z"),
        ("Europe/Paris", "2026-03-04T06:30Z", "2026-03-05", "2026-03-05T06:30Z"),
        ("Europe/Paris", "2026-03-28T07:00Z", "2026-03-29", "2026-03-29T05:30Z"),
        ("America/Martinique", "2026-03-04T23:00Z", "2026-03-05", "2026-03-05T11:30Z"),
        ("Pacific/Noumea", "2026-03-04T21:00Z", "2026-03-06", "2026-03-05T20:30Z"),
    ],
)
def test_the_hour_is_that_of_the_clock_on_the_wall(
    zone: str, after: str, day: str, at: str
) -> None:
    choice = HALF_PAST_SEVEN.model_copy(update={"zone": zone})
    found = next_digest(choice, after=datetime.fromisoformat(after))
    assert found == (date.fromisoformat(day), datetime.fromisoformat(at))
