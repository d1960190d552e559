"""Which postbox an installation hands its letters to."""

from collections.abc import Callable

from application.reminders.postbox import Postbox
from infrastructure.reminders.no_postbox import NoPostbox
from infrastructure.reminders.outbox import OutboxFolder
from infrastructure.reminders.smtp import MailServer, SmtpPostbox
from infrastructure.settings import Settings

PURPOSE = "outbox"

Secret = Callable[[str], bytes]  # the key of a purpose


def open_postbox(settings: Settings, secret: Secret) -> Postbox:
    """A mail server where one is set; else, embedded, the outbox folder; else none."""
    if settings.smtp_host:
        return SmtpPostbox(_mail_server(settings))
    if settings.embedded:
        return open_outbox(settings, secret)
    return NoPostbox()


def open_outbox(settings: Settings, secret: Secret) -> OutboxFolder:
    return OutboxFolder(settings.outbox, secret(PURPOSE))


def _mail_server(settings: Settings) -> MailServer:
    authorities = settings.smtp_authorities
    return MailServer(
        host=settings.smtp_host,
        port=settings.smtp_port,
        sender=settings.mail_from,
        user=settings.smtp_user,
        password=settings.smtp_password,
        encrypted=settings.smtp_encrypted,
        authorities=str(authorities) if authorities else None,
    )
