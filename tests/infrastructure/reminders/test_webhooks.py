from base64 import b64encode
from datetime import UTC, datetime, timedelta

import pytest

from application.reminders.reports import ReportNotSigned
from infrastructure.reminders.webhooks import Signatures, signature

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
OLD, NEW = bytes(range(24)), bytes(range(32))
BODY = b'{"type": "message.delivered"}'


def secret(key: bytes) -> str:
    return f"whsec_{b64encode(key).decode()}"


SIGNATURES = Signatures([secret(OLD), secret(NEW)], lambda: NOW)


def headers(
    *, key: bytes = NEW, webhook_id: str = "w-1", at: datetime = NOW, body: bytes = BODY
) -> dict[str, str]:
    moment = str(int(at.timestamp()))
    return {
        "webhook-id": webhook_id,
        "webhook-timestamp": moment,
        "webhook-signature": signature(key, webhook_id, moment, body),
    }


def test_what_the_specification_signs_is_taken_for_signed() -> None:
    """The example that the specification's own libraries are tested with."""
    key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    signatures = Signatures([key], lambda: datetime.fromtimestamp(1_614_265_330, UTC))
    signed = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    assert signatures.verify(signed, b'{"test": 2432232314}') == "msg_p5jXN8AQM9LWM0D4loKWxJek"


@pytest.mark.parametrize("key", [OLD, NEW])
def test_either_secret_signs_while_one_replaces_the_other(key: bytes) -> None:
    assert SIGNATURES.verify(headers(key=key), BODY) == "w-1"


def test_one_right_signature_among_others_is_enough() -> None:
    given = headers()
    others = f"v1,AAAA v2,{given['webhook-signature']} {given['webhook-signature']}"
    assert SIGNATURES.verify(given | {"webhook-signature": others}, BODY) == "w-1"


@pytest.mark.parametrize("minutes", [-5, 5])
def test_a_signature_lasts_for_five_minutes(minutes: int) -> None:
    at = NOW + timedelta(minutes=minutes)
    assert SIGNATURES.verify(headers(at=at), BODY) == "w-1"
    further = at + timedelta(seconds=minutes)
    with pytest.raises(ReportNotSigned):
        SIGNATURES.verify(headers(at=further), BODY)


@pytest.mark.parametrize(
    "wrong",
    [
        headers(key=bytes(24)),
        headers(body=BODY + b" "),
        headers() | {"webhook-id": "w-2"},
        headers() | {"webhook-timestamp": str(int(NOW.timestamp()) + 1)},
        headers() | {"webhook-timestamp": "now"},
        headers() | {"webhook-timestamp": "9" * 400},
        headers() | {"webhook-timestamp": "١٧"},
        headers() | {"webhook-signature": ""},
        headers() | {"webhook-signature": "é"},
        headers() | {"webhook-signature": headers()["webhook-signature"].removeprefix("v1,")},
        headers() | {"webhook-signature": "v1,AAAA " * 10 + headers()["webhook-signature"]},
        headers(webhook_id=""),
        headers(webhook_id="w" * 201),
        {},
    ],
)
def test_what_nobody_signed_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ReportNotSigned):
        SIGNATURES.verify(wrong, BODY)


def test_without_a_secret_nothing_is_taken_for_signed() -> None:
    for key in (b"", bytes(24), OLD):
        with pytest.raises(ReportNotSigned):
            Signatures([], lambda: NOW).verify(headers(key=key), BODY)
