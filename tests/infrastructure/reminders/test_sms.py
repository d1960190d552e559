import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from uuid import UUID

import pytest
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
from infrastructure.reminders.posting import MOST_READ, Patience
from infrastructure.reminders.sms import Gateway, SmsPostbox
from tests.infrastructure.reminders.certificates import HOST, certificate
from tests.infrastructure.reminders.sms_gateway import (
    CUT_AFTER,
    CUT_BEFORE,
    KEY,
    SILENT,
    Answer,
    RunningSmsGateway,
    SmsGateway,
    left,
    sms_gateway,
)
from tests.servers import free_port

LETTER = Letter(
    key=UUID("dddddddd-0000-4000-8000-000000000001"),
    channel=Channel.TEXT,
    to="+33639980001",
    subject="Rappel",
    text="Rappel : vous avez rendez-vous jeudi 12 mars à 9h05.",
)
MOVED = Answer(302, headers={"Location": f"http://{HOST}:1/"})
SOON = Patience(connect=1, read=0.1, whole=0.3)


@pytest.fixture
def running() -> Iterator[RunningSmsGateway]:
    with sms_gateway() as running:
        yield running


def of(running: RunningSmsGateway) -> Gateway:
    return Gateway(url=running.url, key=SecretStr(KEY), sender="CORDEE", knows_keys=True)


def why_not(gateway: Gateway, letter: Letter = LETTER) -> NotDelivered:
    with pytest.raises(NotDelivered) as refused:
        SmsPostbox(gateway).deliver(letter)
    assert letter.to not in repr(refused.value)
    assert refused.value.__cause__ is None
    return refused.value


def test_a_text_is_handed_in_with_its_key(running: RunningSmsGateway) -> None:
    message_id = SmsPostbox(of(running)).deliver(LETTER)
    (text,) = running.gateway.texts
    assert (text.key, text.id) == (str(LETTER.key), message_id)
    assert text.content == {
        "from": "CORDEE",
        "to": "+33639980001",
        "text": LETTER.text,
        "coding": "gsm7",
    }
    (headers,) = running.gateway.requests
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["content-type"] == "application/json"


def test_a_text_outside_the_alphabet_says_so(running: RunningSmsGateway) -> None:
    SmsPostbox(of(running)).deliver(replace(LETTER, text="تذكير"))
    assert running.gateway.texts[0].content["coding"] == "ucs2"
    assert running.gateway.texts[0].content["text"] == "تذكير"


def test_a_text_handed_in_again_leaves_once_where_keys_are_known(
    running: RunningSmsGateway,
) -> None:
    postbox = SmsPostbox(of(running))
    assert postbox.deliver(LETTER) == postbox.deliver(LETTER)
    assert len(running.gateway.texts) == 1


def test_a_text_travels_under_encryption_to_whom_is_trusted_only(tmp_path: Path) -> None:
    authority, tls = certificate(tmp_path)
    with sms_gateway(tls=tls) as running:
        trusting = replace(of(running), authorities=str(authority))
        assert SmsPostbox(trusting).deliver(LETTER)
        refusal = why_not(of(running))
        assert (type(refusal), refusal.reason) == (OursToMend, "gateway-not-trusted")
    assert len(running.gateway.requests) == 1


def test_an_encryption_of_before_is_not_trusted(tmp_path: Path) -> None:
    authority, tls = certificate(tmp_path)
    tls.minimum_version = ssl.TLSVersion.TLSv1_2
    with sms_gateway(tls=tls) as running:
        elsewhere = running.url.replace(HOST, "localhost")  # a name its certificate does not bear
        refusal = why_not(replace(of(running), url=elsewhere, authorities=str(authority)))
    assert (type(refusal), refusal.reason) == (OursToMend, "gateway-not-trusted")


@pytest.mark.parametrize(
    ("answer", "kind", "reason"),
    [
        (Answer(422, b'{"code": "number-invalid"}'), Undeliverable, "number-invalid"),
        (Answer(403, b'{"code": "number-invalid"}'), OursToMend, "gateway-refuses-us"),
        (Answer(404, b'{"code": "number-unsubscribed"}'), Undeliverable, "number-unsubscribed"),
        (Answer(400, b'{"code": "+33639980001 is wrong"}'), Undeliverable, "message-refused"),
        (Answer(413), Undeliverable, "message-refused"),
        (Answer(422, b"[]"), Undeliverable, "message-refused"),
        (Answer(422, b"[" * 60_000), Undeliverable, "message-refused"),
        (Answer(401), OursToMend, "gateway-refuses-us"),
        (Answer(402), OursToMend, "gateway-refuses-us"),
        (Answer(404), OursToMend, "gateway-misconfigured"),
        (MOVED, OursToMend, "gateway-misconfigured"),
        (Answer(408), TryLater, "gateway-busy"),
        (Answer(429), TryLater, "gateway-busy"),
        (Answer(503), TryLater, "gateway-busy"),
        (Answer(409), Unclear, "gateway-failed"),
        (Answer(500), Unclear, "gateway-failed"),
        (Answer(502), Unclear, "gateway-failed"),
        (Answer(504), Unclear, "gateway-failed"),
        (CUT_BEFORE, Unclear, "cut-while-sending"),
        (CUT_AFTER, Unclear, "cut-while-sending"),
    ],
)  # fmt: skip
def test_a_refusal_is_for_good_for_now_or_for_us_to_mend(
    running: RunningSmsGateway, answer: Answer, kind: type[NotDelivered], reason: str
) -> None:
    running.gateway.next.append(answer)
    refusal = why_not(of(running))
    assert (type(refusal), refusal.reason) == (kind, reason)
    assert len(running.gateway.requests) == 1  # no redirect is followed, nothing said twice


@pytest.mark.parametrize("answer", [SILENT, Answer(dribbles=True)])
def test_a_gateway_that_does_not_end_is_not_waited_for(
    running: RunningSmsGateway, answer: Answer
) -> None:
    running.gateway.next.append(answer)
    refusal = why_not(replace(of(running), patience=SOON))
    assert (type(refusal), refusal.reason) == (Unclear, "cut-while-sending")


@pytest.mark.parametrize(
    ("asked", "after"),
    [
        ("90", timedelta(seconds=90)),
        ("99999999", timedelta(days=1)),
        ("9" * 400, timedelta()),
        ("soon", timedelta()),
        ("", timedelta()),
        ("-5", timedelta()),
        ("Thu, 01 Jan 2015 00:00:00 GMT", timedelta()),
        pytest.param(
            format_datetime(datetime.now(UTC) + timedelta(days=3), usegmt=True),
            timedelta(days=1),
            id="in three days",
        ),
        ("Thu, 01 Jan 2099 00:00:00 -0000", timedelta(days=1)),
    ],
)
def test_a_gateway_says_how_long_to_wait(
    running: RunningSmsGateway, asked: str, after: timedelta
) -> None:
    running.gateway.next.append(Answer(429, headers={"Retry-After": asked}))
    refusal = why_not(of(running))
    assert isinstance(refusal, TryLater)
    assert refusal.after == after


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=b"", accepts=True),
        Answer(body=b"thank you", accepts=True),
        Answer(body=b'{"id": 7}', accepts=True),
        Answer(body=b'{"id": "' + b"x" * 201 + b'"}', accepts=True),
        Answer(body=b'{"id": "m"}' + b" " * 2 * MOST_READ + b"x", accepts=True),
        Answer(body=b'{"id":', headers={"Content-Length": "900"}, accepts=True),
    ],
)
def test_what_was_accepted_left_even_without_a_name(
    running: RunningSmsGateway, answer: Answer
) -> None:
    running.gateway.next.append(answer)
    delivered = SmsPostbox(of(running)).deliver(LETTER)
    assert delivered in {None, "m"}
    assert len(running.gateway.texts) == 1


def test_a_gateway_that_is_down_may_be_up_later() -> None:
    nobody = Gateway(f"http://{HOST}:{free_port()}/messages", SecretStr(KEY), "CORDEE")
    refusal = why_not(nobody)
    assert (type(refusal), refusal.reason) == (TryLater, "gateway-unreachable")


def test_a_wrong_key_is_for_us_to_mend(running: RunningSmsGateway) -> None:
    refusal = why_not(replace(of(running), key=SecretStr("another")))
    assert (type(refusal), refusal.reason) == (OursToMend, "gateway-refuses-us")
    assert running.gateway.texts == []


def test_what_left_is_counted_in_a_file_without_any_number(tmp_path: Path) -> None:
    ledger = tmp_path / "left.jsonl"
    assert left(ledger) == {}
    with sms_gateway(SmsGateway(knows_keys=False, ledger=ledger)) as running:
        postbox = SmsPostbox(of(running))
        postbox.deliver(LETTER)
        postbox.deliver(LETTER)
    assert left(ledger) == {str(LETTER.key): 2}
    assert LETTER.to[1:] not in ledger.read_text(encoding="ascii")


def test_faults_fall_on_requests_by_their_number() -> None:
    with sms_gateway(SmsGateway(fail_each=2, cut_each=3)) as running:
        postbox = SmsPostbox(of(running))
        postbox.deliver(LETTER)
        assert why_not(of(running)).reason == "gateway-busy"
        assert why_not(of(running)).reason == "cut-while-sending"
