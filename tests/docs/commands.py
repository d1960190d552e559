"""Runs the commands of a page, word for word and in one shell, and compares what they print."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

PIECES = re.compile(
    r"^```sh\n(?P<commands>.*?)^```\n(?:```output\n(?P<output>.*?)^```\n)?"
    r"|^<!-- (?P<aside>.*?) -->\n",
    re.DOTALL | re.MULTILINE,
)
DONE = "--- done"


@dataclass(frozen=True)
class Piece:
    """Commands with what they print, or an aside to whoever runs the page."""

    line: int
    commands: str = ""
    output: str = ""
    aside: str = ""


class Shell:
    """One bash, so that variables and functions last from block to block."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._bash = subprocess.Popen(
            ["bash", "-euo", "pipefail"],  # noqa: S607 (whichever bash the reader has)
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, **environment},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bash.kill()
        self._bash.communicate()

    def run(self, commands: str) -> str:
        """What these commands print, errors included; a failing one ends the shell."""
        assert self._bash.stdin
        assert self._bash.stdout
        self._bash.stdin.write(f"{commands}\necho '{DONE}'\n")
        self._bash.stdin.flush()
        printed: list[str] = []
        for line in self._bash.stdout:
            if line.rstrip("\n") == DONE:
                return "".join(printed)
            printed.append(line)
        raise AssertionError("a command failed after printing:\n" + "".join(printed))


Aside = Callable[[Shell], None]


def pieces(page: str) -> Iterator[Piece]:
    for found in PIECES.finditer(page):
        line = page.count("\n", 0, found.start()) + 2
        yield Piece(line, found["commands"] or "", found["output"] or "", found["aside"] or "")


def run(page: Path, *, environment: Mapping[str, str], asides: Mapping[str, Aside]) -> int:
    """Run a page; how many blocks of commands it has.

    Raises:
        AssertionError: a command failed, or printed something else than the page says.
    """
    ran = 0
    with Shell(environment) as shell:
        for piece in pieces(page.read_text("utf-8")):
            if piece.aside:
                asides[piece.aside](shell)
                continue
            printed = shell.run(piece.commands)
            assert printed == piece.output, f"{page.name}, line {piece.line}:\n{printed}"
            ran += 1
    return ran
