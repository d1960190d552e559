"""Choose a new password with a code; the code serves once, and every session ends."""

from typing import Annotated

from pydantic import BeforeValidator, Field, SecretStr

from application.accounts.choosing import chosen
from application.accounts.credentials import NewPassword, typed
from application.accounts.ports import Desk
from application.accounts.refusals import ResetUnknown
from domain.kernel import Value

Code = Annotated[SecretStr, BeforeValidator(typed), Field(min_length=1, max_length=100)]


class ResetPassword(Value):
    code: Code = Field(description="As the letter says it.")
    chosen: NewPassword


def reset_password(desk: Desk, command: ResetPassword) -> None:
    """Set the password of whoever was sent this code.

    Raises:
        ResetUnknown: the code served already, has expired or is none of ours.
        PasswordKnown: the password is one of those tried first; the code still serves.
    """
    code, now = command.code.get_secret_value(), desk.clock()
    account_id = desk.resets.account_of(code, at=now)
    if account_id is None:
        raise ResetUnknown
    kept = chosen(desk, command.chosen, email=desk.accounts.address(account_id))
    if not desk.resets.use(code, at=now):  # somebody else did meanwhile
        raise ResetUnknown
    desk.accounts.replace_password(account_id, kept)
    desk.sessions.close_all(account_id)
