"""The identity of this history, to which every body is bound: no row opens in another one."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import context, op

revision = "events_0002"
down_revision = "events_0001"


def upgrade() -> None:
    store = op.create_table("store", sa.Column("store_id", sa.Uuid, nullable=False))
    op.bulk_insert(store, [{"store_id": uuid4()}])
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT ON store TO {quoted}")
