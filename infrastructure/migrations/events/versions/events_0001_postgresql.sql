CREATE TABLE events (
    position bigint PRIMARY KEY, -- commit order
    stream_id uuid NOT NULL,
    version bigint NOT NULL,
    topic text NOT NULL,
    recorded_at timestamptz NOT NULL, -- never decreasing
    actor uuid,
    organisation uuid,
    command_id uuid,
    body bytea NOT NULL,
    UNIQUE (stream_id, version)
)


ALTER TABLE events ALTER COLUMN body SET STORAGE EXTERNAL -- ciphertext does not compress


CREATE FUNCTION refuse_to_rewrite_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are append-only' USING ERRCODE = 'restrict_violation';
END
$$


CREATE TRIGGER events_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history()


CREATE TABLE commands (
    command_id uuid PRIMARY KEY,
    caller uuid,
    fingerprint bytea NOT NULL,
    stream_id uuid NOT NULL,
    version bigint NOT NULL,
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL
)


CREATE INDEX commands_by_age ON commands USING brin (recorded_at)
