"""Let somebody sign in, under one or more memberships."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from application.accounts.choosing import chosen
from application.accounts.credentials import Email, NewPassword
from application.accounts.ports import Account, Desk, Membership
from domain.kernel import Value


class OpenAccount(Value):
    email: Email
    password: NewPassword


def open_account(desk: Desk, command: OpenAccount, memberships: Iterable[Membership]) -> UUID:
    """Open an account; its id.

    Raises:
        EmailTaken: the address belongs to another account.
        PasswordKnown: the password is known from leaks, or made as those are.
    """
    account = Account(uuid4(), chosen(desk, command.password, email=command.email))
    desk.accounts.open(account, email=command.email, at=desk.clock())
    for membership in memberships:
        desk.accounts.give_membership(account.id, membership)
    return account.id
