"""How far the history was read for possible duplicates."""

import sqlalchemy as sa
from alembic import op

revision = "desk_duplicates_0001"
down_revision = "desk_sessions_0001"

followers = sa.table("followers", sa.column("name"), sa.column("position"))


def upgrade() -> None:
    op.bulk_insert(followers, [{"name": "duplicates", "position": 0}])
