-- Sagas that ended long ago: what happened, without what it was about. Address, items and payment token are gone.
CREATE TABLE saga_archive (
  saga_id            uuid        PRIMARY KEY,
  business_key       uuid        NOT NULL,
  definition         text        NOT NULL,
  definition_version integer     NOT NULL,
  state              text        NOT NULL CHECK (state IN ('COMPLETED', 'COMPENSATED', 'RESOLVED')),
  started_at         timestamptz NOT NULL,
  ended_at           timestamptz NOT NULL,
  -- The rows of saga_log, in order.
  log                jsonb       NOT NULL
);

CREATE INDEX saga_archive_by_order ON saga_archive (business_key);

-- The first id that a saga which began then, or later, can have: ids begin with their time.
CREATE FUNCTION first_saga_id(began timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM began) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- Moves sagas that ended before that time to the archive, those that began first: so many of each state. Never one that is
-- open or stuck; nor one that is complete and part of a long running action, for that one may still be called back.
CREATE FUNCTION archive_sagas(ended_before timestamptz, at_most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  over  text;
  old   uuid[];
  moved integer := 0;
BEGIN
  FOREACH over IN ARRAY ARRAY['COMPLETED', 'COMPENSATED', 'RESOLVED'] LOOP
    old := ARRAY(
      SELECT id FROM saga
      WHERE state = over AND id < first_saga_id(ended_before) AND updated_at < ended_before
        AND (over <> 'COMPLETED' OR data ->> 'lra' IS NULL)
      ORDER BY id LIMIT at_most FOR UPDATE SKIP LOCKED);
    CONTINUE WHEN cardinality(old) = 0;
    INSERT INTO saga_archive
    SELECT s.id, s.business_key, s.definition, s.definition_version, s.state, s.started_at, s.updated_at,
           (SELECT coalesce(jsonb_agg(to_jsonb(l) - 'saga_id' ORDER BY l.seq), '[]') FROM saga_log l WHERE l.saga_id = s.id)
    FROM saga s WHERE s.id = ANY (old);
    -- Keys are found again the way they were made: the table has no way from a saga to its keys.
    DELETE FROM saga_key k USING (
      SELECT 'customer:' || left(customer, 200) AS key, id FROM saga WHERE id = ANY (old)
      UNION
      SELECT 'sku:' || left(line ->> 'sku', 200), id
      FROM saga, jsonb_array_elements(CASE jsonb_typeof(data -> 'lines') WHEN 'array' THEN data -> 'lines' ELSE '[]' END) AS line
      WHERE id = ANY (old)
      UNION
      SELECT 'ref:' || left(event #>> '{reply,reference}', 200), saga_id FROM saga_log WHERE saga_id = ANY (old)
      UNION
      SELECT 'cause:' || replace(lower(run #>> '{phase,cause,code}'), '_', '-'), id FROM saga WHERE id = ANY (old)
    ) gone WHERE k.key = gone.key AND k.saga_id = gone.id;
    PERFORM set_config('backstep.archiving', 'on', true);
    DELETE FROM saga_log WHERE saga_id = ANY (old);
    PERFORM set_config('backstep.archiving', 'off', true);
    DELETE FROM saga_amount WHERE saga_id = ANY (old);
    DELETE FROM saga WHERE id = ANY (old);
    moved := moved + cardinality(old);
  END LOOP;
  RETURN moved;
END $$;

-- Removes what ended before that time from the archive.
CREATE FUNCTION drop_archived_sagas(ended_before timestamptz, at_most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  dropped integer;
BEGIN
  DELETE FROM saga_archive WHERE saga_id IN (
    SELECT saga_id FROM saga_archive WHERE saga_id < first_saga_id(ended_before) AND ended_at < ended_before
    ORDER BY saga_id LIMIT at_most FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS dropped = ROW_COUNT;
  RETURN dropped;
END $$;

-- The log stays append only for everybody, its owner included, but for archive_sagas(), which runs as the owner.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('backstep.archiving', true) = 'on'
     AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the saga log is append only';
END $$;

-- Whoever runs the service may have both done, and read the archive. Nothing else, and nobody else.
DO $$
DECLARE
  service name;
BEGIN
  EXECUTE format('ALTER FUNCTION archive_sagas SET search_path = %I, pg_temp', current_schema);
  EXECUTE format('ALTER FUNCTION drop_archived_sagas SET search_path = %I, pg_temp', current_schema);
  REVOKE ALL ON FUNCTION archive_sagas, drop_archived_sagas FROM PUBLIC;
  FOR service IN
    SELECT DISTINCT grantee FROM information_schema.role_table_grants
    WHERE table_schema = current_schema AND table_name = 'saga' AND privilege_type = 'INSERT' AND grantee <> current_user
  LOOP
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON saga_archive FROM %I', service);
    EXECUTE format('GRANT EXECUTE ON FUNCTION archive_sagas, drop_archived_sagas TO %I', service);
  END LOOP;
END $$;
