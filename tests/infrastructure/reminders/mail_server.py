"""A real mail server on a loopback port, with the certificate of an authority of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, Session

from tests.infrastructure.reminders.certificates import HOST, certificate
from tests.servers import free_port

USER, PASSWORD = "cordee", "invented-password"


@dataclass
class Mailbox:
    """What arrived, and what the server answers at each step."""

    received: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    to_recipient: str = "250 OK"
    to_data: str = "250 OK"
    cuts: bool = False  # takes the letter, then hangs up without a word
    sessions_encrypted: list[bool] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's name and signature)
        self, server: Any, _: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
            self.recipients.append(address)
        self.sessions_encrypted.append(server.session.ssl is not None)
        return self.to_recipient

    async def handle_DATA(self, server: Any, _: Session, envelope: Envelope) -> str:  # noqa: N802 (aiosmtpd's name)
        content = envelope.content
        if self.to_data.startswith("250") and isinstance(content, bytes):
            message = message_from_bytes(content, _class=EmailMessage, policy=policy.default)
            self.received.append(message)
        if self.cuts:
            server.transport.close()
        return self.to_data


@dataclass(frozen=True)
class RunningMailServer:
    port: int
    mailbox: Mailbox
    authority: Path  # certificate that its clients must trust


@contextmanager
def mail_server(
    folder: Path, *, encrypts: bool = True, asks_who: bool = False, of_today: bool = True
) -> Iterator[RunningMailServer]:
    """A server of the caller's own, stopped afterwards."""
    authority, context = certificate(folder)
    mailbox = Mailbox()
    options: dict[str, Any] = {"enable_SMTPUTF8": of_today}
    if encrypts:
        options |= {"tls_context": context}
    if asks_who:
        options |= {"auth_required": True, "authenticator": _known}
    controller = Controller(mailbox, hostname=HOST, port=free_port(), **options)
    controller.start()
    try:
        yield RunningMailServer(controller.port, mailbox, authority)
    finally:
        controller.stop()


def _known(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    known = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=known, handled=False)
