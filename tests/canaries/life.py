"""A whole installation, its processes and a client; people write in it, and are erased."""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

from httpx2 import Client

from domain.kernel import Fact
from infrastructure.composition import opened_store
from infrastructure.settings import Settings
from tests.api.people import People
from tests.api.speaking import Speaker
from tests.canaries.tour import let_in, signing_in, tour
from tests.canaries.writing import Writer
from tests.cli.cordee import Cordee
from tests.cli.serving import CORDEE, served
from tests.workers.running import environment

PERSONS = 3  # followed with all that may be said, so that a hundred canaries are out
MET_BESIDE = 2  # others whose pathways each tour opens
PATIENCE = 60  # seconds


@dataclass
class Life:
    settings: Settings
    folder: Path  # of everything that is written: data, backups, logs
    people: People
    client: Client
    writer: Writer = field(default_factory=Writer)
    pathways: list[str] = field(default_factory=list)

    @property
    def cordee(self) -> Cordee:
        return Cordee(self.settings.data)

    def runs(self, *words: str) -> str:
        """The output of a command that works."""
        result = self.cordee.run(*words, environment=secrets_of(self.settings))
        assert result.exit_code == 0, result.output
        return result.stdout

    def as_(self, name: str) -> Speaker:
        return signing_in(self.client)(name)

    def tell_everything(self) -> None:
        speakers = {name: self.as_(name) for name in ("ines", "paul", "lise", "claire")}
        let_in(self.writer, speakers["claire"])
        for _ in range(PERSONS):
            self.pathways.append(tour(self.writer, speakers.__getitem__, self.people))
        ines = speakers["ines"]
        everybody = PERSONS * (1 + MET_BESIDE)
        wait_until(lambda: len(ines.reads("/caseload").json()["entries"]) == everybody)

    def erase_everybody(self) -> None:
        """Asked by one, approved by another; all of it is over when this returns."""
        ines, paul = self.as_("ines"), self.as_("paul")
        for awa in self.pathways:
            erasure = ines.recorded(f"{awa}/erasures", reason="person_asked")
            answer = paul.says(f"{awa}/erasures/{erasure}/approval")
            assert answer.status_code == 201, answer.text
        wait_until(self._is_everything_erased)

    def _is_everything_erased(self) -> bool:
        self.runs("erasures", "resume")
        pending = self.cordee.read("erasures", "pending", environment=secrets_of(self.settings))
        return not pending


@contextmanager
def living(settings: Settings, folder: Path, people: People) -> Iterator[Life]:
    """`cordee serve`, and in a network the processes beside it, until the end of the block."""
    with ExitStack() as stack:
        secrets = secrets_of(settings)
        if not settings.embedded:
            for role in ("projector", "scheduler", "worker"):
                stack.enter_context(running(role, folder, secrets))
        at = stack.enter_context(served(settings.data, environment=secrets))
        client = stack.enter_context(Client(base_url=at.url, timeout=PATIENCE))
        yield Life(settings, folder, people, client)


@contextmanager
def running(role: str, folder: Path, secrets: Mapping[str, str]) -> Iterator[None]:
    """A process of a network, which writes its log beside the others."""
    with (folder / f"{role}.log").open("w") as log:
        process = subprocess.Popen([CORDEE, role], env=secrets, stdout=log, stderr=log)  # noqa: S603 (our own)
        try:
            yield
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def secrets_of(settings: Settings) -> dict[str, str]:
    """What differs from the environment of the tests, for processes and for commands."""
    told = environment(settings)
    return {name: told[name] for name in told if name.startswith("CORDEE_") or name in os.environ}


def wait_until(true: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not true():
        assert monotonic() < end, "what was waited for did not come"
        sleep(0.1)


def facts_of(settings: Settings, streams: set[str]) -> list[Fact]:
    """What the keys there are make of these streams."""
    with opened_store(settings) as store:
        return [
            event.fact
            for event in store.log.after(0, limit=10_000)
            if str(event.originator_id) in streams
        ]
