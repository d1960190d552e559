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


-- One call, one transaction, up to 32 commands: each is stored, or refused by itself.
-- The lock is held until the commit is visible, so positions are dense and in commit order.
CREATE FUNCTION append_events(
    command_ids uuid[], callers uuid[], hats uuid[], fingerprints bytea[], -- for each command
    streams uuid[], firsts bigint[], counts bigint[],
    topics text[], bodies bytea[], -- for each event
    OUT verdict text, OUT last_position bigint, OUT instant timestamptz
) RETURNS SETOF record LANGUAGE plpgsql AS $$
DECLARE
    tail bigint;
    done bigint := 0;
    broken text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('cordee.events.' || current_schema(), 0));
    SELECT e.position, e.recorded_at INTO tail, instant
    FROM events e ORDER BY e.position DESC LIMIT 1;
    tail := coalesce(tail, 0);
    instant := greatest(clock_timestamp(), instant + interval '1 microsecond');

    FOR n IN 1 .. cardinality(streams) LOOP
        BEGIN
            IF command_ids[n] IS NOT NULL THEN
                INSERT INTO commands
                    (command_id, caller, fingerprint, stream_id, version, position, recorded_at)
                VALUES (
                    command_ids[n], callers[n], fingerprints[n],
                    streams[n], firsts[n] + counts[n] - 1, tail + counts[n], instant
                );
            END IF;
            IF firsts[n] > 1 AND NOT EXISTS (
                SELECT FROM events e WHERE e.stream_id = streams[n] AND e.version = firsts[n] - 1
            ) THEN
                RAISE unique_violation; -- a version would be missing
            END IF;
            FOR i IN 1 .. counts[n] LOOP
                INSERT INTO events (
                    position, stream_id, version, topic, recorded_at,
                    actor, organisation, command_id, body
                ) VALUES (
                    tail + i, streams[n], firsts[n] + i - 1, topics[done + i], instant,
                    callers[n], hats[n], command_ids[n], bodies[done + i]
                );
            END LOOP;
            tail := tail + counts[n];
            verdict := 'stored';
        EXCEPTION WHEN unique_violation THEN
            GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
            IF broken = 'events_pkey' THEN
                RAISE; -- a position given twice is a defect, never somebody else's conflict
            END IF;
            verdict := CASE
                WHEN EXISTS (SELECT FROM commands c WHERE c.command_id = command_ids[n])
                THEN 'answered' ELSE 'conflict'
            END;
        END;
        last_position := tail;
        done := done + counts[n];
        RETURN NEXT;
    END LOOP;
END
$$
