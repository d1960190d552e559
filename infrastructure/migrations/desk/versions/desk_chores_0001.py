"""The day on which each daily chore was taken on last, as a number of days."""

import sqlalchemy as sa
from alembic import op

revision = "desk_chores_0001"
down_revision = "desk_erasures_0001"

followers = sa.table("followers", sa.column("name"), sa.column("position"))


def upgrade() -> None:
    op.bulk_insert(followers, [{"name": "chore.retention", "position": 0}])
