"""What the wall of PostgreSQL decides by: grants with their period, and objections."""

import sqlalchemy as sa
from alembic import op

from infrastructure.views.columns import Id, Instant

revision = "views_wall_0001"
down_revision = "views_0002"


def upgrade() -> None:
    op.create_table(
        "view_grants",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("organisation_id", Id, primary_key=True),
        sa.Column("data_class", sa.String(32), primary_key=True),
        sa.Column("source_id", Id, primary_key=True),
        sa.Column("since", Instant, nullable=False),
        sa.Column("until", Instant, nullable=False),
    )
    op.create_table(
        "view_barred",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("member_id", Id, primary_key=True),
    )
    # of version 0 where something was recorded before: they are to be made again from it
    for view in ("grants", "barred"):
        op.execute(
            "INSERT INTO view_generations (view, live, version)"  # noqa: S608 (two words of ours)
            f" SELECT '{view}', 1, CASE WHEN position > 0 THEN 0 ELSE 1 END FROM view_checkpoint"
        )
