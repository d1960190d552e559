"""The signs by which pathways may be of one person, and the possible duplicates told of."""

import sqlalchemy as sa
from alembic import op

from infrastructure.views.columns import Id, Instant

revision = "views_duplicates_0001"
down_revision = "views_invitations_0001"


def upgrade() -> None:
    op.create_table(
        "view_likenesses",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("sign", sa.LargeBinary, primary_key=True),
    )
    op.create_index("view_likenesses_by_sign", "view_likenesses", ["generation", "sign"])
    op.create_table(
        "view_duplicates",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("organisation_id", Id, primary_key=True),
        sa.Column("flag_id", Id, primary_key=True),
        sa.Column("awaits_answer", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
    )
    place = ["generation", "organisation_id", "awaits_answer", "since"]
    op.create_index("view_duplicates_by_time", "view_duplicates", place)
    # of version 0 where something was recorded before: they are to be made again from it
    for view in ("likenesses", "duplicates"):
        op.execute(
            "INSERT INTO view_generations (view, live, version)"  # noqa: S608 (two words of ours)
            f" SELECT '{view}', 1, CASE WHEN position > 0 THEN 0 ELSE 1 END FROM view_checkpoint"
        )
