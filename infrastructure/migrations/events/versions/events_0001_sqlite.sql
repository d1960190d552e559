CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT, -- commit order, never reused
    stream_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    topic TEXT NOT NULL,
    recorded_at INTEGER NOT NULL, -- microseconds since 1970, UTC, never decreasing
    actor BLOB,
    organisation BLOB,
    command_id BLOB,
    body BLOB NOT NULL,
    UNIQUE (stream_id, version)
)


CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END


CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END


CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events -- by INSERT OR REPLACE
WHEN EXISTS (
    SELECT 1 FROM events
    WHERE position = new.position OR (stream_id = new.stream_id AND version = new.version)
)
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END


CREATE TABLE commands (
    command_id BLOB PRIMARY KEY,
    caller BLOB,
    fingerprint BLOB NOT NULL,
    stream_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
)
