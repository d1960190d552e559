"""`cordee reminders list`, `show`, `retry`, `drop`, `status`: what is due, and not settled."""

import getpass
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import typer
from pydantic import TypeAdapter, ValidationError

from api.cli.presenting import AsJson, Sure, confirm, print_json, print_table, say
from api.cli.refusals import NotACode
from api.cli.settings import Data, settings_from
from api.cli.status import ALL_WELL, SOMETHING_TO_DO, print_told
from api.composition import opened_due_rows, opened_installation
from application.network import Network
from application.reminders.drop_reminder import DropReminder, drop_reminder
from application.reminders.ports import UNSETTLED, DueRows, DueState, Row
from application.reminders.reminder_status import ReminderStatus, reminder_status
from application.reminders.retry_reminder import RetryReminder, retry_reminder
from application.reminders.unsettled import NoSuchReminder
from domain.text import Code

MOST = 1_000  # rows that are shown, or settled by `--all`

States = Annotated[
    list[DueState] | None,
    typer.Option("--state", help="Only these; without it, what is dead, uncertain or to call."),
]
Limit = Annotated[int, typer.Option(min=1, max=MOST, help="Of those due last, at most so many.")]
Id = Annotated[UUID, typer.Argument(help="As `list` shows it.")]
Ids = Annotated[list[UUID] | None, typer.Argument(help="As `list` shows them.")]
All = Annotated[bool, typer.Option("--all", help="Every one that is dead, uncertain or to call.")]
Reason = Annotated[str, typer.Option(help="A code, such as gateway-mended or person-called.")]

CODE: TypeAdapter[str] = TypeAdapter(Code)


@dataclass(frozen=True, slots=True)
class Desk:
    network: Network
    rows: DueRows


def list_(
    *, state: States = None, limit: Limit = 100, as_json: AsJson = False, data: Data = None
) -> None:
    """List reminders that nothing more is done about by itself, or those in any state."""
    with _desk(data) as desk:
        found = [_told(row) for row in desk.rows.rows(state or UNSETTLED, limit=limit)]
    if as_json:
        print_json(found)
    else:
        print_table([{name: _short(one[name]) for name in SHOWN} for one in found])
        say(f"{len(found)} shown.")


def show(due_id: Id, *, as_json: AsJson = False, data: Data = None) -> None:
    """Show one reminder: ids, codes and dates; what it recalls stands on its pathway."""
    with _desk(data) as desk:
        row = desk.rows.row(due_id)
    if row is None:
        raise NoSuchReminder
    if as_json:
        print_json(_told(row))
    else:
        print_table([{"": name, " ": value} for name, value in _told(row).items()])


def retry(
    ids: Ids = None,
    *,
    every: All = False,
    reason: Reason,
    sure: Sure = False,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Have reminders tried again at once, with all their tries; their pathways tell it."""
    with _desk(data) as desk:

        def settle(due_id: UUID) -> None:
            command = RetryReminder(due_id=due_id, reason=_code(reason), operator=_operator())
            retry_reminder(desk.network, desk.rows, command)

        chosen = _chosen(desk, ids or [], every=every)
        if every:
            confirm(f"Try {len(chosen)} reminders again?", sure=sure)
        _settle(chosen, settle, "tried again", as_json=as_json)


def drop(
    ids: Ids = None,
    *,
    reason: Reason,
    sure: Sure = False,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Do nothing more about reminders; their pathways tell that they did not leave, and why."""
    with _desk(data) as desk:

        def settle(due_id: UUID) -> None:
            command = DropReminder(due_id=due_id, reason=_code(reason), operator=_operator())
            drop_reminder(desk.network, desk.rows, command)

        chosen = _chosen(desk, ids or [], every=False)
        confirm(f"Drop {len(chosen)} reminders for good?", sure=sure)
        _settle(chosen, settle, "dropped", as_json=as_json)


def status(*, as_json: AsJson = False, data: Data = None) -> None:
    """Tell how reminders do, in numbers; exit 1 when somebody should look."""
    with _desk(data) as desk:
        found = reminder_status(desk.network.log, desk.rows)
    print_told(told_of(found), as_json=as_json)
    raise typer.Exit(ALL_WELL if found.is_well else SOMETHING_TO_DO)


def told_of(found: ReminderStatus) -> dict[str, Any]:
    return {
        "behind": found.behind,
        "late": found.late,
        "oldest_late_seconds": round(found.oldest_late.total_seconds(), 1),
        "rows": {str(state): many for state, many in found.rows.items()},
        "held_up": dict(found.held_up),
        "failed_today": dict(found.failed),
    }


@contextmanager
def _desk(data: Data) -> Iterator[Desk]:
    settings = settings_from(data)
    with opened_installation(settings) as here, opened_due_rows(settings) as rows:
        yield Desk(here.network, rows)


def _chosen(desk: Desk, ids: list[UUID], *, every: bool) -> list[UUID]:
    if every == bool(ids):
        raise typer.BadParameter("name reminders, or none of them and --all")
    return [row.due.id for row in desk.rows.rows(UNSETTLED, limit=MOST)] if every else ids


def _settle(
    ids: Iterable[UUID], settle: Callable[[UUID], None], what: str, *, as_json: bool
) -> None:
    done = []
    for due_id in ids:
        settle(due_id)
        done.append(due_id)
    if as_json:
        print_json(done)
    else:
        say(f"{len(done)} {what}.")


def _code(reason: str) -> str:
    try:
        return CODE.validate_python(reason)
    except ValidationError:
        raise NotACode from None


def _operator() -> str:
    """Whoever is signed in on this machine; they have no account in the network."""
    try:
        return CODE.validate_python(getpass.getuser().casefold())
    except (ValidationError, OSError, KeyError):
        return "operator"


def _short(told: Any) -> Any:
    return told.isoformat(" ", "minutes") if isinstance(told, datetime) else told


SHOWN = ("id", "state", "reason", "due_at", "rule", "attempts")


def _told(row: Row) -> dict[str, Any]:
    return {
        "id": row.due.id,
        "state": row.state,
        "reason": row.reason or "",
        "due_at": row.due.due_at,
        "look_at": row.look_at or "",
        "ended_at": row.ended_at or "",
        "rule": row.due.rule_id,
        "recalls": row.due.trigger,
        "tells": row.due.audience,
        "urgent": row.due.urgent,
        "pathway": row.due.pathway_id,
        "attempts": row.attempts,
        "cuts": row.cuts,
        "settled_at": row.settled_at or "",
        "settled_by": row.settled_by or "",
    }
