-- One row per saga: who it is, and where its log has brought it. run, state, retrying, due_at and reason are a cache of the fold of saga_log.
CREATE TABLE saga (
  id                 uuid        PRIMARY KEY,
  definition         text        NOT NULL CHECK (definition <> ''),
  definition_version integer     NOT NULL CHECK (definition_version > 0),
  business_key       uuid        NOT NULL,
  customer           text        NOT NULL,
  state              text        NOT NULL
    CHECK (state IN ('RUNNING', 'COMPENSATING', 'COMPLETED', 'COMPENSATED', 'STUCK', 'RESOLVED')),
  retrying           boolean     NOT NULL,
  -- The sequence number of the last log entry.
  version            bigint      NOT NULL CHECK (version > 0),
  -- What commands are made of: personal data and a payment token. Never shown.
  data               jsonb       NOT NULL,
  run                jsonb       NOT NULL,
  -- When the timer looks again: at the deadline or earlier, never later.
  due_at             timestamptz,
  reason             text,
  traceparent        text,
  started_at         timestamptz NOT NULL,
  updated_at         timestamptz NOT NULL,
  UNIQUE (business_key, definition),
  CHECK (state <> 'STUCK' OR reason IS NOT NULL),
  CHECK (state NOT IN ('RUNNING', 'COMPENSATING') OR due_at IS NOT NULL),
  CHECK (state NOT IN ('COMPLETED', 'COMPENSATED', 'RESOLVED') OR due_at IS NULL)
) WITH (
  -- A saga is updated some six times within a second: room for new versions beside the old ones keeps the updates off the indexes.
  fillfactor = 50
);

CREATE INDEX saga_due ON saga (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX saga_by_state ON saga (state, id);
CREATE INDEX saga_retrying ON saga (id) WHERE retrying;

-- Append only, and the truth. No foreign key: entries are written under the lock of the saga's row, in the transaction that writes the row.
CREATE TABLE saga_log (
  saga_id   uuid        NOT NULL,
  seq       bigint      NOT NULL CHECK (seq > 0),
  at        timestamptz NOT NULL,
  event     jsonb       NOT NULL,
  step      text        CHECK (step ~ '^[a-z][a-z0-9-]{0,39}$'),
  direction text        CHECK (direction IN ('do', 'undo')),
  attempt   integer     NOT NULL CHECK (attempt >= 0),
  outcome   text        NOT NULL CHECK (outcome <> ''),
  reason    text        NOT NULL,
  -- The commands sent because of the event, without their bodies.
  sent      jsonb       NOT NULL,
  PRIMARY KEY (saga_id, seq),
  CHECK ((step IS NULL) = (direction IS NULL))
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the saga log is append only';
END $$;

CREATE TRIGGER saga_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON saga_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What no service could apply, of every service.
CREATE TABLE dead_letter (
  id          uuid        PRIMARY KEY,
  -- Where it came from and where a replay goes to.
  topic       text        NOT NULL CHECK (topic <> '' AND topic NOT LIKE '%.dlq'),
  -- Which record it was: <topic>-<partition>@<offset>.
  origin      text        NOT NULL,
  service     text        NOT NULL,
  message_key text        NOT NULL,
  message_id  text        NOT NULL,
  type        text        NOT NULL,
  subject     text        NOT NULL,
  cause       text        NOT NULL,
  detail      text        NOT NULL,
  headers     jsonb       NOT NULL,
  body        bytea       NOT NULL,
  traceparent text,
  -- The saga that was parked because of it, if any.
  saga_id     uuid,
  arrived_at  timestamptz NOT NULL,
  replays     integer     NOT NULL DEFAULT 0 CHECK (replays >= 0),
  replayed_at timestamptz,
  replayed_by text,
  -- Dead letters are delivered at least once, like everything else.
  UNIQUE (origin, service, message_id),
  CHECK ((replays > 0) = (replayed_at IS NOT NULL)),
  CHECK ((replays > 0) = (replayed_by IS NOT NULL))
);

CREATE INDEX dead_letter_by_saga ON dead_letter (saga_id) WHERE saga_id IS NOT NULL;
