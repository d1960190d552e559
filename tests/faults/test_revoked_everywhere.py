"""What is withdrawn through one process is gone at the next request through any other."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from time import monotonic

import pytest
from httpx2 import Client

from tests.api.conftest import founded
from tests.api.people import People
from tests.api.speaking import Speaker
from tests.canaries.life import secrets_of
from tests.canaries.tour import signing_in
from tests.cli.serving import served
from tests.infrastructure.databases import on_postgres
from tests.servers import Postgres

NOT_FOUND = 404
HERE, THERE = 0, 1


@dataclass(frozen=True)
class Town:
    """Two processes that serve one network; people speak through either."""

    clients: tuple[Client, Client]
    people: People

    def as_(self, name: str, where: int) -> Speaker:
        return signing_in(self.clients[where])(name)


@pytest.fixture(scope="module")
def town(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with on_postgres(postgres, tmp_path_factory.mktemp("town") / "data") as settings:
        people, secrets = founded(settings), secrets_of(settings)
        with (
            served(settings.data, environment=secrets) as here,
            served(settings.data, environment=secrets) as there,
            Client(base_url=here.url, timeout=60) as first,
            Client(base_url=there.url, timeout=60) as second,
        ):
            yield Town((first, second), people)


def shared(town: Town) -> tuple[Speaker, Speaker, str, str]:
    """Awa consents to share with the CCAS: Inès here, Paul there, who sees her."""
    ines, paul = town.as_("ines", HERE), town.as_("paul", THERE)
    awa = ines.pathway()
    ines.recorded(f"{awa}/notes", text="Elle garde ses papiers.")
    ccas = str(town.people.ccas)
    ines.recorded(f"{awa}/circle/invitations", organisation_id=ccas)
    paul.recorded(f"{awa}/circle/acceptance")
    consent = ines.consents(awa, town.people.ccas, "social", "identity")
    assert paul.reads(f"{awa}/notes").json()[0]["text"] == "Elle garde ses papiers."
    return ines, paul, awa, consent


def test_a_consent_that_is_withdrawn(town: Town) -> None:
    ines, paul, awa, consent = shared(town)
    ines.recorded(f"{awa}/sharing/consents/{consent}/withdrawal")
    assert "papiers" not in paul.reads(f"{awa}/notes").text
    assert "papiers" not in paul.says(f"{awa}/copies").text


@pytest.mark.parametrize("to", ["organisation", "member"])
def test_an_objection(town: Town, to: str) -> None:
    ines, paul, awa, _ = shared(town)
    whom = {"organisation": town.people.ccas, "member": town.people["paul"].id}[to]
    ines.recorded(f"{awa}/sharing/objections", **{f"{to}_id": str(whom)})
    for part in ("", "/timeline", "/notes", "/access"):
        assert paul.reads(f"{awa}{part}").status_code == NOT_FOUND
    assert paul.refused(f"{awa}/copies")[0] == NOT_FOUND
    assert paul.refused(f"{awa}/notes", text="Encore.")[0] == NOT_FOUND


def test_an_erasure(town: Town) -> None:
    ines, paul, awa, _ = shared(town)
    erasure = ines.recorded(f"{awa}/erasures", reason="person_asked")
    assert paul.says(f"{awa}/erasures/{erasure}/approval").status_code == 201
    assert ines.reads(awa).status_code == paul.reads(awa).status_code == NOT_FOUND


def test_a_session_that_is_ended(town: Town) -> None:
    claire, lise = town.as_("claire", HERE), town.as_("lise", THERE)
    assert lise.reads("/caseload").status_code == 200
    ended = claire.client.delete("/v1/sessions/current", headers=lise.headers)
    assert ended.is_success, ended.text
    assert lise.reads("/caseload").status_code == 401


def test_a_member_who_left(town: Town) -> None:
    claire, lise = town.as_("claire", HERE), town.as_("lise", THERE)
    assert lise.reads("/caseload").status_code == 200
    member = town.people["lise"]
    path = f"/organisations/{member.organisation_id}/members/{member.id}/departure"
    claire.recorded(path)
    assert lise.reads("/caseload").status_code == 401


def test_copies_that_are_being_given_while_the_consent_goes(town: Town) -> None:
    """Each is made whole from one reading: asked before, it may still come; after, never."""
    ines, paul, awa, consent = shared(town)
    for number in range(60):
        ines.recorded(f"{awa}/notes", text=f"Elle garde ses papiers, {number}.")
    whole = paul.reads(f"{awa}/timeline").text.count("papiers")
    given: list[tuple[float, int]] = []

    def give() -> None:
        copy = town.as_("paul", THERE)
        while not done.is_set():
            asked_at = monotonic()
            answer = copy.says(f"{awa}/copies")
            assert int(answer.headers["content-length"]) == len(answer.content)
            given.append((asked_at, answer.text.count("papiers")))

    done = Event()
    with ThreadPoolExecutor(2) as threads:
        giving = [threads.submit(give) for _ in range(2)]
        try:
            until(lambda: len(given) > 4)
            ines.recorded(f"{awa}/sharing/consents/{consent}/withdrawal")
            withdrawn_at, before = monotonic(), len(given)
            until(lambda: len(given) > before + 4)
        finally:
            done.set()
        for one in giving:
            one.result()
    assert {told for _, told in given} == {0, whole}
    assert all(told == 0 for asked_at, told in given if asked_at > withdrawn_at)


def until(true: Callable[[], bool]) -> None:
    end = monotonic() + 60
    while not true():
        assert monotonic() < end
        Event().wait(0.02)
