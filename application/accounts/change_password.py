"""Choose another password; every other session of the account ends."""

from application.accounts.choosing import chosen
from application.accounts.credentials import NewPassword, Password
from application.accounts.ports import Desk, Tries
from application.accounts.recognise import recognise
from application.accounts.refusals import NotSignedIn, TooManyAttempts, WrongCredentials
from application.accounts.throttle import wait
from domain.kernel import Value

FROM_WITHIN = "a session"  # instead of an address: whoever holds one guesses no faster elsewhere


class ChangePassword(Value):
    current: Password
    chosen: NewPassword


def change_password(desk: Desk, command: ChangePassword, *, token: str) -> None:
    """Change the password of whoever is signed in.

    Raises:
        NotSignedIn: the session has ended.
        WrongCredentials: the current password is another.
        TooManyAttempts: too many were tried lately.
        PasswordKnown: the new one is known from leaks, or made as those are.
    """
    account = desk.accounts.get(recognise(desk, token=token).account_id)
    if account is None:
        raise NotSignedIn
    who, now = str(account.id), desk.clock()
    tries = desk.attempts.of(who, FROM_WITHIN)
    if left := wait(pair=tries, address=Tries(), account=Tries(), now=now):
        raise TooManyAttempts(left)
    if not desk.passwords.matches(command.current.get_secret_value(), account.password_hash):
        desk.attempts.failed(who, FROM_WITHIN, at=now)
        raise WrongCredentials
    desk.attempts.succeeded(who, FROM_WITHIN, at=now)
    kept = chosen(desk, command.chosen, email=desk.accounts.address(account.id))
    desk.accounts.replace_password(account.id, kept)
    desk.sessions.close_others(account.id, but=token)
