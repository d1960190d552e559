"""The desk's table of who wants one letter a day; made by the migrations of the group `desk`."""

from sqlalchemy import Column, Integer, MetaData, String, Table, Uuid

from infrastructure.desk import Instant

digests = Table(
    "digests",
    MetaData(),
    Column("account_id", Uuid, primary_key=True),
    Column("language", String(8), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("minute", Integer, nullable=False),  # of the day, by the clock there
    Column("day", Integer, nullable=False),  # of the next one, as `date.toordinal` counts
    Column("look_at", Instant, nullable=False, index=True),
)
