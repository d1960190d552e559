"""`cordee status`: whether all is well, in numbers and ids."""

from typing import Any

import typer

from api.cli.presenting import AsJson, print_json, print_table
from api.cli.settings import Data, settings_from
from api.composition import Installation, opened_due_rows, opened_installation, opened_views
from application.reminders.reminder_status import ReminderStatus, reminder_status
from application.views.read_projection import Projection, read_projection

ALL_WELL, SOMETHING_TO_DO = 0, 1


def status(*, as_json: AsJson = False, data: Data = None) -> None:
    """Tell how far everything is; exit 1 when somebody should look."""
    settings = settings_from(data)
    with (
        opened_installation(settings) as installation,
        opened_views(settings, installation.store) as views,
        opened_due_rows(settings) as rows,
    ):
        projection = read_projection(installation.network, views.projection)
        reminders = reminder_status(installation.network.log, rows)
        told = _told(installation, projection, reminders)
    print_told(told, as_json=as_json)
    raise typer.Exit(SOMETHING_TO_DO if projection.parked or not reminders.is_well else ALL_WELL)


def print_told(told: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(told)
    else:
        print_table([{"": name, " ": value} for name, value in _lines(told)])


def _told(
    installation: Installation, projection: Projection, reminders: ReminderStatus
) -> dict[str, Any]:
    return {
        "topology": "embedded" if installation.settings.embedded else "network",
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
    }


def _lines(told: dict[str, Any], before: str = "") -> list[tuple[str, Any]]:
    lines: list[tuple[str, Any]] = []
    for name, value in told.items():
        if isinstance(value, dict):
            lines += _lines(value, f"{before}{name}: ")
        else:
            lines.append((f"{before}{name}", value or "none" if value != 0 else 0))
    return lines
