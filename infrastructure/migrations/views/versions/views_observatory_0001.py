"""What each pathway contributes to the figures."""

import sqlalchemy as sa
from alembic import op

from infrastructure.views.columns import Id

revision = "views_observatory_0001"
down_revision = "views_answers_0001"


def upgrade() -> None:
    op.create_table(
        "view_observatory",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("said", sa.LargeBinary, nullable=False),
    )
    # of version 0 where something was recorded before: it is to be made again from it
    op.execute(
        "INSERT INTO view_generations (view, live, version)"
        " SELECT 'observatory', 1, CASE WHEN position > 0 THEN 0 ELSE 1 END FROM view_checkpoint"
    )
