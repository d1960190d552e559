"""The desk's tables of what members are told; made by the migrations of the group `desk`."""

from sqlalchemy import Column, Index, Integer, MetaData, String, Table, Uuid

from infrastructure.desk import Instant

metadata = MetaData()

items = Table(
    "inbox_items",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("organisation_id", Uuid, nullable=False),
    Column("member_id", Uuid),  # null: whoever of the organisation may know
    Column("pathway_id", Uuid, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("cause", String, nullable=False),
    Column("cause_id", Uuid, nullable=False),
    Column("occurrence", Integer, nullable=False),
    Column("data_class", String, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    Column("rule_id", String),
    Column("due_id", Uuid, index=True),
    Index("ix_inbox_items_in_order", "organisation_id", "at", "id"),
)

reads = Table(
    "inbox_reads",
    metadata,
    Column("item_id", Uuid, primary_key=True),
    Column("member_id", Uuid, primary_key=True),
    Column("read_at", Instant, nullable=False),
)
