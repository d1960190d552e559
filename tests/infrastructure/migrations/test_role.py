"""PostgreSQL: the role of the running processes owns nothing and cannot rewrite history."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql
from pydantic import SecretStr
from sqlalchemy import make_url

from application.erasures.ports import ErasureState
from application.erasures.resume_erasures import resume_erasures
from infrastructure.composition import opened_store
from infrastructure.settings import Group, Settings
from tests.contracts.event_log import called, record
from tests.domain.pathway.people import opened
from tests.infrastructure.databases import installed, on_postgres
from tests.infrastructure.erasures.scene import scene_on
from tests.servers import Postgres


@pytest.fixture
def role(postgres: Postgres) -> Iterator[str]:
    name = f"app_{uuid4().hex}"
    postgres.run(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(name)))
    yield name
    for end in ("DROP OWNED BY {}", "DROP ROLE {}"):
        postgres.run(sql.SQL(end).format(sql.Identifier(name)))


@pytest.fixture
def as_role(postgres: Postgres, role: str, tmp_path: Path) -> Iterator[Settings]:
    """An installation made by the owner, as its processes reach it."""
    with on_postgres(postgres, tmp_path) as settings:
        installed(settings.model_copy(update={"database_role": role}))
        urls = {
            name: SecretStr(_of(role, getattr(settings, name).get_secret_value()))
            for name in ("database_url", "keys_url")
        }
        yield settings.model_copy(update=urls)


def _of(role: str, url: str) -> str:
    return make_url(url).set(username=role).render_as_string(hide_password=False)


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
        scene.project()
        scene.approved(scene.asked(awa))
        (erasure,) = resume_erasures(scene.erasing)
    assert (erasure.state, erasure.certified_epoch) == (ErasureState.CERTIFIED, 2)
