-- Kept figures: what the console shows of millions of sagas without counting them. Folded from saga_change, off the hot path.

ALTER TABLE saga_change ADD COLUMN folded boolean NOT NULL DEFAULT false;
ALTER TABLE saga_change SET (fillfactor = 50);

-- One row; whoever holds its lock folds.
CREATE TABLE fold (
  one       boolean     PRIMARY KEY DEFAULT true CHECK (one),
  folded_at timestamptz NOT NULL DEFAULT now()
);

-- How many sagas are in each state, their amounts, and the units of their goods. Currency '' for those without an amount.
CREATE TABLE saga_count (
  state    text   NOT NULL CHECK (state IN ('RUNNING', 'COMPENSATING', 'COMPLETED', 'COMPENSATED', 'STUCK', 'RESOLVED')),
  currency text   NOT NULL,
  sagas    bigint NOT NULL,
  minor    bigint NOT NULL,
  units    bigint NOT NULL,
  PRIMARY KEY (state, currency)
) WITH (fillfactor = 50);

-- What a saga is found by: customer:ada, sku:KETTLE, ref:ch_1 (what a participant calls its effect), cause:out-of-stock.
CREATE TABLE saga_key (
  key     text NOT NULL CHECK (key <> ''),
  saga_id uuid NOT NULL,
  PRIMARY KEY (key, saga_id)
);

CREATE TABLE saga_amount (
  saga_id  uuid   PRIMARY KEY,
  minor    bigint NOT NULL,
  currency text   NOT NULL
);

CREATE INDEX saga_amount_by_size ON saga_amount (minor, saga_id);

-- What began and ended in each minute, and in each hour.
CREATE TABLE saga_period (
  grain       text        NOT NULL CHECK (grain IN ('minute', 'hour')),
  at          timestamptz NOT NULL,
  started     bigint      NOT NULL DEFAULT 0,
  completed   bigint      NOT NULL DEFAULT 0,
  compensated bigint      NOT NULL DEFAULT 0,
  stuck       bigint      NOT NULL DEFAULT 0,
  resolved    bigint      NOT NULL DEFAULT 0,
  PRIMARY KEY (grain, at)
) WITH (fillfactor = 50);

-- How long things took, of sagas that ended in that minute or hour: confirm, undo, and each command, such as payment/do.
-- buckets count durations; see Histogram for their bounds.
CREATE TABLE saga_timing (
  grain   text        NOT NULL CHECK (grain IN ('minute', 'hour')),
  at      timestamptz NOT NULL,
  what    text        NOT NULL CHECK (what <> ''),
  times   bigint      NOT NULL,
  retried bigint      NOT NULL,
  failed  bigint      NOT NULL,
  buckets bigint[]    NOT NULL,
  PRIMARY KEY (grain, at, what)
) WITH (fillfactor = 50);

-- What is there already; it is counted once, here.
DELETE FROM saga_change;

INSERT INTO fold DEFAULT VALUES;

INSERT INTO saga_amount
SELECT id, (data #>> '{total,minorUnits}')::bigint, data #>> '{total,currency}' FROM saga WHERE data ? 'total';

INSERT INTO saga_count
SELECT s.state, coalesce(a.currency, ''), count(*), coalesce(sum(a.minor), 0), coalesce(sum(u.units), 0)
FROM saga s LEFT JOIN saga_amount a ON a.saga_id = s.id
LEFT JOIN LATERAL (
  SELECT sum((line ->> 'quantity')::bigint) AS units
  FROM jsonb_array_elements(CASE jsonb_typeof(s.data -> 'lines') WHEN 'array' THEN s.data -> 'lines' ELSE '[]' END) AS line
) u ON true
GROUP BY 1, 2;

INSERT INTO saga_key SELECT 'customer:' || customer, id FROM saga;

INSERT INTO saga_key
SELECT DISTINCT 'sku:' || (line ->> 'sku'), id
FROM saga, jsonb_array_elements(CASE jsonb_typeof(data -> 'lines') WHEN 'array' THEN data -> 'lines' ELSE '[]' END) AS line
WHERE line ? 'sku';

INSERT INTO saga_key
SELECT DISTINCT 'ref:' || (event #>> '{reply,reference}'), saga_id FROM saga_log WHERE event #>> '{reply,reference}' <> '';

INSERT INTO saga_key
SELECT 'cause:' || replace(lower(run #>> '{phase,cause,code}'), '_', '-'), id FROM saga WHERE run #>> '{phase,cause,code}' <> '';
