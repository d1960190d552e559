"""What every published fact looks like, pinned: a published schema never loses a field.

`python -m infrastructure.evolution` pins facts that are new, and changes that older rows survive.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from domain.data_classes import DataClass
from domain.kernel import Fact
from infrastructure.evolution.compatibility import losses

PINNED = Path(__file__).with_name("event_catalogue.json")
LINE = 100  # characters

Entry = dict[str, Any]
Catalogue = dict[str, dict[str, Entry]]  # by topic, then by schema version


def described(fact: type[Fact]) -> Entry:
    """A fact type as it is now; titles and sentences are not part of it."""
    return {
        "lowest": str(fact.lowest),
        "alone": fact.alone,
        "schema": _bare(fact.model_json_schema(mode="serialization")),
    }


def pinned(path: Path = PINNED) -> Catalogue:
    catalogue: Catalogue = json.loads(path.read_text("utf-8"))
    return catalogue


def pinned_anew(catalogue: Catalogue, facts: tuple[type[Fact], ...]) -> Catalogue:
    """The catalogue with these facts as they are now; versions no longer written stay."""
    return {
        fact.topic: {**catalogue.get(fact.topic, {}), str(fact.schema_version): described(fact)}
        for fact in facts
    }


def broken(catalogue: Catalogue, facts: tuple[type[Fact], ...]) -> list[str]:
    """What these facts can no longer read of what was pinned, one sentence each."""
    now = {fact.topic: fact for fact in facts}
    gone = [f"{topic} is gone" for topic in catalogue if topic not in now]
    return gone + [
        f"{topic} (version {fact.schema_version}): {loss}"
        for topic, fact in now.items()
        if (before := catalogue.get(topic, {}).get(str(fact.schema_version)))
        for loss in _losses(before, described(fact))
    ]


def write(catalogue: Catalogue, path: Path = PINNED) -> None:
    path.write_text(_laid_out(catalogue) + "\n", "utf-8")


def _losses(before: Entry, after: Entry) -> list[str]:
    raised = DataClass(after["lowest"]).rank > DataClass(before["lowest"]).rank
    floor = [f"its floor rose from {before['lowest']}: older facts are below it"] if raised else []
    return [*floor, *losses(before["schema"], after["schema"])]


def _bare(schema: Any) -> Any:
    match schema:
        case Mapping():
            return {
                key: _bare(value)
                for key, value in schema.items()
                if not (key in {"title", "description"} and isinstance(value, str))
            }
        case list():
            return [_bare(item) for item in schema]
    return schema


def _laid_out(value: Any, margin: str = "") -> str:
    """JSON as a reader of changes wants it: what fits a line on one line, in a stable order."""
    line = json.dumps(value, sort_keys=True)
    if not isinstance(value, dict | list) or len(margin + line) <= LINE:
        return line
    deeper = f"{margin} "
    if isinstance(value, list):
        inside = [_laid_out(item, deeper) for item in value]
    else:
        inside = [f"{json.dumps(key)}: {_laid_out(value[key], deeper)}" for key in sorted(value)]
    start, end = "[]" if isinstance(value, list) else "{}"
    return "\n".join((start, ",\n".join(deeper + item for item in inside), margin + end))
