"""The reminder of the day before, through the real path, in both topologies."""

from pathlib import Path

from application.reminders.ports import DueState
from domain.pathway.reminders import Channel
from infrastructure.settings import Settings
from tests.infrastructure.reminders.certificates import HOST
from tests.infrastructure.reminders.mail_server import RunningMailServer, mail_server
from tests.workers.house import EMAIL, house, wait_until
from tests.workers.running import dramatiq, embedded


def test_moved_there_and_back_one_reminder_leaves_at_the_right_time(settings: Settings) -> None:
    with house(settings) as living:
        living.book_and_move_there_and_back()
        with embedded(living):
            wait_until(lambda: living.counts() == {DueState.SENT: 1})
        ((left_at, letter),) = living.outbox.letters()
        assert left_at >= living.due_at
        assert (letter.to, letter.channel) == (EMAIL.reach, Channel.EMAIL)
        (fact,) = living.sent()
        assert (fact.occurrence, letter.key) == (5, fact.due_id)


def with_mail(settings: Settings, server: RunningMailServer) -> Settings:
    return settings.model_copy(
        update={
            "smtp_host": HOST,
            "smtp_port": server.port,
            "smtp_authorities": server.authority,
            "mail_from": "rappel@reseau.example",
        }
    )


def test_through_redis_and_a_mail_server_one_reminder_arrives(
    network: Settings, tmp_path: Path
) -> None:
    with mail_server(tmp_path) as mail, house(with_mail(network, mail)) as living:
        living.book_and_move_there_and_back()
        with dramatiq(living):
            wait_until(lambda: living.counts() == {DueState.SENT: 1})
        (message,) = mail.mailbox.received
        (fact,) = living.sent()
        assert message["Message-ID"] == f"<{fact.due_id}@reseau.example>"
        assert message["To"] == EMAIL.reach
        assert mail.mailbox.sessions_encrypted == [True]
        assert not fact.perhaps_twice


def test_a_mail_server_that_hangs_up_leaves_a_doubt_that_is_said(
    network: Settings, tmp_path: Path
) -> None:
    with mail_server(tmp_path) as mail, house(with_mail(network, mail)) as living:
        mail.mailbox.cuts = True
        living.book()
        with dramatiq(living):
            wait_until(lambda: len(mail.mailbox.received) == 1)
            wait_until(lambda: living.counts() == {DueState.WAITING: 1})
            mail.mailbox.cuts = False
            living.make_due()
            wait_until(lambda: len(living.outcomes()) == 1)
        assert [fact.perhaps_twice for fact in living.sent()] == [True]
        first, second = (message["Message-ID"] for message in mail.mailbox.received)
        assert first == second
