"""The desk's tables about what is due; made by the migrations of the group `desk`."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Uuid,
)

from infrastructure.desk import Instant

metadata = MetaData()

due_rows = Table(
    "due_rows",
    metadata,
    Column("id", Uuid, primary_key=True),  # from cause, occurrence and rule
    Column("pathway_id", Uuid, nullable=False, index=True),
    Column("cause_id", Uuid, nullable=False),
    Column("occurrence", Integer, nullable=False),
    Column("rule_id", String, nullable=False),
    Column("pack_version", String, nullable=False),
    Column("message_type", String, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("look_at", Instant, index=True),  # when the scheduler looks again; null: it is over
    Column("attempts", Integer, nullable=False, default=0),  # every claim of a worker
    Column("rests", Integer, nullable=False, default=0),  # claims that only waited
    Column("cuts", Integer, nullable=False, default=0),  # claims of which the end is unknown
    Column("letter_id", Uuid, index=True),  # the letter that it leaves in; null: none was begun
    Column("trigger", String, nullable=False),  # what it speaks of
    Column("audience", String, nullable=False),  # who is told
    Column("urgent", Boolean, nullable=False),
    Column("reason", String),  # a code: why the last try failed, or how it ended
    Column("ended_at", Instant, index=True),  # null: it is not over
    Column("settled_at", Instant),  # when somebody had it retried or dropped
    Column("settled_by", String),  # who: a login of the machine, or a code
)

letter_names = Table(
    "letter_names",
    metadata,
    Column("token", LargeBinary, primary_key=True),  # keyed, of a gateway and its name for it
    Column("key", Uuid, nullable=False),  # the `letter_id` of rows
    Column("noted_at", Instant, nullable=False, index=True),
)

reminder_rules = Table(
    "reminder_rules",
    metadata,
    Column("rule_id", String, primary_key=True),
    Column("since", Instant, nullable=False),  # when it was first seen, or last switched on
    Column("off", Boolean, nullable=False),
)

reminder_passes = Table(
    "reminder_passes",
    metadata,
    Column("digest", String, primary_key=True),  # of a rule and of what it says
    Column("reached", Uuid),  # the last pathway that was read for it; null: none yet
    Column("done", Boolean, nullable=False),
)

followers = Table(
    "followers",
    metadata,
    Column("name", String, primary_key=True),
    Column("position", BigInteger, nullable=False),  # of the history, read up to there
)

awaited_replies = Table(
    "awaited_replies",
    metadata,
    Column("token_digest", LargeBinary, primary_key=True),  # of the link, keyed
    Column("due_id", Uuid, primary_key=True),  # a message may recall several things
    Column("pathway_id", Uuid, nullable=False, index=True),
    Column("cause", String, nullable=False),
    Column("cause_id", Uuid, nullable=False),
    Column("occurrence", Integer, nullable=False),
    Column("rule_id", String, nullable=False),
    Column("language", String, nullable=False),
    Column("until", Instant, nullable=False, index=True),  # takes an answer; stopping, longer
    Column("reach_token", LargeBinary, nullable=False, index=True),  # of the number, keyed
)
