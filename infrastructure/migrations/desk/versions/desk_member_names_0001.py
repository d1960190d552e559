"""Erasures of the names of members, beside those of people and of entries."""

import sqlalchemy as sa
from alembic import op

revision = "desk_member_names_0001"
down_revision = "desk_duplicates_0002"


def upgrade() -> None:
    no = sa.false()
    column = sa.Column("of_member", sa.Boolean, nullable=False, server_default=no)
    op.add_column("erasures", column)
