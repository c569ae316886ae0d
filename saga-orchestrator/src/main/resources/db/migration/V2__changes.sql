-- What moved, one row per transaction: read by whoever watches, folded into the kept figures, and deleted after some seconds.
CREATE TABLE saga_change (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- The four belong together: element by element, one saga each.
  sagas    uuid[]      NOT NULL,
  versions bigint[]    NOT NULL,
  -- The state before; null for a saga that was born.
  was      text[]      NOT NULL,
  became   text[]      NOT NULL,
  CHECK (cardinality(sagas) > 0
     AND cardinality(sagas) = cardinality(versions)
     AND cardinality(sagas) = cardinality(was)
     AND cardinality(sagas) = cardinality(became))
) WITH (
  -- A queue, as the outbox is.
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000,
  autovacuum_vacuum_cost_delay = 0
);
