"""Take a new password: whoever tries the likely ones first must not find it."""

from pydantic import SecretStr

from application.accounts.ports import Desk
from application.accounts.refusals import PasswordKnown


def chosen(desk: Desk, password: SecretStr, *, email: str) -> str:
    """The hash to keep of a new password.

    Raises:
        PasswordKnown: it is known from leaks, or made as those are.
    """
    said = password.get_secret_value()
    if desk.known_passwords.include(said, of=email):
        raise PasswordKnown
    return desk.passwords.hash(said)
