"""The desk's table about erasures; made by the migrations of the group `desk`."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, String, Table, Uuid

from infrastructure.desk import Instant

metadata = MetaData()

erasures = Table(
    "erasures",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("pathway_id", Uuid, nullable=False, index=True),
    Column("entry_id", Uuid),  # of one entry in the wrong file; null: a whole person
    Column("of_member", Boolean(create_constraint=False), nullable=False),  # its name, that is
    Column("reason", String, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("asked_at", Instant, nullable=False),
    Column("asked_account_id", Uuid),
    Column("asked_member_id", Uuid),
    Column("asked_organisation_id", Uuid),
    Column("approved_at", Instant),
    Column("approved_account_id", Uuid),
    Column("approved_member_id", Uuid),
    Column("approved_organisation_id", Uuid),
    Column("position", BigInteger, nullable=False),
    Column("facts", Integer, nullable=False),
    Column("keys", Integer, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("certified_epoch", Integer, nullable=False),
    Column("certified_at", Instant),
    Column("part_of", Uuid, index=True),  # the erasure of a pathway that was linked
)
