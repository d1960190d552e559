"""Which postbox an installation hands its letters to."""

from collections.abc import Callable
from pathlib import Path

from application.reminders.postbox import Postbox
from domain.pathway.reminders import Channel
from infrastructure.desk import Desk
from infrastructure.reminders.by_channel import PostboxByChannel
from infrastructure.reminders.outbox import OutboxFolder
from infrastructure.reminders.replies import RepliesInTables
from infrastructure.reminders.sms import Gateway, SmsPostbox
from infrastructure.reminders.smtp import MailServer, SmtpPostbox
from infrastructure.settings import Settings

PURPOSE = "outbox"
REPLIES = "replies"

Secret = Callable[[str], bytes]  # the key of a purpose


def open_postbox(settings: Settings, secret: Secret) -> Postbox:
    """The gateways that are set; where none is, embedded, the outbox folder."""
    gateways = open_gateways(settings)
    if settings.embedded and not gateways.channels:
        return open_outbox(settings, secret)
    return gateways


def open_gateways(settings: Settings) -> PostboxByChannel:
    ways: dict[Channel, Postbox] = {}
    if settings.sms_url:
        ways[Channel.TEXT] = SmsPostbox(_gateway(settings))
    if settings.smtp_host:
        ways[Channel.EMAIL] = SmtpPostbox(_mail_server(settings))
    return PostboxByChannel(ways)


def open_replies(settings: Settings, secret: Secret, desk: Desk) -> RepliesInTables:
    return RepliesInTables(desk, secret(REPLIES), public_url=settings.public_url)


def open_outbox(settings: Settings, secret: Secret) -> OutboxFolder:
    return OutboxFolder(settings.outbox, secret(PURPOSE))


def _gateway(settings: Settings) -> Gateway:
    return Gateway(
        url=settings.sms_url,
        key=settings.sms_key,
        sender=settings.sms_sender,
        knows_keys=settings.sms_knows_keys,
        authorities=_file(settings.sms_authorities),
    )


def _mail_server(settings: Settings) -> MailServer:
    return MailServer(
        host=settings.smtp_host,
        port=settings.smtp_port,
        sender=settings.mail_from,
        user=settings.smtp_user,
        password=settings.smtp_password,
        encrypted=settings.smtp_encrypted,
        authorities=_file(settings.smtp_authorities),
    )


def _file(path: Path | None) -> str | None:
    return str(path) if path else None
