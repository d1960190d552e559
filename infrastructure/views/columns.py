"""Column types that mean and sort the same on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Dialect, LargeBinary, String, TypeDecorator, Uuid
from sqlalchemy.types import TypeEngine

from infrastructure.bulk import Binder, Plain

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Id(Plain, TypeDecorator[UUID]):
    """A native uuid, or its 16 bytes."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        native = dialect.name == "postgresql"
        return dialect.type_descriptor(Uuid() if native else LargeBinary(16))

    def binder(self, dialect: Dialect) -> Binder | None:
        return None if dialect.name == "postgresql" else _bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        return value if value is None or dialect.name == "postgresql" else UUID(bytes=value)


class Instant(Plain, TypeDecorator[datetime]):
    """Microseconds since 1970, UTC."""

    impl = BigInteger
    cache_ok = True

    def binder(self, dialect: Dialect) -> Binder:  # noqa: ARG002 (the same on each)
        return _microseconds

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (the same on each)
        return None if value is None else EPOCH + value * MICROSECOND


class Word(Plain, TypeDecorator[StrEnum]):
    """A word of a closed list, kept as it is written."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__(32)
        self.words = words

    def binder(self, dialect: Dialect) -> Binder:  # noqa: ARG002 (the same on each)
        return _text

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002 (the same on each)
        return None if value is None else self.words(value)


class Sealed(Plain, TypeDecorator[bytes]):
    """Words that only the stream's key opens; `words` where they are of a closed list."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, words: type[StrEnum] | None = None) -> None:
        super().__init__()
        self.words = words

    def opened(self, label: str | None) -> str | None:
        return label if label is None or self.words is None else self.words(label)


class Blinded(Plain, TypeDecorator[bytes]):
    """A word as only its organisation's key can make it again; it is never opened.

    `by_network`: the key is that of the whole network, for no organisation in particular.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, *, by_network: bool = False) -> None:
        super().__init__()
        self.by_network = by_network


def _bytes(value: UUID | None) -> bytes | None:
    return None if value is None else value.bytes


def _microseconds(value: datetime | None) -> int | None:
    return None if value is None else (value - EPOCH) // MICROSECOND


def _text(value: StrEnum | None) -> str | None:
    return None if value is None else str(value)
