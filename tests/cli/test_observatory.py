"""`cordee observatory`: the figures of the demo, and the same counted again."""

from tests.cli.cordee import Cordee
from tests.cli.test_pathways import credentials

YEARS = ("--from", "2020-01-01", "--to", "2029-12-31")


def test_figures_are_shown_and_counted_again_to_the_same_numbers(demo: Cordee) -> None:
    email, password = credentials(demo, "odette")
    asked = (*YEARS, "--email", email)
    demo.run("views", "rebuild")
    shown = demo.read("observatory", "show", *asked, environment=password)
    met = next(one for one in shown["figures"] if one["indicator"] == "people_met")
    assert met["whole"]["number"] > 0
    again = demo.read(
        "observatory", "replay", "--position", shown["position"], *asked, environment=password
    )
    assert again["figures"] == shown["figures"]
    assert again["erased_since"] == 0
    table = demo.run("observatory", "show", *asked, environment=password)
    assert "People met" in table.stdout
    assert shown["position"] in table.stderr


def test_a_caseworker_counts_nothing(demo: Cordee) -> None:
    email, password = credentials(demo, "ines")
    asked = ("observatory", "show", *YEARS, "--email", email)
    demo.refuses("not-yours-to-count", *asked, environment=password)


def test_a_position_that_is_none_of_ours_is_not_understood(demo: Cordee) -> None:
    email, password = credentials(demo, "odette")
    asked = ("observatory", "replay", "--position", "ours", *YEARS, "--email", email)
    assert demo.run(*asked, environment=password).exit_code == 2
