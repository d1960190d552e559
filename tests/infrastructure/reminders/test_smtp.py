from collections.abc import Iterator
from dataclasses import replace
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
from infrastructure.reminders.smtp import MailServer, SmtpPostbox
from tests.infrastructure.reminders.certificates import HOST
from tests.infrastructure.reminders.cutting_mail_server import Step, cutting_mail_server
from tests.infrastructure.reminders.mail_server import (
    PASSWORD,
    USER,
    RunningMailServer,
    mail_server,
)
from tests.servers import free_port

LETTER = Letter(
    key=UUID("dddddddd-0000-4000-8000-000000000001"),
    channel=Channel.EMAIL,
    to="awa@personne.example",
    subject="Rappel",
    text="Rappel : vous avez rendez-vous jeudi 12 mars à 9h05.",
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningMailServer]:
    with mail_server(tmp_path) as running:
        yield running


def of(server: RunningMailServer) -> MailServer:
    return MailServer(
        host=HOST,
        port=server.port,
        sender="rappel@reseau.example",
        authorities=str(server.authority),
        timeout=5,
    )


def why_not(settings: MailServer, letter: Letter = LETTER) -> NotDelivered:
    with pytest.raises(NotDelivered) as refused:
        SmtpPostbox(settings).deliver(letter)
    return refused.value


def test_a_letter_arrives_under_encryption(server: RunningMailServer) -> None:
    SmtpPostbox(of(server)).deliver(LETTER)
    (message,) = server.mailbox.received
    assert message.get_content().strip() == LETTER.text
    assert (message["From"], message["To"]) == ("rappel@reseau.example", LETTER.to)
    assert (message["Subject"], message["Auto-Submitted"]) == ("Rappel", "auto-generated")
    assert server.mailbox.recipients == [LETTER.to]
    assert server.mailbox.sessions_encrypted == [True]


def test_a_letter_handed_in_twice_bears_the_same_message_id(server: RunningMailServer) -> None:
    postbox = SmtpPostbox(of(server))
    postbox.deliver(LETTER)
    postbox.deliver(LETTER)
    expected = f"<{LETTER.key}@reseau.example>"
    assert [message["Message-ID"] for message in server.mailbox.received] == [expected] * 2


def test_without_encryption_nothing_is_said_where_it_is_required(tmp_path: Path) -> None:
    with mail_server(tmp_path, encrypts=False) as server:
        refusal = why_not(of(server))
        assert (type(refusal), refusal.reason) == (OursToMend, "gateway-lacks-encryption")
        assert server.mailbox.received == []
        SmtpPostbox(replace(of(server), encrypted=False)).deliver(LETTER)
        assert len(server.mailbox.received) == 1


@pytest.mark.parametrize("encrypted", [True, False])
def test_an_impostor_receives_nothing(server: RunningMailServer, *, encrypted: bool) -> None:
    refusal = why_not(replace(of(server), authorities=None, encrypted=encrypted))
    assert (type(refusal), refusal.reason) == (OursToMend, "gateway-not-trusted")
    assert server.mailbox.received == []


@pytest.mark.parametrize(
    ("answer", "kind"), [("550 no such mailbox", Undeliverable), ("450 mailbox busy", TryLater)]
)
def test_a_refused_recipient_is_for_good_or_for_now(
    server: RunningMailServer, answer: str, kind: type[NotDelivered]
) -> None:
    server.mailbox.to_recipient = answer
    refusal = why_not(of(server))
    assert (type(refusal), refusal.reason) == (kind, "recipient-refused")


@pytest.mark.parametrize(
    ("answer", "kind"), [("554 looks like spam", Undeliverable), ("451 greylisted", TryLater)]
)
def test_a_refused_letter_is_for_good_or_for_now(
    server: RunningMailServer, answer: str, kind: type[NotDelivered]
) -> None:
    server.mailbox.to_data = answer
    refusal = why_not(of(server))
    assert (type(refusal), refusal.reason) == (kind, "message-refused")


def test_a_server_that_hangs_up_leaves_it_unclear(server: RunningMailServer) -> None:
    server.mailbox.cuts = True
    refusal = why_not(of(server))
    assert (type(refusal), refusal.reason) == (Unclear, "cut-while-sending")
    assert len(server.mailbox.received) == 1


def test_a_server_that_is_down_may_be_up_later() -> None:
    refusal = why_not(MailServer(host=HOST, port=free_port(), sender="rappel@reseau.example"))
    assert (type(refusal), refusal.reason) == (TryLater, "gateway-unreachable")


def test_a_server_may_ask_who_we_are(tmp_path: Path) -> None:
    with mail_server(tmp_path, asks_who=True) as server:
        known = replace(of(server), user=USER, password=SecretStr(PASSWORD))
        SmtpPostbox(known).deliver(LETTER)
        assert len(server.mailbox.received) == 1
        refusal = why_not(replace(known, password=SecretStr("another")))
        assert (type(refusal), refusal.reason) == (OursToMend, "gateway-refuses-us")


def test_an_address_that_is_two_lines_is_given_up(server: RunningMailServer) -> None:
    refusal = why_not(of(server), replace(LETTER, to="awa@personne.example\r\nBcc: x@y.example"))
    assert (type(refusal), refusal.reason) == (Undeliverable, "address-unusable")
    assert server.mailbox.received == []


def test_an_address_in_another_script_needs_a_server_of_today(tmp_path: Path) -> None:
    letter = replace(LETTER, to="àwa@personne.example")
    with mail_server(tmp_path) as server:
        SmtpPostbox(of(server)).deliver(letter)
        assert server.mailbox.recipients == [letter.to]
    with mail_server(tmp_path, of_today=False) as server:
        refusal = why_not(of(server), letter)
        assert (type(refusal), refusal.reason) == (Undeliverable, "address-unusable")


def test_what_a_server_says_stays_out_of_the_refusal(server: RunningMailServer) -> None:
    server.mailbox.to_recipient = f"550 {LETTER.to} is unknown"
    refusal = why_not(of(server))
    assert LETTER.to not in repr(refusal)
    assert refusal.__cause__ is None
    assert LETTER.to not in repr(LETTER)


@pytest.mark.parametrize("step", [Step.CONNECTED, Step.GREETED, Step.ENCRYPTED, Step.FROM, Step.TO])
def test_a_server_that_hangs_up_before_the_letter_did_not_have_it(step: Step) -> None:
    with cutting_mail_server(step) as port:
        settings = MailServer(HOST, port, "rappel@reseau.example", encrypted=False, timeout=5)
        refusal = why_not(replace(settings, encrypted=step is Step.ENCRYPTED))
    assert (type(refusal), refusal.reason) == (TryLater, "gateway-unreachable")


@pytest.mark.parametrize("step", [Step.BEGUN, Step.WHOLE])
def test_a_server_that_hangs_up_on_the_letter_may_have_it(step: Step) -> None:
    with cutting_mail_server(step) as port:
        refusal = why_not(MailServer(HOST, port, "rappel@reseau.example", encrypted=False))
    assert (type(refusal), refusal.reason) == (Unclear, "cut-while-sending")


def test_a_server_that_hangs_up_once_it_took_the_letter_has_it() -> None:
    with cutting_mail_server(Step.GONE) as port:
        SmtpPostbox(MailServer(HOST, port, "rappel@reseau.example", encrypted=False)).deliver(
            LETTER
        )
