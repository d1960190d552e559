"""Erasures of pathways that were linked with one that is erased."""

import sqlalchemy as sa
from alembic import op

revision = "desk_duplicates_0002"
down_revision = "desk_duplicates_0001"


def upgrade() -> None:
    op.add_column("erasures", sa.Column("part_of", sa.Uuid))
    op.create_index("ix_erasures_part_of", "erasures", ["part_of"])
