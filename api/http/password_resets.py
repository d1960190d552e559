"""A new password for somebody who lost theirs."""

from fastapi import APIRouter, Request, status

from api.http.says import strangers
from api.http.signed_in import AHouse
from api.languages.choosing import language_of
from application.accounts.ask_password_reset import AskPasswordReset, ask_password_reset
from application.accounts.refusals import (
    PasswordKnown,
    ResetUnknown,
    SignInBusy,
    TooManyAttempts,
)
from application.accounts.reset_password import ResetPassword, reset_password

router = APIRouter(prefix="/v1/password-resets", tags=["sessions"])


@router.post("", status_code=status.HTTP_202_ACCEPTED, responses=strangers(TooManyAttempts))
def ask(asked: AskPasswordReset, request: Request, house: AHouse) -> None:
    """Have a code sent to this address; where no account has it, the answer is the same."""
    address = request.client.host if request.client else ""
    language = language_of(request.headers.get("accept-language", ""))
    ask_password_reset(house.desk, asked, address=address, language=language)


@router.post(
    "/completion",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=strangers(ResetUnknown, PasswordKnown, SignInBusy),
)
def complete(asked: ResetPassword, house: AHouse) -> None:
    """Choose a new password with the code; it serves once, and every session ends."""
    reset_password(house.desk, asked)
