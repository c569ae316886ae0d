-- One row per saga and step, written in the participant's own transaction.
CREATE TABLE barrier (
  saga_id uuid NOT NULL,
  step    text NOT NULL CHECK (step ~ '^[a-z][a-z0-9-]{0,39}$'),
  -- doing, undoing: the answer comes later. tombstone: undone before it was ever done.
  state   text NOT NULL CHECK (state IN ('doing', 'done', 'refused', 'undoing', 'undone', 'tombstone')),
  reply   jsonb,
  PRIMARY KEY (saga_id, step),
  CHECK ((state IN ('done', 'refused')) <= (reply IS NOT NULL))
);
