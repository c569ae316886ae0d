-- Moves sagas that ended before that time to the archive, those that began first: so many of each state. Never one that is
-- open or stuck; nor one that is part of a long running action, whose end nobody tells us: it may still be called back, to be undone, or
-- to say that it was settled by hand. One that was undone is never called back. Nor one of whose own long running actions any is not over.
CREATE OR REPLACE FUNCTION archive_sagas(ended_before timestamptz, at_most integer) RETURNS integer
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
        AND (over = 'COMPENSATED' OR data ->> 'lra' IS NULL)
        AND NOT EXISTS (SELECT FROM lra_attempt a WHERE a.saga_id = saga.id AND a.ended IS NULL)
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
    DELETE FROM lra_attempt WHERE saga_id = ANY (old);
    DELETE FROM saga WHERE id = ANY (old);
    moved := moved + cardinality(old);
  END LOOP;
  RETURN moved;
END $$;

-- Which a replaced function has lost.
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION archive_sagas SET search_path = %I, pg_temp', current_schema);
END $$;
