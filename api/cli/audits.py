"""`cordee audit`: whether every look that was traced had a ground."""

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from api.cli.presenting import AsJson, print_json, print_table, progress, say
from api.cli.settings import Data, settings_from
from api.composition import opened_installation
from application.audits.check_reads import Checked, Lawless, check_reads
from application.traces.keeping import kept_from

FORMATS = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S.%f%z"]
LISTED = 1_000  # looks without a ground that are listed; all are counted
ALL_LAWFUL, SOME_LAWLESS = 0, 1

From = Annotated[
    datetime | None,
    typer.Option("--from", formats=FORMATS, help="Since when; as long as traces are kept."),
]
To = Annotated[
    datetime | None, typer.Option("--to", formats=FORMATS, help="Until when, excluded; now.")
]

app = typer.Typer(help="Whether every look had a ground.", no_args_is_help=True)


@app.callback()
def audit() -> None:
    """It tells ids, instants, classes and grounds, and opens nothing to whoever runs it."""


@app.command()
def reads(
    *, since: From = None, until: To = None, as_json: AsJson = False, data: Data = None
) -> None:
    """Verify every traced look against the grounds of its instant; exit 1 when one had none."""
    settings = settings_from(data)
    now = datetime.now(UTC)
    kept = kept_from(now, months=settings.traces_months)
    start, end = _in_utc(since) or kept, _in_utc(until) or now
    told: dict[str, Any] = {"from": start, "to": end, "kept_from": kept}
    told |= {"checked": 0, "not_checkable": 0, "without_ground": 0, "reads": []}
    with opened_installation(settings) as here:
        total = here.kept.count(start, end)
        with progress("Looks verified", total=total) as advance:
            for page in check_reads(here.network, here.kept, start=start, end=end):
                _add(told, page)
                advance(page.traces)
    _show(told, as_json=as_json)
    raise typer.Exit(SOME_LAWLESS if told["without_ground"] else ALL_LAWFUL)


def _add(told: dict[str, Any], page: Checked) -> None:
    told["checked"] += page.traces
    told["not_checkable"] += page.not_checkable
    told["without_ground"] += len(page.lawless)
    room = LISTED - len(told["reads"])
    told["reads"] += map(_row, page.lawless[:room])


def _row(lawless: Lawless) -> dict[str, Any]:
    trace = lawless.trace
    return {
        "trace": lawless.id,
        "at": trace.at,
        "pathway_id": trace.pathway_id,
        "organisation_id": trace.organisation_id,
        "member_id": trace.member_id,
        "look": trace.look,
        "fault": lawless.fault,
        "classes": lawless.classes,
        "grounds": sorted(trace.grounds),
    }


def _show(told: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(told)
        return
    if told["reads"]:
        print_table([_cells(row) for row in told["reads"]])
    say(f"Traces are kept since {told['kept_from']:%Y-%m-%d}.")
    say(
        f"{told['checked']} looks: {told['without_ground']} without a ground, "
        f"{told['not_checkable']} not checkable (erased since, or unreadable)."
    )


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "Trace": row["trace"],
        "At": f"{row['at']:%Y-%m-%d %H:%M:%S}",
        "Pathway": row["pathway_id"],
        "Member": row["member_id"],
        "Look": row["look"],
        "Fault": row["fault"],
        "Classes": " ".join(row["classes"]),
        "Said": " ".join(row["grounds"]),
    }


def _in_utc(told: datetime | None) -> datetime | None:
    """A day without an hour begins at midnight, UTC."""
    if told is None or told.tzinfo is not None:
        return told
    return told.replace(tzinfo=UTC)
