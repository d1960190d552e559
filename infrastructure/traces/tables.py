"""The table of the `traces` group; made by its migrations."""

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table

from infrastructure.views.columns import Id, Instant

metadata = MetaData()

traces = Table(
    "traces",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("member_id", Id, nullable=False),
    Column("organisation_id", Id, nullable=False),
    Column("pathway_id", Id, nullable=False),
    Column("look", String(16), nullable=False),
    Column("purpose", String(32), nullable=False),
    Column("as_of", Instant),
    Column("grounds", String(255), nullable=False),  # words with spaces between
    Column("classes", String(255), nullable=False),  # the same
    Column("mandate_id", Id),
    Column("seen_as", Id),
)
