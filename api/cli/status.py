"""`cordee status`: whether all is well, in numbers and ids."""

from typing import Any

import typer

from api.cli.presenting import AsJson, print_json, print_table
from api.cli.settings import Data, settings_from
from api.composition import opened_installation, opened_operating, opened_views
from application.operating.read_condition import Condition, read_condition

ALL_WELL, SOMETHING_TO_DO = 0, 1


def status(*, as_json: AsJson = False, data: Data = None) -> None:
    """Tell how far everything is; exit 1 when somebody should look."""
    settings = settings_from(data)
    with (
        opened_installation(settings) as installation,
        opened_views(settings, installation.store) as views,
        opened_operating(settings, views.projection) as operating,
    ):
        condition = read_condition(installation.network, operating)
    print_told(_told(condition), as_json=as_json)
    raise typer.Exit(ALL_WELL if condition.is_well else SOMETHING_TO_DO)


def print_told(told: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(told)
    else:
        print_table([{"": name, " ": value} for name, value in _lines(told)])


def _told(condition: Condition) -> dict[str, Any]:
    projection, reminders = condition.projection, condition.reminders
    keys, backup = condition.keys, condition.backup
    return {
        "topology": condition.topology,
        "events": projection.head,
        "views": {
            "behind": projection.lag,
            "behind_seconds": projection.behind.total_seconds(),
            "parked": [
                {"stream_id": parked.stream_id, "position": parked.position, "code": parked.code}
                for parked in projection.parked
            ],
            "rebuilding": projection.rebuilding,
            "outdated": projection.outdated,
        },
        "reminders": {
            "behind": reminders.behind,
            "late": reminders.late,
            "rows": {str(state): many for state, many in reminders.rows.items()},
        },
        "clocks": {"behind": condition.clocks.behind, "late": condition.clocks.late},
        "keys": {
            "epoch": keys.epoch,
            "rotated_at": keys.rotated.at if keys.rotated else None,
            "under_older_epochs": keys.older,
        },
        "backup": {
            "made_at": backup.at if backup else None,
            "position": backup.number if backup else None,
        },
        "erasures": {"under_way": [erasure.id for erasure in condition.erasures]},
    }


def _lines(told: dict[str, Any], before: str = "") -> list[tuple[str, Any]]:
    lines: list[tuple[str, Any]] = []
    for name, value in told.items():
        if isinstance(value, dict):
            lines += _lines(value, f"{before}{name}: ")
        else:
            lines.append((f"{before}{name}", value or "none" if value != 0 else 0))
    return lines
