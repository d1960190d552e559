from collections.abc import Iterator
from pathlib import Path

import pytest

from api.cli.templates import warnings_of
from application.reminders.list_templates import list_letters
from seeds.templates.shipped import shipped_digest_wordings
from tests.cli.cordee import FOUNDING, Cordee
from tests.infrastructure.reminders.certificates import HOST
from tests.infrastructure.reminders.mail_server import mail_server
from tests.infrastructure.reminders.sms_gateway import (
    KEY,
    Answer,
    RunningSmsGateway,
    sms_gateway,
)

SHIPPED_RULES = Path(__file__).parents[2] / "seeds" / "rules" / "reminders.toml"
SHIPPED_FOLDER = Path(__file__).parents[2] / "seeds" / "templates"
MINE = "+33639980001"


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningSmsGateway]:
    with sms_gateway() as running:
        monkeypatch.setenv("CORDEE_SMS_URL", running.url)
        monkeypatch.setenv("CORDEE_SMS_KEY", KEY)
        monkeypatch.setenv("CORDEE_SMS_SENDER", "CORDEE")
        yield running


def test_a_text_to_oneself_shows_that_the_settings_are_right(
    cordee: Cordee, texts: RunningSmsGateway
) -> None:
    told = cordee.read("reminders", "try-sms", "--to", MINE)
    (text,) = texts.gateway.texts
    assert (text.content["to"], text.content["coding"]) == (MINE, "gsm7")
    assert told == {"key": text.key, "message_id": text.id}
    assert "gateway took it" in cordee.run("reminders", "try-sms", typed=f"{MINE}\n").output


@pytest.mark.parametrize(
    ("status", "to_do"), [(401, "the key"), (404, "CORDEE_SMS_URL"), (500, "nobody knows")]
)
def test_what_is_wrong_is_said_with_what_to_do(
    cordee: Cordee, texts: RunningSmsGateway, status: int, to_do: str
) -> None:
    texts.gateway.next.append(Answer(status))
    refused = cordee.run("reminders", "try-sms", "--to", MINE)
    assert refused.exit_code == 1
    assert to_do in refused.output
    assert MINE not in refused.output


def test_what_is_no_number_never_leaves(cordee: Cordee, texts: RunningSmsGateway) -> None:
    cordee.refuses("not-handed-in", "reminders", "try-sms", "--to", "06 39 98 00 01")
    assert texts.gateway.requests == []


def test_without_a_gateway_nothing_can_be_tried(cordee: Cordee) -> None:
    cordee.refuses("no-gateway", "reminders", "try-sms", "--to", MINE)
    cordee.refuses("no-gateway", "reminders", "try-mail", "--to", "moi@reseau.example")


def test_a_mail_to_oneself_shows_that_the_settings_are_right(
    cordee: Cordee, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with mail_server(tmp_path) as server:
        monkeypatch.setenv("CORDEE_SMTP_HOST", HOST)
        monkeypatch.setenv("CORDEE_SMTP_PORT", str(server.port))
        monkeypatch.setenv("CORDEE_SMTP_AUTHORITIES", str(server.authority))
        monkeypatch.setenv("CORDEE_MAIL_FROM", "rappel@reseau.example")
        assert cordee.read("reminders", "try-mail", "--to", "moi@reseau.example")["key"]
        assert server.mailbox.recipients == ["moi@reseau.example"]
        server.mailbox.to_recipient = "550 moi@reseau.example is unknown"
        refused = cordee.run("reminders", "try-mail", "--to", "moi@reseau.example")
        assert "refuses this address" in refused.output
        assert "moi@reseau.example" not in refused.output


def test_templates_are_listed_with_who_reviewed_them_and_what_they_cost(cordee: Cordee) -> None:
    listed = cordee.read("reminders", "templates")
    rows = {(row["language"], row["template"]): row for row in listed}
    assert {language for language, _ in rows} == {"ar", "en", "fr", "uk"}
    french, ukrainian = rows["fr", "appointment"], rows["uk", "appointment"]
    assert french["review"]["by"] == "Cordée"
    assert french["with_link"]["encoding"] == "GSM-7"
    assert (french["without_link"]["segments"], french["with_link"]["segments"]) == (1, 1)
    assert (ukrainian["review"], ukrainian["sent_in"]) == (None, "fr")
    assert ukrainian["with_link"]["encoding"] == "UCS-2"
    assert ukrainian["with_link"]["segments"] == 3


def test_letters_to_members_are_listed_with_who_reviewed_them(cordee: Cordee) -> None:
    letters = [row for row in cordee.read("reminders", "templates") if row["with_link"] is None]
    told = {(row["language"], row["template"]): row["review"]["by"] for row in letters}
    assert told == {
        (language, template): "Cordée"
        for language in ("fr", "en")
        for template in ("digest", "password_reset")
    }
    assert "password_reset" in cordee.run("reminders", "templates").stdout


def test_a_letter_that_nobody_reviewed_is_said_too() -> None:
    english, french = shipped_digest_wordings()
    not_yet = english.model_copy(update={"review": None})
    listed = list_letters({"digest": (not_yet, french)})
    assert warnings_of(listed) == [
        "en: nobody who speaks it has reviewed the letter 'digest'; members get 'fr'."
    ]


def test_what_nobody_reviewed_is_said_beside_the_list(cordee: Cordee) -> None:
    shown = cordee.run("reminders", "templates")
    assert shown.exit_code == 0
    assert "please_call" in shown.stdout
    assert "not yet" in shown.stdout
    assert "uk: nobody who speaks it has reviewed it; people get 'fr'." in shown.stderr
    assert "en:" not in shown.stderr


def test_a_network_s_own_templates_are_checked_and_what_is_wrong_is_said(
    cordee: Cordee, tmp_path: Path
) -> None:
    here = {"CORDEE_REMINDER_TEMPLATES": str(tmp_path / "ours")}
    cordee.refuses("templates-unreadable", "reminders", "templates", environment=here)
    (tmp_path / "ours").mkdir()
    shipped = SHIPPED_FOLDER.joinpath("reminders.fr.toml").read_text("utf-8")
    wrong = shipped.replace("Un souci ?", "Votre médecin :")
    (tmp_path / "ours" / "reminders.fr.toml").write_text(wrong, "utf-8")
    refused = cordee.run("reminders", "templates", environment=here)
    assert refused.exit_code == 78
    assert "The templates that CORDEE_REMINDER_TEMPLATES names are not right" in refused.stderr
    assert "fr: 'medecin' tells too much" in refused.stderr


@pytest.fixture
def founded(cordee: Cordee) -> Cordee:
    cordee.read(*FOUNDING, "--generate-password")
    return cordee


MEMBER = "bbbbbbbb-0000-4000-8000-000000000001"


def states(cordee: Cordee) -> dict[str, str]:
    return {one["rule"]: one["state"] for one in cordee.read("reminders", "rules", "list")}


def test_a_rule_is_switched_off_and_on_again(founded: Cordee) -> None:
    assert set(states(founded).values()) == {"on"}
    switch = ("reminders", "rules", "off", "appointment-week-before", "--by", MEMBER)
    assert "is off" in founded.run(*switch).stderr
    assert states(founded)["appointment-week-before"] == "off"
    founded.refuses("rule-stands-so", *switch)
    again = founded.run("reminders", "rules", "on", "appointment-week-before", "--by", MEMBER)
    assert '"rule_id": "appointment-week-before"' in again.stderr
    assert MEMBER in again.stderr
    assert set(states(founded).values()) == {"on"}
    assert "appointment-week-before" in founded.run("reminders", "rules", "list").stdout
    founded.refuses("rule-unknown", "reminders", "rules", "off", "full-moon", "--by", MEMBER)


def test_rules_are_tried_on_what_is_living(founded: Cordee, tmp_path: Path) -> None:
    told = founded.read("reminders", "preview", "--rules", str(SHIPPED_RULES))
    assert {one["rule"] for one in told["rules"]} == set(states(founded))
    assert told["present"] == told["proposed"]
    shown = founded.run("reminders", "preview", "--rules", str(SHIPPED_RULES))
    assert "appointment-day-before" in shown.stdout
    nowhere = ("reminders", "preview", "--rules", str(tmp_path / "nowhere.toml"))
    founded.refuses("reminder-rules-unreadable", *nowhere)
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('version = "x"\n', encoding="utf-8")
    refused = founded.run("reminders", "preview", "--rules", str(wrong))
    assert refused.exit_code == 78
    assert "hours: Field required" in refused.stderr
