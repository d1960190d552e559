"""The desk's tables about who may sign in; made by the migrations of the group `desk`."""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, MetaData, String, Table, Uuid

from infrastructure.desk import Instant

metadata = MetaData()

accounts = Table(
    "accounts",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("email_token", LargeBinary, nullable=False, unique=True),  # keyed, to find it
    Column("email_sealed", LargeBinary, nullable=False),  # to write to it
    Column("password_hash", String, nullable=False),
    Column("opened_at", Instant, nullable=False),
)

memberships = Table(
    "memberships",
    metadata,
    Column("membership_id", Uuid, primary_key=True),
    Column("account_id", Uuid, nullable=False, index=True),
    Column("organisation_id", Uuid, nullable=False),
    Column("rank", Integer, nullable=False),  # the first given first
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_digest", LargeBinary, primary_key=True),
    Column("id", Uuid, nullable=False, unique=True),  # to speak of it without its token
    Column("account_id", Uuid, nullable=False, index=True),
    Column("opened_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
    Column("membership_id", Uuid),
    Column("organisation_id", Uuid),
)

sign_in_attempts = Table(
    "sign_in_attempts",
    metadata,
    Column("pair_token", LargeBinary, primary_key=True),  # account and address, keyed
    Column("address_token", LargeBinary, nullable=False, index=True),
    Column("account_token", LargeBinary, nullable=False, index=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("known", Boolean, nullable=False),  # it succeeded from there once
)

password_resets = Table(
    "password_resets",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("account_id", Uuid, index=True),  # null: no account has the address
    Column("language", String(8), nullable=False),
    Column("asked_at", Instant, nullable=False, index=True),
    Column("code_digest", LargeBinary, unique=True),  # null until it is made, to be sent
    Column("expires_at", Instant),
)
