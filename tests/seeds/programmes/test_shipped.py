"""Programmes as data: those of the demo, those a network sets up, and what is refused."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from pydantic import ValidationError

from domain.programme import Programme
from seeds.programmes.shipped import ProgrammesUnreadable, programmes

SHIPPED = tomllib.loads(files("seeds.programmes").joinpath("rescorda.toml").read_text("utf-8"))


def test_the_budget_of_the_demo_is_that_of_the_programme() -> None:
    year = programmes()["rescorda"].year(2026)
    assert year.cost == 155_914_00
    assert [one.cents // 100 for one in year.funding] == [48_627, 5_000, 1_500, 6_750, 94_037]


def test_both_programmes_have_a_report_and_what_was_not_read_says_so() -> None:
    assert {code: one.verified for code, one in programmes().items()} == {
        "croix-rouge": False,
        "rescorda": True,
    }
    assert {2026} <= programmes()["croix-rouge"].years.keys()


def test_funders_who_do_not_add_up_to_the_cost_are_refused() -> None:
    year = SHIPPED["years"]["2026"] | {"cost": 1}
    with pytest.raises(ValidationError):
        Programme.model_validate(SHIPPED | {"years": {"2026": year}})


def test_a_testimony_without_consent_is_refused() -> None:
    said = [{"words": "Merci.", "heard_by": "Relais"}]
    year = SHIPPED["years"]["2026"] | {"testimonies": said}
    with pytest.raises(ValidationError):
        Programme.model_validate(SHIPPED | {"years": {"2026": year}})


def test_a_network_sets_up_its_own(tmp_path: Path) -> None:
    assert programmes(tmp_path) == {}
    (tmp_path / "ours.toml").write_text("code =", "utf-8")
    with pytest.raises(ProgrammesUnreadable):
        programmes(tmp_path)
    with pytest.raises(ProgrammesUnreadable):
        programmes(tmp_path / "nowhere")
