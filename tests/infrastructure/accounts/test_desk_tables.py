import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Dialect, Engine, event, select, text

from application.accounts.ports import Account, Membership, ResetAsked, Session, Tries
from application.accounts.refusals import EmailTaken, MembershipTaken
from application.digests.ports import DigestChoice
from application.refusals import StoreUnavailable
from infrastructure.accounts.accounts import AccountsInTables
from infrastructure.accounts.addresses import Addresses
from infrastructure.accounts.attempts import AttemptsInTables
from infrastructure.accounts.blinding import Blinding
from infrastructure.accounts.password_resets import PasswordResetsInTables
from infrastructure.accounts.sessions import SessionsInTables
from infrastructure.accounts.tables import accounts, password_resets, sessions
from infrastructure.composition import opened_desk
from infrastructure.desk import Desk
from infrastructure.digests.digests import DigestsInTables
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on

NOW = datetime(2026, 3, 4, 10, 0, 0, 123456, tzinfo=UTC)
INES = Account(uuid4(), "a hash")
EMAIL = "ines@relais.example"
BLINDING = Blinding(b"k" * 32)


class SecretsInMemory:
    def __init__(self) -> None:
        self.kept = dict[str, bytes]()

    def secret(self, purpose: str) -> bytes:
        return self.kept.setdefault(purpose, secrets.token_bytes(32))

    def destroy_secret(self, purpose: str, *, of: UUID) -> int:
        del self.kept[purpose]
        return of.version or 0


SECRETS = SecretsInMemory()


def accounts_on(engine: Engine) -> AccountsInTables:
    return AccountsInTables(Desk(engine), BLINDING, Addresses(SECRETS))


def lasting(until: datetime, *, of: UUID = INES.id) -> Session:
    return Session(uuid4(), of, NOW - timedelta(hours=1), until, None)


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    migrate(settings, Group.DESK)
    with engine_on(settings, Group.DESK) as engine:
        yield engine


def test_an_account_is_found_by_its_address(engine: Engine) -> None:
    kept = accounts_on(engine)
    kept.open(INES, email=EMAIL, at=NOW)
    assert kept.find("Ines@relais.EXAMPLE") == INES
    assert kept.find("paul@ccas.example") is None
    with pytest.raises(EmailTaken):
        kept.open(Account(uuid4(), "another"), email=EMAIL, at=NOW)
    kept.replace_password(INES.id, "a newer hash")
    assert kept.find(EMAIL) == Account(INES.id, "a newer hash")


def test_an_address_is_sealed_where_it_is_kept(engine: Engine) -> None:
    accounts_on(engine).open(INES, email=EMAIL, at=NOW)
    with engine.begin() as connection:
        row = connection.execute(select(accounts)).one()
    assert EMAIL.encode() not in row.email_sealed + row.email_token
    assert accounts_on(engine).address(INES.id) == EMAIL
    assert accounts_on(engine).address(uuid4()) == ""


def test_an_account_goes_with_its_last_membership_and_its_address_with_its_key(
    engine: Engine,
) -> None:
    kept, sessions = accounts_on(engine), SessionsInTables(Desk(engine))
    kept.open(INES, email=EMAIL, at=NOW)
    sealed = Addresses(SECRETS).seal(EMAIL, of=INES.id)
    one, other = Membership(uuid4(), uuid4()), Membership(uuid4(), uuid4())
    for membership in (one, other):
        kept.give_membership(INES.id, membership)
    sessions.open("token", lasting(NOW))
    digests = DigestsInTables(Desk(engine))
    choice = DigestChoice(language="fr", at=time(7, 30), zone="Europe/Paris")
    digests.choose(INES.id, choice, day=NOW.date(), at=NOW)
    kept.forget_membership(one.membership_id)
    assert (kept.find(EMAIL), kept.memberships(INES.id)) == (INES, [other])
    kept.forget_membership(other.membership_id)
    kept.forget_membership(other.membership_id)  # again, as after a kill
    assert (kept.find(EMAIL), sessions.find("token")) == (None, None)
    assert digests.choice(INES.id) is None
    assert Addresses(SECRETS).open(sealed, of=INES.id) == ""


def test_memberships_are_kept_in_the_order_they_were_given(engine: Engine) -> None:
    kept = accounts_on(engine)
    held = [Membership(UUID(int=number), uuid4()) for number in (3, 1, 2)]
    for membership in [*held, held[0]]:
        kept.give_membership(INES.id, membership)
    assert kept.memberships(INES.id) == held
    assert kept.memberships(uuid4()) == []


def test_a_session_lives_until_it_is_closed(engine: Engine) -> None:
    kept = SessionsInTables(Desk(engine))
    session = lasting(NOW)
    kept.open("token", session)
    assert kept.find("token") == session
    assert kept.find("other") is None
    membership = Membership(uuid4(), uuid4())
    kept.act_under("token", membership)
    assert kept.find("token") == replace(session, membership=membership)
    kept.close("token")
    assert kept.find("token") is None


def test_a_token_is_not_stored(engine: Engine) -> None:
    SessionsInTables(Desk(engine)).open("token", lasting(NOW))
    with engine.begin() as connection:
        assert b"token" not in connection.execute(select(sessions.c.token_digest)).scalar_one()


def test_expired_sessions_are_swept(engine: Engine) -> None:
    kept = SessionsInTables(Desk(engine))
    kept.open("old", lasting(NOW))
    kept.open("new", lasting(NOW + timedelta(seconds=1)))
    assert kept.sweep(NOW + timedelta(seconds=1)) == 1
    assert (kept.find("old"), kept.find("new") is None) == (None, False)


def test_failures_are_counted_by_pair_and_by_address(engine: Engine) -> None:
    kept = AttemptsInTables(Desk(engine), BLINDING)
    later = NOW + timedelta(minutes=1)
    kept.failed(EMAIL, "192.0.2.1", at=NOW)
    kept.failed(EMAIL, "192.0.2.1", at=later)
    kept.failed("paul@ccas.example", "192.0.2.1", at=NOW)
    assert kept.of(EMAIL, "192.0.2.1") == Tries(2, later)
    assert kept.of(EMAIL, "192.0.2.2") == Tries()
    assert kept.from_address("192.0.2.1", since=NOW) == Tries(3, later)
    assert kept.from_address("192.0.2.1", since=later) == Tries(2, later)
    kept.failed(EMAIL, "192.0.2.9", at=NOW)
    assert kept.of_account(EMAIL, since=NOW) == Tries(3, later)
    assert kept.of_account("paul@ccas.example", since=NOW) == Tries(1, NOW)
    kept.succeeded(EMAIL, "192.0.2.1", at=later)
    assert kept.of(EMAIL, "192.0.2.1") == Tries(0, later, known=True)


def test_pairs_that_nobody_tried_for_long_are_forgotten(engine: Engine) -> None:
    kept = AttemptsInTables(Desk(engine), BLINDING)
    kept.failed(EMAIL, "192.0.2.1", at=NOW)
    kept.failed(EMAIL, "192.0.2.2", at=NOW + timedelta(days=1))
    assert kept.sweep(NOW + timedelta(hours=1)) == 1
    assert kept.of(EMAIL, "192.0.2.1") == Tries()


def test_the_other_sessions_of_an_account_are_closed(engine: Engine) -> None:
    kept = SessionsInTables(Desk(engine))
    for token, account_id in (("here", INES.id), ("there", INES.id), ("paul's", uuid4())):
        kept.open(token, lasting(NOW, of=account_id))
    kept.close_others(INES.id, but="here")
    assert [kept.find(token) is not None for token in ("here", "there", "paul's")] == [
        True,
        False,
        True,
    ]


def test_the_sessions_of_an_account_are_listed_while_they_live(engine: Engine) -> None:
    kept = SessionsInTables(Desk(engine))
    first, second = lasting(NOW), replace(lasting(NOW), opened_at=NOW - timedelta(minutes=1))
    for token, session in (("1", first), ("2", second), ("paul's", lasting(NOW, of=uuid4()))):
        kept.open(token, session)
    assert kept.of_account(INES.id, at=NOW - timedelta(seconds=1)) == [second, first]
    assert kept.of_account(INES.id, at=NOW) == []


def test_sessions_are_closed_one_by_one_for_an_account_or_for_everybody(engine: Engine) -> None:
    kept = SessionsInTables(Desk(engine))
    ours, theirs, other = lasting(NOW), lasting(NOW), lasting(NOW, of=uuid4())
    for token, session in (("ours", ours), ("theirs", theirs), ("other", other)):
        kept.open(token, session)
    assert not kept.close_one(other.id, of=INES.id)
    assert kept.close_one(ours.id, of=INES.id)
    assert kept.find("ours") is None
    assert (kept.close_all(INES.id), kept.find("theirs")) == (1, None)
    assert kept.find("other") == other
    assert (kept.close_everybodys(), kept.find("other")) == (1, None)


def test_only_the_digest_of_a_code_is_kept_and_it_serves_once_for_a_while(engine: Engine) -> None:
    kept = PasswordResetsInTables(Desk(engine))
    asked, other = ResetAsked(uuid4(), INES.id, "fr", NOW), ResetAsked(uuid4(), None, "en", NOW)
    later = NOW + timedelta(minutes=1)
    kept.ask(asked)
    kept.ask(other)
    assert {one.id for one in kept.waiting()} == {asked.id, other.id}
    assert kept.take(asked.id, code="a code", expires_at=later)
    assert not kept.take(asked.id, code="another", expires_at=later)
    assert (kept.waiting(), kept.sent_to(INES.id, since=NOW)) == ([other], 1)
    assert kept.sent_to(INES.id, since=later) == 0
    with engine.begin() as connection:
        digests = connection.execute(select(password_resets.c.code_digest)).scalars().all()
    assert all(b"a code" not in digest for digest in digests if digest)
    assert kept.account_of("a code", at=NOW) == INES.id
    assert kept.account_of("a code", at=later) is None
    assert [kept.use("a code", at=at) for at in (later, NOW, NOW)] == [False, True, False]
    kept.drop(other.id)
    assert kept.waiting() == []


def test_a_code_that_did_not_leave_waits_again_and_what_is_old_is_swept(engine: Engine) -> None:
    kept = PasswordResetsInTables(Desk(engine))
    asked = ResetAsked(uuid4(), INES.id, "fr", NOW)
    kept.ask(asked)
    kept.take(asked.id, code="a code", expires_at=NOW + timedelta(minutes=1))
    kept.put_back(asked.id)
    assert (kept.waiting(), kept.account_of("a code", at=NOW)) == ([asked], None)
    assert kept.sweep(NOW + timedelta(seconds=1)) == 1


def test_a_membership_is_of_one_account(engine: Engine) -> None:
    kept = accounts_on(engine)
    membership = Membership(uuid4(), uuid4())
    kept.give_membership(INES.id, membership)
    with pytest.raises(MembershipTaken):
        kept.give_membership(uuid4(), membership)


def test_a_desk_that_cannot_be_reached_says_so(engine: Engine) -> None:
    event.listen(engine, "do_connect", _refuse)
    engine.dispose()
    with pytest.raises(StoreUnavailable):
        accounts_on(engine).find(EMAIL)
    with pytest.raises(StoreUnavailable):
        SessionsInTables(Desk(engine)).find("token")


@pytest.mark.parametrize("settings", ["postgres"], indirect=True)
def test_a_session_is_found_again_once_the_database_is_back(
    engine: Engine, settings: Settings
) -> None:
    with opened_desk(settings) as desk:
        kept, session = SessionsInTables(desk), lasting(NOW)
        kept.open("token", session)
        assert kept.find("token") == session
        with engine.connect() as connection:
            ended = text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE query LIKE 'SELECT id, account_id%' AND pid <> pg_backend_pid()"
            )
            assert connection.execute(ended).scalars().all()
        assert kept.find("token") == session


def _refuse(dialect: Dialect, *_: object) -> None:
    raise dialect.loaded_dbapi.OperationalError("the server went away")
