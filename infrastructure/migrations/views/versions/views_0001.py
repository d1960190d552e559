"""The rows of the views, and how far they have come."""

import sqlalchemy as sa
from alembic import context, op

from infrastructure.views.columns import Id, Instant

revision = "views_0001"
down_revision = None

VIEWS = ("people", "caseload")
TABLES = "view_checkpoint, view_generations, view_rebuilds, view_parked, view_people, view_caseload"


def upgrade() -> None:
    _bookkeeping()
    _people()
    _caseload()
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {TABLES} TO {quoted}")


def _bookkeeping() -> None:
    checkpoint = op.create_table(
        "view_checkpoint",
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("edition", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(checkpoint, [{"position": 0, "edition": 0}])
    generations = op.create_table(
        "view_generations",
        sa.Column("view", sa.String(32), primary_key=True),
        sa.Column("live", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.bulk_insert(generations, [{"view": view, "live": 1, "version": 1} for view in VIEWS])
    op.create_table(
        "view_rebuilds",
        sa.Column("view", sa.String(32), primary_key=True),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("through", Id),
    )
    op.create_table(
        "view_parked",
        sa.Column("stream_id", Id, primary_key=True),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("since", Instant, nullable=False),
    )


def _people() -> None:
    op.create_table(
        "view_people",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("called", sa.LargeBinary, nullable=False),
    )


def _caseload() -> None:
    op.create_table(
        "view_caseload",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("organisation_id", Id, primary_key=True),
        sa.Column("data_class", sa.String(16), primary_key=True),
        sa.Column("owner_id", Id, primary_key=True),
        sa.Column("referent_id", Id),
        sa.Column("is_open", sa.Boolean, nullable=False),
        sa.Column("due_at", Instant, nullable=False),
        sa.Column("due_kind", sa.String(32)),
        sa.Column("last_contact_at", Instant),
        sa.Column("open_referrals", sa.Integer, nullable=False),
        sa.Column("right_ends_on", sa.Date, nullable=False),
        sa.Column("right_scheme", sa.String(32)),
    )
    place = ["generation", "organisation_id", "is_open", "due_at", "pathway_id"]
    op.create_index("view_caseload_by_due", "view_caseload", place)
    op.create_index("view_caseload_of_referent", "view_caseload", ["referent_id", *place])
