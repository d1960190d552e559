"""A postbox that is a mail server, reached by SMTP (RFC 5321) under STARTTLS (RFC 3207)."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP as MAIL
from email.utils import format_datetime
from typing import TYPE_CHECKING

from pydantic import SecretStr

from application.reminders.postbox import (
    Letter,
    NotDelivered,
    OursToMend,
    TryLater,
    Unclear,
    Undeliverable,
)
from domain.pathway.reminders import Channel

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

FOR_GOOD = 500  # replies from there on are permanent
NO_PASSWORD = SecretStr("")
TIMEOUT = 20  # seconds, for each exchange with the server


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in, and in whose name."""

    host: str
    port: int
    sender: str  # the one address that people were told to expect
    user: str = ""
    password: SecretStr = NO_PASSWORD
    encrypted: bool = True  # refuse to go on without STARTTLS; else take it when it is offered
    authorities: str | None = None  # a file of certificates to trust; None: the system's
    timeout: float = TIMEOUT


class SmtpPostbox:
    """A letter cut while it is handed in may leave twice, under the same Message-ID."""

    channels = frozenset({Channel.EMAIL})
    keyed: frozenset[Channel] = frozenset()  # no mail server promises to drop a repeated Message-ID

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._trust = ssl.create_default_context(cafile=server.authorities)

    def deliver(self, letter: Letter) -> None:
        try:
            message = self._message(letter)
            with self._session() as session:
                _hand_in(session, message, letter.to)
        except (OSError, ValueError) as error:  # smtplib's errors are OSError too
            raise _meaning(error) from None  # what a server says may name the person

    @contextmanager
    def _session(self) -> Iterator["_Session"]:
        session = _Session(self._server.host, self._server.port, timeout=self._server.timeout)
        try:
            session.ehlo()
            if self._server.encrypted or session.has_extn("starttls"):
                session.starttls(context=self._trust)
            if self._server.user:
                session.login(self._server.user, self._server.password.get_secret_value())
            yield session
            with suppress(OSError):
                session.quit()
        finally:
            session.close()

    def _message(self, letter: Letter) -> EmailMessage:
        message = EmailMessage(policy=MAIL)
        message["From"] = self._server.sender
        message["To"] = letter.to
        message["Subject"] = letter.subject
        message["Date"] = format_datetime(datetime.now(UTC))
        message["Message-ID"] = f"<{letter.key}@{self._server.sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no robot answers it
        message.set_content(letter.text)
        return message


class _CutWhileHandingIn(OSError): ...


class _Session(smtplib.SMTP):
    def data(self, msg: "Buffer | str") -> tuple[int, bytes]:
        try:
            return super().data(msg)
        except smtplib.SMTPDataError:
            raise  # refused before it was handed in
        except OSError as error:
            raise _CutWhileHandingIn from error


def _hand_in(session: smtplib.SMTP, message: EmailMessage, to: str) -> None:
    try:
        session.send_message(message, to_addrs=[to])
    except smtplib.SMTPNotSupportedError:  # an address in another script, on a server of before
        raise ValueError from None


def _meaning(error: Exception) -> NotDelivered:
    match error:
        case smtplib.SMTPRecipientsRefused():
            return _refused(min(code for code, _ in error.recipients.values()), "recipient-refused")
        case smtplib.SMTPDataError():
            return _refused(error.smtp_code, "message-refused")
        case _CutWhileHandingIn():
            return Unclear("cut-while-sending")
        case ValueError() if not isinstance(error, ssl.SSLError):  # a wrong certificate is both
            return Undeliverable("address-unusable")
    if fault := _fault_of_ours(error):
        return OursToMend(fault)
    return TryLater("gateway-unreachable")


def _fault_of_ours(error: Exception) -> str | None:
    """What is for us to set right: no letter is given up at once for it."""
    match error:
        case smtplib.SMTPAuthenticationError() | smtplib.SMTPSenderRefused():
            return "gateway-refuses-us"
        case smtplib.SMTPNotSupportedError():
            return "gateway-lacks-encryption"
        case ssl.SSLError():
            return "gateway-not-trusted"
    return None


def _refused(code: int, reason: str) -> NotDelivered:
    return Undeliverable(reason) if code >= FOR_GOOD else TryLater(reason)
