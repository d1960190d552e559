"""The desk's table of what was done to keep an installation; the last time of each."""

from sqlalchemy import BigInteger, Column, MetaData, String, Table

from infrastructure.desk import Instant

upkeep = Table(
    "upkeep",
    MetaData(),
    Column("work", String(16), primary_key=True),
    Column("done_at", Instant, nullable=False),
    Column("number", BigInteger, nullable=False),  # a position, or an epoch
)
