from collections.abc import Iterator
from math import isnan

import pytest
from prometheus_client import REGISTRY

from application.refusals import StoreUnavailable
from infrastructure.metrics import watch


def out_of_reach() -> int:
    raise StoreUnavailable


@pytest.fixture(autouse=True)
def nothing_watched_afterwards() -> Iterator[None]:
    yield
    watch(head=int, behind=int)


def read(name: str) -> float | None:
    return REGISTRY.get_sample_value(name)


def test_the_history_is_read_when_somebody_asks() -> None:
    watch(head=lambda: 12, behind=lambda: 3)
    assert read("cordee_history_events") == 12
    assert read("cordee_views_behind_events") == 3


def test_a_history_out_of_reach_leaves_the_other_metrics_readable() -> None:
    watch(head=out_of_reach, behind=lambda: 3)
    head = read("cordee_history_events")
    assert head is not None
    assert isnan(head)
    assert read("cordee_views_behind_events") == 3
