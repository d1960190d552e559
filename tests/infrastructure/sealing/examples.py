"""Facts, contexts and mappers that the tests of sealing share."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from application.ports import Context
from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact
from infrastructure.evolution.fact_types import FactTypes
from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.mapper import SealedMapper

STORE = UUID("cccccccc-0000-4000-8000-000000000001")
STREAM = UUID("11111111-1111-4111-8111-111111111111")
OTHER_STREAM = UUID("22222222-2222-4222-8222-222222222222")
INES = UUID("bbbbbbbb-0000-4000-8000-000000000001")
RELAIS = UUID("aaaaaaaa-0000-4000-8000-000000000001")
COMMAND = UUID("dddddddd-0000-4000-8000-000000000001")
BY_INES = Context(command_id=COMMAND, actor_id=INES, organisation_id=RELAIS)
BY_THE_SYSTEM = Context(command_id=COMMAND, actor_id=None, organisation_id=None)


class Said(Fact, topic="test-said", lowest=DataClass.IDENTITY):
    words: str


class Noted(Fact, topic="test-noted", lowest=DataClass.SOCIAL, alone=True):
    words: str


def said(words: str = "Bonjour", data_class: DataClass = DataClass.IDENTITY) -> Said:
    return Said(
        occurred_at=datetime(2026, 3, 4, 10, 0, tzinfo=UTC), words=words, data_class=data_class
    )


def noted(words: str = "Elle appellera") -> Noted:
    return Noted(occurred_at=datetime(2026, 3, 4, 10, 0, tzinfo=UTC), words=words)


def event(fact: Fact, version: int = 1, stream_id: UUID = STREAM) -> DomainEvent:
    return DomainEvent(stream_id, version, fact)


def mapper_on(
    keyring: Keyring, *, store_id: UUID = STORE, stream_keys: Mapping[UUID, bytes] | None = None
) -> SealedMapper:
    return SealedMapper(
        store_id=store_id,
        keyring=keyring,
        facts=FactTypes((Said, Noted), {}),
        stream_key_of=(stream_keys or {}).get,
    )
