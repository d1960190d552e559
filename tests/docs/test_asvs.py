"""The page about ASVS names each requirement once, and tests that exist."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "asvs.md").read_text("utf-8")
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
ROW = re.compile(
    r"^\| (\d+\.\d+\.\d+)(?:–(\d+\.\d+\.\d+))? \|[^|]*\| (\w[\w/]*) \|(.*)\|$", re.MULTILINE
)
# How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has, numbered from 1.
SECTIONS = (
    "1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 "
    "4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 "
    "6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 "
    "10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 "
    "12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 "
    "15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2 "
)


def numbers_of(first: str, last: str) -> Iterator[str]:
    section, _, start = first.rpartition(".")
    end = last.rpartition(".")[2] or start
    yield from (f"{section}.{number}" for number in range(int(start), int(end) + 1))


def test_each_requirement_is_answered_once() -> None:
    sections = (one.split(":") for one in SECTIONS.split())
    wanted = {f"{section}.{n}" for section, count in sections for n in range(1, int(count) + 1)}
    answered = Counter(
        number for first, last, _, _ in ROW.findall(PAGE) for number in numbers_of(first, last)
    )
    assert answered == Counter(wanted)


def test_each_answer_is_one_of_four_and_those_not_met_are_counted() -> None:
    answers = Counter(answer for _, _, answer, _ in ROW.findall(PAGE))
    assert answers.keys() == {"yes", "no", "place", "n/a"}
    assert f"**Not met: {answers['no']}.**" in PAGE


def test_each_test_that_is_named_exists() -> None:
    named = TEST.findall(PAGE)
    assert len(named) > 60
    for path, name in named:
        assert (ROOT / path).exists(), path
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert not name or name in functions, f"{path}::{name}"
