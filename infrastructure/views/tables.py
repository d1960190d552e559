"""The tables of the `views` group; made by its migrations.

Rows of a view carry the generation they belong to: a rebuild fills the next one beside the one
that is read, under the same grants and policies, and swaps by changing one number.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

from application.views.caseload import DueKind
from domain.data_classes import DataClass
from domain.rights.schemes import Scheme
from infrastructure.views.columns import Id, Instant, Word

metadata = MetaData()

checkpoint = Table(  # one row: how far the live generations have come
    "view_checkpoint",
    metadata,
    Column("position", BigInteger, nullable=False),  # events up to here are in the rows
    Column("edition", BigInteger, nullable=False),  # counts swaps: what was known before is void
)

generations = Table(
    "view_generations",
    metadata,
    Column("view", String(32), primary_key=True),
    Column("live", Integer, nullable=False),  # the generation that is read
    Column("version", Integer, nullable=False),  # of the view's definition, when it was made
)

rebuilds = Table(  # generations being filled
    "view_rebuilds",
    metadata,
    Column("view", String(32), primary_key=True),
    Column("generation", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("position", BigInteger, nullable=False),  # events up to here are in its streams
    Column("through", Id),  # streams up to this one are done
)

parked = Table(
    "view_parked",
    metadata,
    Column("stream_id", Id, primary_key=True),
    Column("position", BigInteger, nullable=False),  # the event which could not be projected
    Column("code", String(64), nullable=False),
    Column("since", Instant, nullable=False),
)

people = Table(
    "view_people",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("called", LargeBinary, nullable=False),  # sealed under the stream's key
)

caseload = Table(
    "view_caseload",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("organisation_id", Id, primary_key=True),
    Column("data_class", Word(DataClass), primary_key=True),
    Column("owner_id", Id, primary_key=True),
    Column("referent_id", Id),
    Column("is_open", Boolean(create_constraint=False), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("due_kind", Word(DueKind)),
    Column("last_contact_at", Instant),
    Column("open_referrals", Integer, nullable=False),
    Column("right_ends_on", Date, nullable=False),
    Column("right_scheme", Word(Scheme)),
)

OF_VIEW = {"people": people, "caseload": caseload}
