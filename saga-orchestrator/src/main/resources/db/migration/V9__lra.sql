-- Steps that go by LRA (HTTP in a long running action): each attempt has an LRA of its own, and stays until that is over and longer.
-- The rows are the queue as well: due_at says when something is to be done.
CREATE TABLE lra_attempt (
  saga_id     uuid        NOT NULL,
  step        text        NOT NULL CHECK (step ~ '^[a-z][a-z0-9-]{0,39}$'),
  number      integer     NOT NULL CHECK (number > 0),
  -- do: call the service, then leave the LRA open; drop: cancel it, nobody waits; undo: cancel it, the saga waits; close it.
  wanted      text        NOT NULL CHECK (wanted IN ('do', 'drop', 'undo', 'close')),
  -- What the service is sent, perhaps personal data: gone as soon as it is not needed any more.
  body        bytea,
  traceparent text,
  -- Written before the service is called.
  lra         text        UNIQUE CHECK (lra <> ''),
  ended       text        CHECK (ended IN ('NeverBegun', 'Cancelled', 'Closed', 'FailedToCancel', 'FailedToClose')),
  ended_at    timestamptz,
  tries       integer     NOT NULL DEFAULT 0 CHECK (tries >= 0),
  due_at      timestamptz,
  -- Who works on it, or did last.
  claimed_by  text,
  PRIMARY KEY (saga_id, step, number),
  CHECK ((ended IS NULL) = (ended_at IS NULL)),
  CHECK (ended IS NULL OR due_at IS NULL),
  CHECK (ended IS NULL OR wanted <> 'do'),
  CHECK (ended IS DISTINCT FROM 'NeverBegun' OR lra IS NULL),
  -- Only one that was done and is left open waits for nothing.
  CHECK (due_at IS NOT NULL OR ended IS NOT NULL OR (wanted = 'do' AND body IS NULL))
);

CREATE INDEX lra_attempt_due ON lra_attempt (due_at) WHERE due_at IS NOT NULL;
-- One attempt of a step at a time.
CREATE UNIQUE INDEX lra_attempt_wanted ON lra_attempt (saga_id, step) WHERE wanted = 'do';
