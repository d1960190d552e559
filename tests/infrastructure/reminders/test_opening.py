from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from application.reminders.postbox import TryLater
from infrastructure.reminders.no_postbox import NoPostbox
from infrastructure.reminders.opening import open_postbox
from infrastructure.reminders.outbox import OutboxFolder
from infrastructure.reminders.smtp import SmtpPostbox
from infrastructure.settings import Settings
from tests.infrastructure.reminders.test_outbox import LETTER


def secret(_: str) -> bytes:
    return bytes(32)


def test_embedded_letters_go_to_a_folder_unless_a_mail_server_is_set(tmp_path: Path) -> None:
    alone = Settings(data=tmp_path)
    assert isinstance(open_postbox(alone, secret), OutboxFolder)
    with_mail = Settings(data=tmp_path, smtp_host="mail.example", mail_from="rappel@reseau.example")
    assert isinstance(open_postbox(with_mail, secret), SmtpPostbox)


def test_a_network_without_a_mail_server_reaches_nobody_and_says_so(tmp_path: Path) -> None:
    network = Settings(
        data=tmp_path,
        database_url=SecretStr("postgresql://db.example/cordee"),
        keys_url=SecretStr("postgresql://keys.example/cordee"),
    )
    postbox = open_postbox(network, secret)
    assert isinstance(postbox, NoPostbox)
    assert postbox.channels == frozenset()
    with pytest.raises(TryLater):
        postbox.deliver(LETTER)


def test_a_mail_server_needs_a_sender() -> None:
    with pytest.raises(ValidationError, match="CORDEE_MAIL_FROM"):
        Settings(smtp_host="mail.example")
