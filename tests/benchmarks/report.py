"""The figures as a table for people and as JSON for machines."""

import json
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.measure import Row

FILE = Path("build/bench.json")


def show(rows: Iterable[Row]) -> None:
    table = Table(title="Cordée, measured beside what it is compared with, in one run")
    for heading in ("what", "ours", "reference", "against", "ratio", "target", "met"):
        table.add_column(heading, justify="left" if heading in {"what", "against"} else "right")
    for row in rows:
        table.add_row(
            row.name,
            f"{row.ours:,.1f} {row.unit}",
            f"{row.reference:,.1f} {row.unit}",
            row.against,
            f"{row.ratio:.2f}",
            row.target,
            "yes" if row.met else "NO",
        )
    Console(width=150).print(table)


def keep(rows: Iterable[Row]) -> None:
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps([row.as_json() for row in rows], indent=1), encoding="utf-8")
