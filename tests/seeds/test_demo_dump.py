"""After the demo is loaded, nothing said of anybody stands in clear on the disk."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.cli.demo_files import LOGINS, read_state
from application.follow_up.add_note import AddNote
from application.needs.agree_goal import AgreeGoal
from seeds.loading import Plan
from seeds.networks.networks import demo
from seeds.stories.life import Telling
from seeds.stories.story import Story
from tests.cli.cordee import Cordee
from tests.seeds.dumps import SHORTEST, disguises, found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("dump") / "data"
    assert Cordee(data).run("seeds", "load", "--people", "12").exit_code == 0
    return data


def plan_of(folder: Path) -> Plan:
    state = read_state(folder)
    assert state is not None
    return state.plan


def words_of(story: Story) -> Iterator[str]:
    person = story.person
    yield person.family
    yield f"{person.given} {person.family}"
    yield from (child.given for child in person.children)
    yield from (number for number in (person.mobile, person.email) if number)
    for step in story.told():
        match step.command:
            case AddNote(text=text):
                yield text
            case AgreeGoal(words=words):
                yield words


def secrets_of(folder: Path) -> set[str]:
    plan = plan_of(folder)
    telling = Telling(seed=plan.seed, now=plan.now)
    said = {word for person in plan.persons() for word in words_of(telling.story(*person))}
    members = {
        who.name
        for network in demo().networks
        for organisation in network.organisations
        for who in organisation.members
    }
    return {word for word in said | members if len(word.encode()) >= SHORTEST}


def test_no_name_number_or_note_stands_in_clear_in_any_file(folder: Path) -> None:
    secrets = secrets_of(folder)
    assert len(secrets) > 80
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != LOGINS]
    assert sum(path.stat().st_size for path in files) > 200_000
    assert list(found(secrets, files)) == []


@pytest.mark.parametrize("shift", range(3))
def test_the_search_finds_what_is_there(tmp_path: Path, shift: int) -> None:
    file = tmp_path / "leak"
    around = b"\x01" * shift + "né Nérédou ici".encode() + b"\x02"
    file.write_bytes(b"..." + b64encode(around) + b"...")
    assert list(found(["Nérédou"], [file])) == [("Nérédou", "leak")]


@pytest.mark.parametrize("disguise", sorted(disguises("Lingué-Fello")))
def test_the_search_knows_each_disguise(tmp_path: Path, disguise: bytes) -> None:
    file = tmp_path / "leak"
    file.write_bytes(b"\xff" + disguise + b"\xff")
    assert ("Lingué-Fello", "leak") in list(found(["Lingué-Fello"], [file]))
