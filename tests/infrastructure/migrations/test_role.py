"""PostgreSQL: the role of the running processes owns nothing and cannot rewrite history."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from application.erasures.ports import ErasureState
from application.erasures.resume_erasures import resume_erasures
from infrastructure.composition import opened_store
from infrastructure.settings import Group, Settings
from tests.contracts.event_log import called, record
from tests.domain.pathway.people import opened
from tests.infrastructure.erasures.scene import scene_on
from tests.infrastructure.roles import by_least_roles
from tests.servers import Postgres


@pytest.fixture(params=[True, False], ids=["projector apart", "one role"])
def as_role(
    postgres: Postgres, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Settings]:
    with by_least_roles(postgres, tmp_path, projector=request.param) as settings:
        yield settings


def test_the_role_records_and_reads(as_role: Settings) -> None:
    stream_id = uuid4()
    with opened_store(as_role) as store:
        record(store.log, stream_id, [opened()])
        assert record(store.log, stream_id, [called("Aya")]).version == 2
        assert len(store.log.stream(stream_id)) == 2
        assert store.recorder.forget_answers(older_than=timedelta(days=30)) == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET topic = 'other'",
        "DELETE FROM events",
        "TRUNCATE events",
        "ALTER TABLE events DISABLE TRIGGER ALL",
        "DROP TABLE events",
        "UPDATE commands SET caller = NULL",
    ],
)
def test_the_role_may_not_rewrite_history(as_role: Settings, statement: str) -> None:
    with (
        psycopg.connect(as_role.postgres_of(Group.EVENTS)) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement)


def test_the_role_erases_a_person_and_rotates_the_keys(as_role: Settings) -> None:
    with scene_on(as_role) as scene:
        awa = scene.person()
        scene.told_to_ines(awa)
        scene.project()
        scene.approved(scene.asked(awa))
        (erasure,) = resume_erasures(scene.erasing)
    assert (erasure.state, erasure.certified_epoch) == (ErasureState.CERTIFIED, 2)
