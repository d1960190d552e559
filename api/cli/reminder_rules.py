"""`cordee reminders rules` and `preview`: which rules are in force, and what others would plan."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import structlog
import typer

from api.cli.presenting import AsJson, print_json, print_table, progress, say
from api.cli.settings import Data, settings_from
from api.composition import opened_installation
from application.reminders.preview_rules import RulePreviewed, ToCome, preview_rules
from application.reminders.reminding import Reminding
from application.reminders.switch_rule import switch_rule
from domain.reminders.rules import ReminderRule
from seeds.rules.shipped import reminder_rules
from workers.composition import opened_reminding

RuleId = Annotated[str, typer.Argument(metavar="ID", help="As `rules list` shows it.")]
By = Annotated[UUID, typer.Option(help="The id of the member who decided it; the log keeps it.")]
Rules = Annotated[Path, typer.Option("--rules", help="A rule pack to try: a TOML file.")]

ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)  # since when the first pack of a network is in force

log = structlog.get_logger()
app = typer.Typer(help="Which reminder rules are in force.", no_args_is_help=True)


@app.callback()
def rules() -> None:
    """A network has its rules in a file; it may switch single ones off, and on again."""


@app.command(name="list")
def list_rules(*, as_json: AsJson = False, data: Data = None) -> None:
    """Every rule of the pack, with what it is about, whom it tells, and since when."""
    with _reminding(data) as reminding:
        told = [_told(rule, reminding) for rule in reminding.pack.rules]
    if as_json:
        print_json(told)
    else:
        print_table(told, title=f"Pack {reminding.pack.version}")


@app.command(name="on")
def switch_on(rule_id: RuleId, *, by: By, data: Data = None) -> None:
    """Switch a rule on again: it recalls what is still to come."""
    _switch(rule_id, by, data, on=True)


@app.command(name="off")
def switch_off(rule_id: RuleId, *, by: By, data: Data = None) -> None:
    """Switch a rule off: what it had planned is held back."""
    _switch(rule_id, by, data, on=False)


def preview(proposed: Rules, *, as_json: AsJson = False, data: Data = None) -> None:
    """Show what other rules would plan over the living pathways; nothing is written or sent."""
    pack = reminder_rules(proposed)
    with (
        _reminding(data) as reminding,
        progress("Events", total=reminding.network.log.head()) as advance,
    ):
        found = preview_rules(reminding, pack, report=advance)
    rows = [_compared(one) for one in found]
    if as_json:
        print_json({"present": reminding.pack.version, "proposed": pack.version, "rules": rows})
    else:
        print_table(rows, title=f"From now on: {reminding.pack.version}, then {pack.version}")


@contextmanager
def _reminding(data: Path | None) -> Iterator[Reminding]:
    settings = settings_from(data)
    with (
        opened_installation(settings) as here,
        opened_reminding(settings, here.store) as reminding,
    ):
        yield reminding


def _switch(rule_id: str, by: UUID, data: Path | None, *, on: bool) -> None:
    with _reminding(data) as reminding:
        switch_rule(reminding.switches, reminding.pack, rule_id, on=on)
    log.info("reminders.rule_switched", rule_id=rule_id, on=on, member_id=str(by))
    say(f"{rule_id} is {'on' if on else 'off'}; running processes know within seconds.")


def _told(rule: ReminderRule, reminding: Reminding) -> dict[str, Any]:
    stands = reminding.switches.known().get(rule.id)
    return {
        "rule": rule.id,
        "on": rule.on.value,
        "to": rule.to.value,
        "state": "on" if rule.enabled and not (stands and stands.off) else "off",
        "since": stands.since.isoformat() if stands and stands.since > ALWAYS else "always",
    }


def _compared(one: RulePreviewed) -> dict[str, Any]:
    return {
        "rule": one.rule_id,
        **_counted("present", one.present),
        **_counted("proposed", one.proposed),
    }


def _counted(name: str, to_come: ToCome) -> dict[str, Any]:
    return {
        name: to_come.count,
        f"{name} first": _day(to_come.first),
        f"{name} last": _day(to_come.last),
    }


def _day(instant: datetime | None) -> str:
    return instant.date().isoformat() if instant else ""
