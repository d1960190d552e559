"""A process that erases person after person, and is killed at each step it takes.

It has no thread and no connection of its own, so that forking is safe. Its settings come from the
environment, which steps to die at from its standard input; it prints what it did.
"""

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, Pool, event

from application.erasures.ports import Erasure, ErasureState
from application.erasures.resume_erasures import resume_erasures
from domain.erasure import Erased
from domain.kernel import Value
from domain.pathway.pathway import Pathway
from infrastructure.evolution.published import published_facts
from infrastructure.sealing.master_key import read_master_keys
from infrastructure.settings import Settings
from tests.infrastructure.erasures.scene import Scene, scene_on

MOVES = {"os.rename", "os.remove", "os.rmdir"}  # of files: the master key, backups of the keys


class Plan(Value):
    """`every` step out of so many, from the first one named."""

    first: int
    every: int


class Steps:
    """Counts the steps that a process takes: about to commit, just committed, moving a file."""

    def __init__(self, dies_at: int) -> None:
        self.taken = 0
        self._dies_at = dies_at

    def watch(self) -> None:
        event.listen(Engine, "commit", self._step)
        event.listen(Pool, "checkin", self._step)
        sys.addaudithook(lambda what, _: self._step() if what in MOVES else None)

    def _step(self, *_: object) -> None:
        self.taken += 1
        if self.taken == self._dies_at:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    plan = Plan.model_validate_json(sys.stdin.read())
    published_facts()  # imported once, for all who are born later
    note = Settings().data / "asked.json"
    in_a_child(lambda scene: ask(scene, note))
    in_a_child(lambda scene: erase(scene, note, dies_at=0, told=note.with_suffix(".steps")))
    steps = int(note.with_suffix(".steps").read_text())
    killed = 0
    for step in range(plan.first, steps + 1, plan.every):
        in_a_child(lambda scene: ask(scene, note))
        killed += not in_a_child(partial(erase, note=note, dies_at=step))
        in_a_child(lambda scene: end(scene, note))
    sys.stdout.write(json.dumps({"steps": steps, "killed": killed}))


def in_a_child(work: Callable[[Scene], None]) -> bool:
    """Whether it came to its end; an error ends everything, a kill does not."""
    process = os.fork()
    if process == 0:
        try:
            with scene_on(Settings()) as scene:
                work(scene)
        except BaseException:  # noqa: BLE001 (the parent is told by the exit code)
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    if not os.WIFSIGNALED(status) and status != 0:
        raise RuntimeError("a child failed by itself")
    return not os.WIFSIGNALED(status)


def ask(scene: Scene, note: Path) -> None:
    """Somebody to erase, in lists too."""
    erasure = scene.asked(scene.person())
    scene.project()
    note.write_text(str(erasure.id))


def erase(scene: Scene, note: Path, *, dies_at: int, told: Path | None = None) -> None:
    erasure, steps = asked(scene, note), Steps(dies_at)
    steps.watch()
    scene.approved(erasure)
    resume_erasures(scene.erasing)
    if told:
        told.write_text(str(steps.taken))


def end(scene: Scene, note: Path) -> None:
    """Whoever starts again brings it to its end; then nothing is left of the person."""
    erasure = asked(scene, note)
    if erasure.state is ErasureState.ASKED:  # killed before anything was promised
        scene.approved(erasure)
    resume_erasures(scene.erasing)
    erasure = asked(scene, note)
    master = read_master_keys(scene.settings.master_key_path)
    facts = [event.fact for event in scene.store.log.stream(erasure.pathway_id)]
    assert erasure.state is ErasureState.CERTIFIED, erasure.state
    assert (erasure.facts, erasure.keys) == (3, 3), erasure
    assert master.oldest == master.current > erasure.epoch
    assert all(isinstance(fact, Erased) for fact in facts)
    assert len(facts) == 4
    assert scene.store.log.load(Pathway, erasure.pathway_id).erasing.done
    assert scene.rows_left(erasure.pathway_id) == 0


def asked(scene: Scene, note: Path) -> Erasure:
    found = scene.erasing.erasures.find(UUID(note.read_text()))
    assert found
    return found


if __name__ == "__main__":
    main()
