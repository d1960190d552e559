"""A text through the real path: workers, gateway, what it tells afterwards, and the other way."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr

from application.people.add_contact_point import AddContactPoint, add_contact_point
from application.refusals import TooBusy
from application.reminders.hear_report import hear_report
from application.reminders.reports import Became, Report
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.reminders import Channel
from infrastructure.composition import opened_store
from infrastructure.desk import Desk
from infrastructure.reminders.handed_in import open_handed_in
from infrastructure.settings import Group, Settings
from tests.application.reminders.house import INES
from tests.infrastructure.databases import engine_on
from tests.infrastructure.reminders.mail_server import mail_server
from tests.infrastructure.reminders.sms_gateway import KEY, RunningSmsGateway, Text, sms_gateway
from tests.workers.house import EMAIL, House, house, wait_until
from tests.workers.running import embedded
from tests.workers.test_reminders_arrive import with_mail

MOBILE = ContactPoint(kind=ContactKind.MOBILE, reach="+33639980001")


def with_texts(settings: Settings, running: RunningSmsGateway) -> Settings:
    update = {
        "sms_url": running.url,
        "sms_key": SecretStr(KEY),
        "sms_sender": "CORDEE",
        "sms_knows_keys": True,
    }
    return settings.model_copy(update=update)


def comes_back(living: House, text: Text) -> bool:
    """The gateway tells so, by its own name for the text; whether it was heard."""
    report = Report(
        id="w-1",
        key=None,
        name=text.id,
        channel=Channel.TEXT,
        became=Became.FAILED,
        reason="expired",
        at=datetime.now(UTC),
    )
    with opened_store(living.settings) as store, engine_on(living.settings, Group.DESK) as desk:
        handed_in = open_handed_in(Desk(desk), store.keyring.secret)
        with suppress(TooBusy):
            return hear_report(living.reminding.network, handed_in, report) == 1
        return False


def test_a_text_that_comes_back_is_followed_by_an_e_mail(
    settings: Settings, tmp_path: Path
) -> None:
    with (
        sms_gateway() as running,
        mail_server(tmp_path) as mail,
        house(with_mail(with_texts(settings, running), mail)) as living,
    ):
        command = AddContactPoint(pathway_id=living.pathway_id, point=MOBILE)
        add_contact_point(living.reminding.network, command, INES)
        living.book()
        with embedded(living):
            wait_until(lambda: len(living.sent()) == 1)
            (text,) = running.gateway.texts
            assert text.content["to"] == MOBILE.reach
            assert mail.mailbox.received == []
            wait_until(lambda: comes_back(living, text))
            wait_until(lambda: len(living.sent()) == 2)
        (message,) = mail.mailbox.received
        assert message["To"] == EMAIL.reach
        assert [fact.channel for fact in living.sent()] == [Channel.TEXT, Channel.EMAIL]
        assert not any(fact.perhaps_twice for fact in living.sent())
        assert len(running.gateway.texts) == 1
