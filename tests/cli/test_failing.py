from pathlib import Path

import pytest
import typer

from api.cli.failing import answered
from domain.refusals import Conflict
from tests.cli.cordee import Cordee


class Impossible(Conflict):
    code = "impossible"
    title = "This cannot be: ask again tomorrow."


def ends_with(broken: Exception) -> int:
    def command() -> None:
        raise broken

    with pytest.raises(typer.Exit) as ended:
        answered(command)
    return ended.value.exit_code


def test_a_refusal_is_a_sentence_and_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends_with(Impossible()) == 1
    assert capsys.readouterr().err.startswith(f"{Impossible.title}\n(impossible, reference ")


def test_what_was_not_expected_never_shows_what_it_holds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ends_with(KeyError("Awa Nérédou")) == 70
    shown = capsys.readouterr()
    assert "unexpected" in shown.err
    assert "KeyError" in shown.err + shown.out
    assert "Awa" not in shown.err + shown.out


def test_a_database_out_of_reach_is_told_apart(cordee: Cordee) -> None:
    away = "postgresql://nobody@127.0.0.1:1/"
    settings = {"CORDEE_DATABASE_URL": f"{away}events", "CORDEE_KEYS_URL": f"{away}keys"}
    result = cordee.run("migrate", environment=settings)
    assert result.exit_code == 69
    assert "(store-unavailable, reference " in result.stderr


def test_a_wrong_setting_is_named_without_its_value(cordee: Cordee) -> None:
    result = cordee.run("migrate", environment={"CORDEE_CONNECTIONS": "many"})
    assert result.exit_code == 78
    assert "connections" in result.stderr
    assert "many" not in result.stderr


def test_sharing_rules_that_are_wrong_are_named(demo: Cordee, tmp_path: Path) -> None:
    own = tmp_path / "sharing.toml"
    named = {"CORDEE_SHARING_RULES": str(own)}
    unreadable = demo.run("seeds", "load", environment=named)
    assert (unreadable.exit_code, "(rules-unreadable, " in unreadable.stderr) == (1, True)
    shipped = Path("seeds/rules/sharing.toml").read_text(encoding="utf-8")
    own.write_text(shipped.replace('"social_worker"', '"sorcerer"'), encoding="utf-8")
    wrong = demo.run("seeds", "load", environment=named)
    assert wrong.exit_code == 78
    assert "CORDEE_SHARING_RULES" in wrong.stderr
    assert "listed.3.professions.0" in wrong.stderr
    assert "sorcerer" not in wrong.stderr


def test_a_command_that_is_not_understood_says_so(cordee: Cordee) -> None:
    assert cordee.run("climb").exit_code == 2
