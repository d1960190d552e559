"""Send the codes that were asked for; only their digests are kept."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from application.accounts.ports import Accounts, PasswordResets, ResetAsked
from application.accounts.reset_wording import ResetWording
from application.ports import Clock
from application.reminders.postbox import Letter, NotDelivered, Postbox, TryLater
from domain.pathway.reminders import Channel
from domain.reviews import reviewed_in

VALID = timedelta(minutes=30)  # of a code, from when it leaves
GIVEN_UP = timedelta(hours=1)  # after it was asked for
KEPT = timedelta(days=1)  # what was asked
AT_MOST = 3  # letters to one account in an hour
CODE_BYTES = 24

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Resetting:
    """What sending codes takes."""

    accounts: Accounts
    resets: PasswordResets
    postbox: Postbox
    wordings: tuple[ResetWording, ...]
    clock: Clock
    public_url: str = field(default="")  # where people reach this installation


def send_password_resets(resetting: Resetting) -> int:
    """Send what waits, each once, whatever number of processes do so; how many left."""
    now = resetting.clock()
    resetting.resets.sweep(now - KEPT)
    return sum(_sent(resetting, asked, now) for asked in resetting.resets.waiting())


def make_code(resets: PasswordResets, reset_id: UUID, *, at: datetime) -> str | None:
    """A new code for what was asked, valid from now on; None if another process made one."""
    code = secrets.token_urlsafe(CODE_BYTES)
    return code if resets.take(reset_id, code=code, expires_at=at + VALID) else None


def _sent(resetting: Resetting, asked: ResetAsked, now: datetime) -> bool:
    resets, account_id = resetting.resets, asked.account_id
    email = resetting.accounts.address(account_id) if account_id else ""
    if (
        account_id is None
        or not email
        or asked.asked_at < now - GIVEN_UP
        or resets.sent_to(account_id, since=now - GIVEN_UP) >= AT_MOST
    ):
        resets.drop(asked.id)
        return False
    code = make_code(resets, asked.id, at=now)
    return code is not None and _delivered(resetting, asked, email, code)


def _delivered(resetting: Resetting, asked: ResetAsked, email: str, code: str) -> bool:
    wording = reviewed_in(asked.language, resetting.wordings)
    text = wording.text(code=code, link=_link(resetting.public_url, code))
    letter = Letter(asked.id, Channel.EMAIL, email, wording.subject, text)
    try:
        resetting.postbox.deliver(letter)
    except TryLater as failed:
        resetting.resets.put_back(asked.id)  # the next look makes another code
        log.warning("password_reset.not_sent", reason=failed.reason)
        return False
    except NotDelivered as failed:
        log.warning("password_reset.not_sent", reason=failed.reason)
        return False
    return True


def _link(public_url: str, code: str) -> str:
    """The code stands behind the `#`: no server, proxy or log between is told it."""
    return f"{public_url.rstrip('/')}/password-reset#{code}" if public_url else ""
