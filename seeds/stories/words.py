"""Reads what invented members write, from `words.toml`."""

import tomllib
from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("words.toml")


@cache
def words(of: str, kind: str) -> tuple[str, ...]:
    """The sentences of one kind."""
    return tuple(tomllib.loads(WORDS.read_text("utf-8"))[of][kind])
