"""Ask for a new password: a code goes to the address, if an account has it."""

from uuid import uuid4

from application.accounts.credentials import Email
from application.accounts.ports import Desk, ResetAsked, Tries
from application.accounts.refusals import TooManyAttempts
from application.accounts.throttle import WINDOW, place_of, wait
from domain.kernel import Value

ASKING = "a new password"  # instead of an account: what one place asks, for whomever


class AskPasswordReset(Value):
    email: Email


def ask_password_reset(
    desk: Desk, command: AskPasswordReset, *, address: str, language: str
) -> None:
    """Note it; the code leaves later. An unknown address costs the same work, and is told the same.

    Raises:
        TooManyAttempts: too many were asked for from there lately.
    """
    now, place = desk.clock(), f"{ASKING}, {place_of(address)}"
    asked = desk.attempts.from_address(place, since=now - WINDOW)
    if left := wait(pair=Tries(), address=asked, account=Tries(), now=now):
        raise TooManyAttempts(left)
    desk.attempts.failed(ASKING, place, at=now)
    account = desk.accounts.find(command.email)
    desk.resets.ask(ResetAsked(uuid4(), account.id if account else None, language, now))
