"""Answers about one person leave on a step, whether there is somebody to see or not."""

from time import perf_counter
from uuid import uuid4

import pytest
from httpx2 import Response

from api.http.evenly import STEPS, until_the_next
from tests.api.conftest import As
from tests.api.speaking import Speaker


@pytest.mark.parametrize(
    ("taken", "left"), [(0.005, 0.02), (0.025, 0.075), (0.03, 0.07), (0.5, 1.1), (3.0, 0.0)]
)
def test_what_is_ready_leaves_at_the_next_step(taken: float, left: float) -> None:
    assert until_the_next(taken) == pytest.approx(left)


def timed(speaker: Speaker, path: str) -> tuple[Response, float]:
    started = perf_counter()
    return speaker.reads(path), perf_counter() - started


def test_no_read_of_a_person_leaves_before_its_step(evenly: Speaker, as_: As) -> None:
    awa = as_("ines").pathway()
    answer, took = timed(evenly, f"{awa}/timeline")
    assert answer.status_code == 200
    assert took >= STEPS[0]


def test_who_may_not_be_seen_takes_as_long_as_nobody(evenly: Speaker, as_: As) -> None:
    hidden = as_("lise").pathway()
    for path in (f"{hidden}/timeline", f"/pathways/{uuid4()}/timeline"):
        answer, took = timed(evenly, path)
        assert answer.status_code == 404
        assert took >= STEPS[0]
