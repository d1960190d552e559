"""What every `Postbox` promises, whatever is behind it: the fake keeps the same word."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from pydantic import SecretStr

from application.reminders.postbox import Letter, NotDelivered, Postbox, TryLater, Undeliverable
from domain.pathway.reminders import Channel
from infrastructure.reminders.breaker import Breaker
from infrastructure.reminders.by_channel import PostboxByChannel
from infrastructure.reminders.guarded import Gate, GuardedPostbox
from infrastructure.reminders.handed_in import NotingPostbox
from infrastructure.reminders.outbox import OutboxFolder
from infrastructure.reminders.rate import Rate
from infrastructure.reminders.sms import Gateway, SmsPostbox
from infrastructure.reminders.smtp import MailServer, SmtpPostbox
from tests.fakes.due_rows import DueRowsInMemory
from tests.fakes.handed_in import HandedInInMemory
from tests.fakes.postbox import PostboxInMemory
from tests.infrastructure.reminders.certificates import HOST
from tests.infrastructure.reminders.mail_server import mail_server
from tests.infrastructure.reminders.sms_gateway import KEY, Answer, SmsGateway, sms_gateway

REACH = {Channel.TEXT: "+33639980001", Channel.EMAIL: "awa@personne.example"}
Arrived = list[tuple[str, str]]  # to whom, and what
Refuse = Callable[[type[NotDelivered]], None]


@dataclass(frozen=True)
class Behind:
    """A postbox, what came out at the other end, and how to have the next letter refused."""

    postbox: Postbox
    channel: Channel
    arrived: Callable[[], Arrived]
    refuse: Refuse | None = None  # None: it takes everything

    def letter(self, *, key: UUID | None = None) -> Letter:
        text = "Rappel : vous avez rendez-vous jeudi 12 mars à 9h05."
        return Letter(key or uuid4(), self.channel, REACH[self.channel], "Rappel", text)


@contextmanager
def fake(_: Path) -> Iterator[Behind]:
    postbox = PostboxInMemory()

    def refuse(kind: type[NotDelivered]) -> None:
        def refusing(_: Letter) -> None:
            raise kind("refused")

        postbox.before = refusing

    yield Behind(postbox, Channel.TEXT, lambda: _as_arrived(postbox.letters), refuse)


@contextmanager
def outbox(folder: Path) -> Iterator[Behind]:
    postbox = OutboxFolder(folder / "outbox", bytes(32))
    yield Behind(postbox, Channel.TEXT, lambda: _as_arrived(one for _, one in postbox.letters()))


@contextmanager
def smtp(folder: Path) -> Iterator[Behind]:
    with mail_server(folder) as server:
        postbox = SmtpPostbox(
            MailServer(
                host=HOST,
                port=server.port,
                sender="rappel@reseau.example",
                authorities=str(server.authority),
            )
        )

        def refuse(kind: type[NotDelivered]) -> None:
            answers = {Undeliverable: "550 awa@personne.example", TryLater: "451 greylisted"}
            server.mailbox.to_recipient = answers[kind]

        def arrived() -> Arrived:
            received = server.mailbox.received
            return [(one["To"], one.get_content().strip()) for one in received]

        yield Behind(postbox, Channel.EMAIL, arrived, refuse)


@contextmanager
def sms(_: Path, *, knows_keys: bool = True) -> Iterator[Behind]:
    with sms_gateway(SmsGateway(knows_keys=knows_keys)) as running:
        postbox = SmsPostbox(Gateway(running.url, SecretStr(KEY), "CORDEE", knows_keys))

        def refuse(kind: type[NotDelivered]) -> None:
            answers = {Undeliverable: Answer(422, b"+33639980001"), TryLater: Answer(503)}
            running.gateway.next.append(answers[kind])

        def arrived() -> Arrived:
            texts = running.gateway.texts
            return [(one.content["to"], one.content["text"]) for one in texts]

        yield Behind(postbox, Channel.TEXT, arrived, refuse)


@contextmanager
def sms_without_keys(folder: Path) -> Iterator[Behind]:
    with sms(folder, knows_keys=False) as behind:
        yield behind


@contextmanager
def in_each_other(folder: Path) -> Iterator[Behind]:
    """As workers have it: by channel, named, guarded."""
    with sms(folder) as behind:
        by_channel = PostboxByChannel({behind.channel: behind.postbox})
        noting = NotingPostbox(by_channel, HandedInInMemory(DueRowsInMemory()))
        gates = {behind.channel: Gate(Breaker(), Rate(0))}
        yield replace(behind, postbox=GuardedPostbox(noting, gates))


Opened = Callable[[Path], AbstractContextManager[Behind]]
POSTBOXES: list[Opened] = [fake, outbox, smtp, sms, sms_without_keys, in_each_other]


@pytest.fixture(params=POSTBOXES, ids=lambda opened: opened.__name__)
def behind(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Behind]:
    opened: Opened = request.param
    with opened(tmp_path) as behind:
        yield behind


def test_a_letter_arrives_as_it_was_handed_in(behind: Behind) -> None:
    letter = behind.letter()
    behind.postbox.deliver(letter)
    assert behind.arrived() == [(letter.to, letter.text)]


def test_it_says_what_it_carries_and_where_keys_are_known(behind: Behind) -> None:
    assert behind.channel in behind.postbox.channels
    assert behind.postbox.keyed <= behind.postbox.channels


def test_a_letter_handed_in_again_leaves_once_where_keys_are_known(behind: Behind) -> None:
    letter = behind.letter()
    names = {behind.postbox.deliver(letter) for _ in range(2)}
    is_keyed = behind.channel in behind.postbox.keyed
    assert len(behind.arrived()) == (1 if is_keyed else 2)
    assert len(names) == 1 or not is_keyed


def test_a_letter_that_goes_another_way_bears_the_same_key_and_leaves(tmp_path: Path) -> None:
    letter = Letter(uuid4(), Channel.TEXT, REACH[Channel.TEXT], "Rappel", "Rappel")
    other = replace(letter, channel=Channel.EMAIL, to=REACH[Channel.EMAIL])
    letters, folder = PostboxInMemory(), OutboxFolder(tmp_path, bytes(32))
    for one in (letter, other, letter, other):
        letters.deliver(one)
        folder.deliver(one)
    assert letters.letters == [letter, other]
    assert {found.channel for _, found in folder.letters()} == {Channel.TEXT, Channel.EMAIL}


def test_two_letters_of_the_same_words_both_leave(behind: Behind) -> None:
    behind.postbox.deliver(behind.letter())
    behind.postbox.deliver(behind.letter())
    assert len(behind.arrived()) == 2


@pytest.mark.parametrize("kind", [Undeliverable, TryLater])
def test_a_letter_that_is_refused_does_not_leave_and_names_nobody(
    behind: Behind, kind: type[NotDelivered]
) -> None:
    if behind.refuse is None:
        return
    behind.refuse(kind)
    letter = behind.letter()
    with pytest.raises(kind) as refused:
        behind.postbox.deliver(letter)
    assert behind.arrived() == []
    assert letter.to not in repr(refused.value)
    assert refused.value.__cause__ is None


def _as_arrived(letters: Iterator[Letter] | list[Letter]) -> Arrived:
    return [(letter.to, letter.text) for letter in letters]
