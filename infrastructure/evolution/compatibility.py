"""Whether rows written under one JSON schema are still read under another; when in doubt, no."""

from collections.abc import Iterator
from typing import Any

NEW_NAMES = {"properties", "$defs", "mapping"}  # where a new name takes nothing away
WIDER_IF_MORE = {"maxLength", "maximum", "exclusiveMaximum", "maxItems"}
WIDER_IF_LESS = {"minLength", "minimum", "exclusiveMinimum", "minItems"}
MORE_OPTIONS = {"enum", "anyOf", "oneOf"}


def losses(before: Any, after: Any, *, keyword: str = "", at: str = "") -> Iterator[str]:
    """What the later schema takes away, one sentence each."""
    match before, after:
        case dict(), dict():
            for name in before:
                below = f"{at}.{name}".lstrip(".")
                if name in after:
                    yield from losses(before[name], after[name], keyword=name, at=below)
                elif name not in WIDER_IF_MORE | WIDER_IF_LESS | {"required"}:
                    yield f"{below} is gone"
            if keyword not in NEW_NAMES:
                yield from (f"{at} gained {name}".strip() for name in after.keys() - before.keys())
        case _ if not _still_holds(before, after, keyword):
            yield f"{at} was {before} and is {after}"


def _still_holds(before: Any, after: Any, keyword: str) -> bool:
    if before == after:
        return True
    if keyword in MORE_OPTIONS:
        return all(option in after for option in before)
    if keyword == "required":
        return set(after) <= set(before)
    if keyword in WIDER_IF_MORE:
        return bool(after > before)
    return keyword in WIDER_IF_LESS and bool(after < before)
