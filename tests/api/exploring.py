"""Explore the API in-process with Schemathesis: what its document says against what it does."""

import warnings
from collections.abc import Iterable
from typing import Any

import schemathesis
from schemathesis.config import (
    ChecksConfig,
    CoveragePhaseConfig,
    ExamplesPhaseConfig,
    FuzzingPhaseConfig,
    GenerationConfig,
    PhasesConfig,
    PositiveDataAcceptanceConfig,
    ProjectConfig,
    ProjectsConfig,
    SchemathesisConfig,
    StatefulPhaseConfig,
)
from schemathesis.engine import events, from_schema
from starlette.types import ASGIApp

SEED = 20_130_501  # the same requests each time

# Well-formed text may still be refused (a half character, a number written where a name is meant):
# the document bounds texts, it cannot say all that domain/text.py refuses.
CHECKS = ChecksConfig(positive_data_acceptance=PositiveDataAcceptanceConfig(enabled=False))
PHASES = PhasesConfig(
    examples=ExamplesPhaseConfig(enabled=True),
    coverage=CoveragePhaseConfig(enabled=True),  # each bound, each missing or wrong part, once
    fuzzing=FuzzingPhaseConfig(enabled=True),
    stateful=StatefulPhaseConfig(enabled=False),
)


def explore(
    app: ASGIApp,
    *,
    headers: dict[str, str],
    pathway_id: str,
    examples: int,
    path: str | None = None,
    at_most: int | None = None,
) -> list[str]:
    """Explore operations, all or those of one path; each failure as `METHOD path: what`."""
    project = ProjectConfig(
        headers=headers,
        continue_on_failure=at_most is None,
        parameters={"path.pathway_id": pathway_id},
        generation=GenerationConfig(
            max_examples=examples, no_shrink=True, deterministic=True, database="none"
        ),
        phases=PHASES,
        checks=CHECKS,
    )
    config = SchemathesisConfig(
        seed=SEED, max_failures=at_most, projects=ProjectsConfig(default=project)
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own, about what it could not generate
        whole = schemathesis.openapi.from_asgi("/openapi.json", app, config=config)
        # Who signs out or leaves explores nothing more.
        schema = whole.exclude(method="DELETE").exclude(path_regex="departure")
        schema = schema.include(path=path) if path else schema
        return sorted(set(_failures(from_schema(schema).execute())))


def _failures(told: Iterable[Any]) -> Iterable[str]:
    for event in told:
        if isinstance(event, events.NonFatalError | events.FatalError):
            yield f"the harness: {event}"
        elif isinstance(event, events.ScenarioFinished):
            for checks in event.recorder.checks.values():
                for check in checks:
                    if check.failure_info is not None:
                        failure = check.failure_info.failure
                        yield f"{failure.operation}: {type(failure).__name__}, {failure.message}"
