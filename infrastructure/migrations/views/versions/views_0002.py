"""The queue of emergency accesses."""

import sqlalchemy as sa
from alembic import context, op

from infrastructure.views.columns import Id, Instant

revision = "views_0002"
down_revision = "views_0001"


def upgrade() -> None:
    op.create_table(
        "view_emergencies",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("organisation_id", Id, primary_key=True),
        sa.Column("access_id", Id, primary_key=True),
        sa.Column("awaits_verdict", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("taken_at", Instant, nullable=False),
        sa.Column("until", Instant, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("of_organisation", Id, nullable=False),
        sa.Column("verdict", sa.String(32)),
        sa.Column("reason", sa.LargeBinary),
    )
    place = ["generation", "organisation_id", "awaits_verdict", "taken_at", "access_id"]
    op.create_index("view_emergencies_by_time", "view_emergencies", place)
    op.execute("INSERT INTO view_generations (view, live, version) VALUES ('emergencies', 1, 1)")
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON view_emergencies TO {quoted}")
