"""The rows of the views, and how far they have come."""

import sqlalchemy as sa
from alembic import context, op

from infrastructure.views.columns import Id, Instant

revision = "views_0001"
down_revision = None

VIEWS = ("people", "names", "caseload", "referrals", "agenda", "organisations")
KEPT_BESIDE = ("checkpoint", "generations", "rebuilds", "parked")


def upgrade() -> None:
    _bookkeeping()
    _people()
    _names()
    _caseload()
    _referrals()
    _agenda()
    _organisations()
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        tables = ", ".join(f"view_{name}" for name in (*KEPT_BESIDE, *VIEWS))
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {tables} TO {quoted}")


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
        sa.Column("called", sa.LargeBinary),
        sa.Column("given_names", sa.LargeBinary),
        sa.Column("family_name", sa.LargeBinary),
        sa.Column("in_latin", sa.LargeBinary),
    )


def _names() -> None:
    op.create_table(
        "view_names",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("organisation_id", Id, primary_key=True),
        sa.Column("token", sa.LargeBinary, primary_key=True),
    )
    by_token = ["generation", "organisation_id", "token", "pathway_id"]
    op.create_index("view_names_by_token", "view_names", by_token)


def _caseload() -> None:
    op.create_table(
        "view_caseload",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("organisation_id", Id, primary_key=True),
        sa.Column("data_class", sa.String(32), primary_key=True),
        sa.Column("owner_id", Id, primary_key=True),
        sa.Column("referent_id", Id),
        sa.Column("is_open", sa.Boolean, nullable=False),
        sa.Column("due_at", Instant, nullable=False),
        sa.Column("due_kind", sa.String(32)),
        sa.Column("last_contact_at", Instant),
        sa.Column("open_referrals", sa.Integer, nullable=False),
        sa.Column("right_ends_on", sa.Date, nullable=False),
        sa.Column("right_scheme", sa.LargeBinary),
    )
    place = ["generation", "organisation_id", "is_open", "due_at", "pathway_id"]
    op.create_index("view_caseload_by_due", "view_caseload", place)
    op.create_index("view_caseload_of_referent", "view_caseload", ["referent_id", *place])


def _referrals() -> None:
    op.create_table(
        "view_referrals",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("organisation_id", Id, primary_key=True),
        sa.Column("referral_id", Id, primary_key=True),
        sa.Column("owner_id", Id, primary_key=True),
        sa.Column("data_class", sa.String(32), nullable=False),
        sa.Column("box", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("is_open", sa.Boolean, nullable=False),
        sa.Column("holder_id", Id),
        sa.Column("since", Instant, nullable=False),
        sa.Column("requested_at", Instant),
        sa.Column("other_id", Id),
        sa.Column("urgency", sa.String(32), nullable=False),
        sa.Column("service", sa.LargeBinary),
        sa.Column("outside_service", sa.LargeBinary),
    )
    place = ["generation", "organisation_id", "box", "is_open", "since", "referral_id"]
    op.create_index("view_referrals_by_since", "view_referrals", place)


def _agenda() -> None:
    op.create_table(
        "view_agenda",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("organisation_id", Id, primary_key=True),
        sa.Column("item_id", Id, primary_key=True),
        sa.Column("owner_id", Id, primary_key=True),
        sa.Column("data_class", sa.String(32), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("member_id", Id),
        sa.Column("what", sa.LargeBinary),
    )
    place = ["generation", "organisation_id", "day", "at", "item_id"]
    op.create_index("view_agenda_by_day", "view_agenda", place)


def _organisations() -> None:
    op.create_table(
        "view_organisations",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("organisation_id", Id, primary_key=True),
        sa.Column("sorted_as", sa.String(480), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("territory", sa.String(120), nullable=False),
        sa.Column("call_back", sa.String(120), nullable=False),
        sa.Column("time_zone", sa.String(64), nullable=False),
        sa.Column("partner_from", sa.Date),
        sa.Column("partner_until", sa.Date),
    )
    place = ["generation", "sorted_as", "organisation_id"]
    op.create_index("view_organisations_by_name", "view_organisations", place)
