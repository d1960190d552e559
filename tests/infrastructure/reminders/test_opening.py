from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError

from application.reminders.postbox import OursToMend
from domain.pathway.reminders import Channel
from infrastructure.reminders.opening import open_postbox
from infrastructure.reminders.outbox import OutboxFolder
from infrastructure.settings import Settings
from tests.infrastructure.reminders.sms_gateway import sms_gateway
from tests.infrastructure.reminders.test_outbox import LETTER

MAIL: dict[str, Any] = {"smtp_host": "mail.example", "mail_from": "rappel@reseau.example"}
TEXTS: dict[str, Any] = {
    "sms_url": "https://gateway.example/messages",
    "sms_key": SecretStr("invented"),
    "sms_sender": "CORDEE",
}
SECRET = "whsec_" + "QUFB" * 8


def secret(_: str) -> bytes:
    return bytes(32)


def test_embedded_letters_go_to_a_folder_unless_a_gateway_is_set(tmp_path: Path) -> None:
    assert isinstance(open_postbox(Settings(data=tmp_path), secret), OutboxFolder)
    with_mail = open_postbox(Settings(data=tmp_path, **MAIL), secret)
    assert with_mail.channels == frozenset({Channel.EMAIL})
    with_texts = open_postbox(Settings(data=tmp_path, **TEXTS), secret)
    assert with_texts.channels == frozenset({Channel.TEXT})


def test_each_channel_has_its_gateway_and_what_that_promises(tmp_path: Path) -> None:
    both = open_postbox(Settings(data=tmp_path, **MAIL, **TEXTS, sms_knows_keys=True), secret)
    assert both.channels == frozenset({Channel.EMAIL, Channel.TEXT})
    assert both.keyed == frozenset({Channel.TEXT})


def test_a_network_without_a_gateway_reaches_nobody_and_says_so(tmp_path: Path) -> None:
    network = Settings(
        data=tmp_path,
        database_url=SecretStr("postgresql://db.example/cordee"),
        keys_url=SecretStr("postgresql://keys.example/cordee"),
    )
    postbox = open_postbox(network, secret)
    assert postbox.channels == frozenset()
    with pytest.raises(OursToMend, match="no-gateway"):
        postbox.deliver(LETTER)


def test_a_mail_server_needs_a_sender() -> None:
    with pytest.raises(ValidationError, match="CORDEE_MAIL_FROM"):
        Settings(smtp_host="mail.example")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"sms_url": "http://gateway.example/messages"}, "https://"),
        ({"sms_url": "https://key@gateway.example/messages"}, "https://"),
        ({"sms_url": "https:///messages"}, "https://"),
        ({"sms_url": "gateway.example"}, "https://"),
        ({"sms_key": SecretStr("")}, "CORDEE_SMS_KEY"),
        ({"sms_sender": ""}, "CORDEE_SMS_SENDER"),
        ({"sms_sender": "RÉSEAU"}, "CORDEE_SMS_SENDER"),
        ({"sms_sender": "A NAME TOO LONG"}, "CORDEE_SMS_SENDER"),
        ({"sms_can_receive": True}, "is a number"),
        ({"sms_can_receive": True, "sms_sender": "36180"}, "CORDEE_SMS_WEBHOOK_SECRET"),
        ({"sms_webhook_secret": SecretStr("whsec_short")}, "base64"),
        ({"sms_webhook_secret": SecretStr(f"{SECRET} another")}, "base64"),
    ],
)
def test_a_gateway_for_texts_is_set_whole_or_not_at_all(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said) as refused:
        Settings(**TEXTS | wrong)
    assert "invented" not in str(refused.value)


@pytest.mark.parametrize(
    "right",
    [
        {"sms_url": "http://127.0.0.1:8025/messages"},
        {"sms_url": "http://[::1]:8025/messages"},
        {"sms_sender": "+33700000000"},
        {"sms_sender": "36180", "sms_can_receive": True, "sms_webhook_secret": SecretStr(SECRET)},
        {"sms_webhook_secret": SecretStr(f"{SECRET} {SECRET}")},
    ],
)
def test_an_adapter_may_stand_beside_and_a_sender_be_a_number(right: dict[str, Any]) -> None:
    assert Settings(**TEXTS | right).sms_url


def test_what_an_operator_must_mend_is_logged_as_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with sms_gateway() as running:
        update = {"sms_url": running.url, "sms_key": SecretStr("another")}
        postbox = open_postbox(Settings(data=tmp_path, **TEXTS | update), secret)
        with pytest.raises(OursToMend):
            postbox.deliver(LETTER)
    told = "".join(capsys.readouterr())
    assert "gateway.to_mend" in told
    assert "gateway-refuses-us" in told
    assert LETTER.to not in told
    assert "another" not in told
