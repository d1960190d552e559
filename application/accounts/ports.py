"""What accounts need from outside: who may sign in, which sessions live, who failed lately."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from application.accounts.known_passwords import KnownPasswords
from application.ports import Clock
from domain.members import Member


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in; their e-mail address stays sealed where it is kept."""

    id: UUID
    password_hash: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A membership that an account may act under."""

    membership_id: UUID
    organisation_id: UUID


@dataclass(frozen=True, slots=True)
class Session:
    id: UUID  # by which its owner speaks of it
    account_id: UUID
    opened_at: datetime
    expires_at: datetime
    membership: Membership | None  # None until somebody with several memberships chose one


@dataclass(frozen=True, slots=True)
class Tries:
    """Failed attempts since the last success, and when the last one was."""

    failures: int = 0
    last_at: datetime | None = None
    known: bool = False  # this account has signed in from this address before


class Accounts(Protocol):
    """Who may sign in; e-mail addresses are found by a keyed token only."""

    def open(self, account: Account, *, email: str, at: datetime) -> None:
        """Keep a new account.

        Raises:
            EmailTaken: the address belongs to another account.
        """

    def is_empty(self) -> bool:
        """Whether nobody can sign in at all yet."""

    def find(self, email: str) -> Account | None:
        """The account of an e-mail address, whatever its case."""

    def get(self, account_id: UUID) -> Account | None:
        """The account that has this id."""

    def address(self, account_id: UUID) -> str:
        """The e-mail address of an account, in clear; empty where there is no such account."""

    def replace_password(self, account_id: UUID, password_hash: str) -> None:
        """Keep another hash of the password."""

    def give_membership(self, account_id: UUID, membership: Membership) -> None:
        """Let an account act under a membership; giving it again changes nothing.

        Raises:
            MembershipTaken: another account acts under it.
        """

    def holder(self, membership_id: UUID) -> UUID | None:
        """The account that acts under a membership."""

    def memberships(self, account_id: UUID) -> list[Membership]:
        """The memberships of an account, the first given first."""


class Sessions(Protocol):
    """Living sessions, each found by its token, of which only a digest is stored."""

    def open(self, token: str, session: Session) -> None:
        """Keep a new session."""

    def find(self, token: str) -> Session | None:
        """The session, unless it was closed; it may have expired."""

    def act_under(self, token: str, membership: Membership) -> None:
        """Go on under another membership."""

    def close(self, token: str) -> None:
        """End a session at once; ending it again changes nothing."""

    def close_others(self, account_id: UUID, *, but: str) -> None:
        """End every session of an account at once, but the one of this token."""

    def of_account(self, account_id: UUID, *, at: datetime) -> list[Session]:
        """The sessions of an account that live at an instant, the newest first."""

    def close_one(self, session_id: UUID, *, of: UUID) -> bool:
        """End a session of an account at once; whether there was one."""

    def close_all(self, account_id: UUID) -> int:
        """End every session of an account at once; how many."""

    def close_everybodys(self) -> int:
        """End every session there is at once; how many."""

    def sweep(self, before: datetime) -> int:
        """Forget the sessions that expired before; how many."""


class Attempts(Protocol):
    """Failed sign-ins, told apart by account and by address, neither stored in clear."""

    def of(self, email: str, address: str) -> Tries:
        """Those for this account from this address."""

    def from_address(self, address: str, *, since: datetime) -> Tries:
        """Those from this address for any account."""

    def of_account(self, email: str, *, since: datetime) -> Tries:
        """Those for this account from any address."""

    def failed(self, email: str, address: str, *, at: datetime) -> None:
        """Count one more."""

    def sweep(self, before: datetime) -> int:
        """Forget what nobody tried since; how many pairs."""

    def succeeded(self, email: str, address: str, *, at: datetime) -> None:
        """Forget the failures of this account from this address, and remember the success."""


class Passwords(Protocol):
    """A slow, salted, one-way hash; each call takes about the same time."""

    def hash(self, password: str) -> str:
        """The form to keep."""

    def matches(self, password: str, password_hash: str | None) -> bool:
        """Whether it is this password; against no hash it does the same work and says no.

        Raises:
            SignInBusy: too many are being checked at once.
        """

    def is_outdated(self, password_hash: str) -> bool:
        """Whether the hash was made with weaker settings than today's."""


@dataclass(frozen=True, slots=True)
class ResetAsked:
    """Somebody asked for a new password; nobody, where no account has the address."""

    id: UUID
    account_id: UUID | None
    language: str
    asked_at: datetime


class PasswordResets(Protocol):
    """What was asked, and the codes that were sent; only digests of these are stored."""

    def ask(self, asked: ResetAsked) -> None:
        """Have a code sent, later."""

    def waiting(self) -> list[ResetAsked]:
        """Those whose code was not made yet, the oldest first."""

    def sent_to(self, account_id: UUID, *, since: datetime) -> int:
        """How many codes were made for an account, of what was asked since."""

    def take(self, reset_id: UUID, *, code: str, expires_at: datetime) -> bool:
        """Keep its code, unless it has one."""

    def put_back(self, reset_id: UUID) -> None:
        """Forget its code: it waits again."""

    def drop(self, reset_id: UUID) -> None:
        """Forget that it was asked."""

    def account_of(self, code: str, *, at: datetime) -> UUID | None:
        """Whose code it is, while it serves."""

    def use(self, code: str, *, at: datetime) -> bool:
        """Use a code up, and all others of its account; whether it still served."""

    def sweep(self, before: datetime) -> int:
        """Forget what was asked before; how many."""


class Members(Protocol):
    """Who stands behind a membership today."""

    def member(self, membership: Membership) -> Member | None:
        """The member, or None once the membership has ended."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the use cases of accounts are given."""

    accounts: Accounts
    sessions: Sessions
    attempts: Attempts
    resets: PasswordResets
    passwords: Passwords
    members: Members
    known_passwords: KnownPasswords
    clock: Clock
