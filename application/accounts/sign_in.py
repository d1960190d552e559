"""Open a session: an e-mail address and a password against a token."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from application.accounts.credentials import Email, Password
from application.accounts.ports import Account, Desk, Membership, Session
from application.accounts.refusals import TooManyAttempts, WrongCredentials
from application.accounts.throttle import WINDOW, place_of, wait
from domain.kernel import Value

LASTS = timedelta(hours=12)  # a long working day, then sign in again
REMEMBERED = timedelta(days=90)  # how long a place that somebody signs in from stays known
TOKEN_BYTES = 32


class SignIn(Value):
    email: Email
    password: Password


@dataclass(frozen=True, slots=True)
class Opened:
    """A session that was just opened; its token is shown this once."""

    token: str
    session: Session
    memberships: list[Membership]


def sign_in(desk: Desk, command: SignIn, *, address: str) -> Opened:
    """Open a session; it is under the only membership there is, or none until one is chosen.

    An unknown address costs the same work, and gets the same answer, as a wrong password.

    Raises:
        WrongCredentials: no account has this address and this password.
        TooManyAttempts: too many attempts failed from there lately.
    """
    now, place = desk.clock(), place_of(address)
    left = wait(
        pair=desk.attempts.of(command.email, place),
        address=desk.attempts.from_address(place, since=now - WINDOW),
        account=desk.attempts.of_account(command.email, since=now - WINDOW),
        now=now,
    )
    if left:
        raise TooManyAttempts(left)
    account = _account(desk, command)
    if account is None:
        desk.attempts.failed(command.email, place, at=now)
        raise WrongCredentials
    desk.attempts.succeeded(command.email, place, at=now)
    desk.sessions.sweep(now)
    desk.attempts.sweep(now - REMEMBERED)
    return _opened(desk, account)


def _account(desk: Desk, command: SignIn) -> Account | None:
    account, password = desk.accounts.find(command.email), command.password.get_secret_value()
    if not desk.passwords.matches(password, account.password_hash if account else None):
        return None
    if account and desk.passwords.is_outdated(account.password_hash):
        desk.accounts.replace_password(account.id, desk.passwords.hash(password))
    return account


def _opened(desk: Desk, account: Account) -> Opened:
    held = [one for one in desk.accounts.memberships(account.id) if desk.members.member(one)]
    now, only = desk.clock(), held[0] if len(held) == 1 else None
    session = Session(uuid4(), account.id, now, now + LASTS, only)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    desk.sessions.open(token, session)
    return Opened(token, session, held)
