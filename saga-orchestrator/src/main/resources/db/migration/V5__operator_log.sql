-- Who did what, when and why. Append only; what came of it is read from the sagas and letters themselves.
CREATE TABLE operator_log (
  id             uuid        PRIMARY KEY,
  at             timestamptz NOT NULL,
  operator       text        NOT NULL CHECK (operator <> ''),
  action         text        NOT NULL CHECK (action IN
    ('retry', 'retry-with-deadline', 'compensate', 'resolve', 'replay', 'discard', 'bulk-retry', 'bulk-compensate', 'bulk-stop')),
  saga_id        uuid,
  order_id       uuid,
  dead_letter_id uuid,
  bulk_id        uuid,
  -- The awaited command, for acts on sagas: payment/undo.
  command        text,
  reason         text        NOT NULL CHECK (reason <> ''),
  before         text        NOT NULL,
  after          text        NOT NULL,
  -- The log entry of the saga that the act made; what comes after it is its outcome.
  saga_seq       bigint      CHECK (saga_seq > 0),
  CHECK ((saga_id IS NULL) = (saga_seq IS NULL)),
  CHECK (num_nonnulls(saga_id, dead_letter_id, bulk_id) > 0)
);

CREATE INDEX operator_log_by_saga ON operator_log (saga_id, id) WHERE saga_id IS NOT NULL;
CREATE INDEX operator_log_by_operator ON operator_log (operator, id);

CREATE FUNCTION refuse_change_of_acts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the operator log is append only';
END $$;

CREATE TRIGGER operator_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON operator_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_acts();

-- A dead letter that needs nobody: somebody looked at it and said why.
ALTER TABLE dead_letter
  ADD COLUMN discarded_at   timestamptz,
  ADD COLUMN discarded_by   text,
  ADD COLUMN discard_reason text,
  ADD CHECK ((discarded_at IS NULL) = (discarded_by IS NULL) AND (discarded_at IS NULL) = (discard_reason IS NULL)),
  -- What has the same cause, most likely.
  ADD COLUMN cause_key text GENERATED ALWAYS AS
    (md5(topic || chr(31) || service || chr(31) || type || chr(31) || cause || chr(31) || left(detail, 200))) STORED;

CREATE INDEX dead_letter_waiting ON dead_letter (cause_key, id) WHERE replays = 0 AND discarded_at IS NULL;

-- Whether a letter that was sent again has come back.
CREATE INDEX dead_letter_by_message ON dead_letter (message_id, arrived_at);
