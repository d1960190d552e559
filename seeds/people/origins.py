"""Where invented people come from: names and languages in use there, read from `names.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

NAMES = Path(__file__).with_name("names.toml")


@dataclass(frozen=True, slots=True)
class Origin:
    key: str
    country: str  # ISO 3166-1 alpha-2
    languages: tuple[str, ...]  # the first is the one spoken at home
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]

    @property
    def speaks_french(self) -> bool:
        return "fr" in self.languages


@cache
def origins() -> dict[str, Origin]:
    """Every origin by its key."""
    return {
        key: _as_origin(key, said) for key, said in tomllib.loads(NAMES.read_text("utf-8")).items()
    }


def _as_origin(key: str, said: dict[str, Any]) -> Origin:
    return Origin(
        key=key,
        country=said["country"],
        languages=tuple(said["languages"]),
        women=tuple(said["women"]),
        men=tuple(said["men"]),
        families=tuple(said["families"]),
    )
