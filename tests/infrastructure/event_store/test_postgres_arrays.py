from collections.abc import Sequence
from uuid import UUID

import psycopg
import pytest
from psycopg.pq import Format

from infrastructure.event_store.postgres_arrays import (
    BIGINT,
    BIGINT_OID,
    BYTES_OID,
    TEXT_OID,
    UUID_OID,
    array,
)

ONE, OTHER = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("kind", "oid", "items", "read"),
    [
        ("uuid", UUID_OID, [ONE.bytes], f"{{{ONE}}}"),
        ("uuid", UUID_OID, [ONE.bytes, None, OTHER.bytes], f"{{{ONE},NULL,{OTHER}}}"),
        ("uuid", UUID_OID, [None], "{NULL}"),
        ("bytea", BYTES_OID, [b"\0\xff", b""], r'{"\\x00ff","\\x"}'),
        ("bigint", BIGINT_OID, [BIGINT.pack(-1), BIGINT.pack(2**62)], f"{{-1,{2**62}}}"),
        ("text", TEXT_OID, ["éa".encode()], "{éa}"),
    ],
)
def test_postgresql_reads_what_was_meant(
    postgres_url: str, kind: str, oid: int, items: Sequence[bytes | None], read: str
) -> None:
    with psycopg.connect(postgres_url) as connection:
        result = connection.pgconn.exec_params(
            f"SELECT $1::{kind}[]::text".encode(),
            [array(oid, items)],
            param_formats=[Format.BINARY],
        )
        assert (result.get_value(0, 0) or b"").decode() == read
