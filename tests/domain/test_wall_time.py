from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from domain.wall_time import NoSuchTime, WallTime
from tests.domain.pathway.people import wall


def test_an_instant_follows_from_the_wall_time_and_its_zone() -> None:
    winter = wall("2026-03-12T09:30")
    summer = wall("2026-07-12T09:30")
    overseas = wall("2026-07-12T09:30", zone="Indian/Reunion")
    assert winter.instant == datetime(2026, 3, 12, 8, 30, tzinfo=UTC)
    assert summer.instant == datetime(2026, 7, 12, 7, 30, tzinfo=UTC)
    assert overseas.instant == datetime(2026, 7, 12, 5, 30, tzinfo=UTC)


def test_of_two_same_times_in_an_autumn_night_the_first_is_meant() -> None:
    twice = wall("2026-10-25T02:30")
    assert twice.instant == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    twice.must_exist()


def test_a_time_that_clocks_skip_is_refused_but_can_be_read() -> None:
    skipped = wall("2026-03-29T02:30")
    with pytest.raises(NoSuchTime):
        skipped.must_exist()
    assert WallTime.model_validate_json(skipped.model_dump_json()) == skipped


@pytest.mark.parametrize(
    "zone", ["Europe/Atlantis", "", "../etc/passwd", "/etc/localtime", "x" * 65]
)
def test_a_zone_that_does_not_exist_is_refused(zone: str) -> None:
    with pytest.raises(ValidationError):
        wall("2026-03-12T09:30", zone=zone)


def test_a_wall_time_has_no_offset_of_its_own() -> None:
    with pytest.raises(ValidationError):
        WallTime(wall=datetime(2026, 3, 12, 9, 30, tzinfo=UTC), zone="Europe/Paris")
