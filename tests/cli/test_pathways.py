from pathlib import Path

import pytest

from api.cli.demo_files import read_state
from seeds.stories.life import Telling
from seeds.stories.story import Story
from tests.cli.cordee import Cordee


@pytest.fixture
def story(demo: Cordee) -> Story:
    """A life that Inès's organisation knows of, as it was loaded."""
    state = read_state(demo.data)
    assert state is not None
    plan = state.plan
    return Telling(seed=plan.seed, now=plan.now).story(*plan.persons()[0])


def credentials(demo: Cordee, name: str) -> tuple[str, dict[str, str]]:
    email = f"{name}@demo.example"
    password = demo.run("demo", "password", email).stdout.strip()
    return email, {"CORDEE_PASSWORD": password}


def test_a_member_reads_the_timeline_of_a_pathway_they_follow(demo: Cordee, story: Story) -> None:
    email, password = credentials(demo, "ines")
    asked = ("pathways", "show", str(story.pathway_id), "--email", email)
    timeline = demo.read(*asked, environment=password)
    assert timeline[0]["topic"] == "pathway-opened"
    assert timeline[0]["fact"]["called"] == story.person.given
    table = demo.run(*asked, environment=password)
    assert story.person.given in table.stdout


def test_a_pathway_is_read_as_it_was_known_then(demo: Cordee, story: Story) -> None:
    email, password = credentials(demo, "ines")
    asked = ("pathways", "show", str(story.pathway_id), "--email", email)
    assert demo.read(*asked, "--as-of", "2020-01-01T00:00:00Z", environment=password) == []


def test_who_is_not_around_the_person_learns_nothing(demo: Cordee, story: Story) -> None:
    email, password = credentials(demo, "camille")  # the administrator, who sees no pathway
    asked = ("pathways", "show", str(story.pathway_id), "--email", email)
    demo.refuses("not-found", *asked, environment=password)


def test_nobody_reads_under_another_s_name(demo: Cordee, story: Story) -> None:
    email, _ = credentials(demo, "ines")
    asked = ("pathways", "show", str(story.pathway_id), "--email", email)
    demo.refuses("wrong-credentials", *asked, environment={"CORDEE_PASSWORD": "guessed"})


def test_a_receipt_is_made_into_a_file_that_only_its_maker_reads(
    demo: Cordee, story: Story, tmp_path: Path
) -> None:
    email, password = credentials(demo, "ines")
    file = tmp_path / "paper.html"
    asked = ("pathways", "receipt", str(story.pathway_id), "--email", email)
    demo.run(*asked, "--to", str(file), environment=password)
    page = file.read_text("utf-8")
    assert story.person.given in page
    assert "Qui a vos informations" in page
    assert file.stat().st_mode & 0o077 == 0
    carried = demo.read(*asked, "--version", "carry", "--language", "en", environment=password)
    assert (carried["called"], carried["holders"]) == (None, [])
