"""The desk's table of pathways on which something may come due."""

from sqlalchemy import Column, MetaData, Table, Uuid

from infrastructure.desk import Instant

watches = Table(
    "watches",
    MetaData(),
    Column("pathway_id", Uuid, primary_key=True),
    Column("look_at", Instant, nullable=False, index=True),
)
