"""The day on which traces that are no longer kept were forgotten last, as a number of days."""

import sqlalchemy as sa
from alembic import op

revision = "desk_traces_0001"
down_revision = "desk_clocks_0001"

followers = sa.table("followers", sa.column("name"), sa.column("position"))


def upgrade() -> None:
    op.bulk_insert(followers, [{"name": "chore.traces", "position": 0}])
