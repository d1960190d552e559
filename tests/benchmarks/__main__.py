"""`python -m tests.benchmarks [WORD ...]`: every comparison, or those whose subject is named."""

import logging
import sys

import structlog

from tests.benchmarks import (
    appending,
    commanding,
    counting,
    growing,
    meeting,
    projecting,
    reminding,
    replaying,
    report,
    seeing,
    starting,
    turning,
    writing,
)
from tests.benchmarks.measure import Row
from tests.benchmarks.places import places

SUBJECTS = {
    "appending": appending,
    "writing": writing,
    "replaying": replaying,
    "projecting": projecting,
    "commanding": commanding,
    "meeting": meeting,
    "starting": starting,
    "reminding": reminding,
    "growing": growing,
    "seeing": seeing,
    "counting": counting,
    "console": turning,
}


structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))


def main(wanted: list[str]) -> None:
    rows: list[Row] = []
    with places() as compared:
        for name, subject in SUBJECTS.items():
            if wanted and name not in wanted:
                continue
            for place in compared:
                print(f"{name} on {place.name} ...", file=sys.stderr)  # noqa: T201 (progress)
                rows.extend(subject.rows(place))
    report.show(rows)
    report.keep(rows)


main(sys.argv[1:])
