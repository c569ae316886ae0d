-- One act on many sagas: frozen with their versions, shown, then started, and stopped at any time.
CREATE TABLE bulk_run (
  id         uuid        PRIMARY KEY,
  action     text        NOT NULL CHECK (action IN ('retry', 'compensate')),
  state      text        NOT NULL CHECK (state IN ('previewed', 'running', 'stopped', 'finished', 'expired')),
  operator   text        NOT NULL CHECK (operator <> ''),
  reason     text,
  frozen_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > frozen_at),
  started_at timestamptz,
  ended_at   timestamptz,
  cut        boolean     NOT NULL,
  -- Kept, for progress is asked for all the time.
  will_run   bigint      NOT NULL CHECK (will_run >= 0),
  accepted   bigint      NOT NULL DEFAULT 0,
  moved      bigint      NOT NULL DEFAULT 0,
  refused    bigint      NOT NULL DEFAULT 0,
  changed_at timestamptz NOT NULL,
  CHECK (accepted + moved + refused <= will_run),
  CHECK ((state IN ('previewed', 'expired')) = (started_at IS NULL)),
  CHECK ((state IN ('running', 'stopped', 'finished')) = (reason IS NOT NULL)),
  CHECK ((state IN ('stopped', 'finished')) = (ended_at IS NOT NULL))
);

CREATE INDEX bulk_run_open ON bulk_run (id) WHERE state IN ('previewed', 'running');

CREATE TABLE bulk_item (
  bulk_id uuid   NOT NULL REFERENCES bulk_run (id),
  saga_id uuid   NOT NULL,
  version bigint NOT NULL,
  verdict text   NOT NULL CHECK (verdict IN ('will-run', 'skipped', 'refused', 'accepted', 'moved')),
  why     text,
  PRIMARY KEY (bulk_id, saga_id)
);

CREATE INDEX bulk_item_next ON bulk_item (bulk_id, saga_id) WHERE verdict = 'will-run';
