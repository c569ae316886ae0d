-- Rows wait here between the commit that wrote them and the broker's acknowledgement; then they are deleted.
CREATE TABLE outbox (
  shard       smallint    NOT NULL CHECK (shard BETWEEN 0 AND 7),
  id          bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  topic       text        NOT NULL CHECK (topic <> ''),
  message_key text        NOT NULL CHECK (message_key <> ''),
  message_id  text        NOT NULL CHECK (message_id <> ''),
  type        text        NOT NULL,
  subject     text        NOT NULL,
  body        bytea       NOT NULL,
  traceparent text,
  headers     jsonb,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (shard, id)
) WITH (
  -- A queue: nearly every row is dead within milliseconds, so vacuum by count and do not nap in between.
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000,
  autovacuum_vacuum_cost_delay = 0
);

-- Who publishes which shard. The epoch counts owners: what an earlier owner still does with an old epoch has no effect.
CREATE TABLE relay_lease (
  shard      smallint    PRIMARY KEY CHECK (shard BETWEEN 0 AND 7),
  owner      text,
  epoch      bigint      NOT NULL DEFAULT 0 CHECK (epoch >= 0),
  expires_at timestamptz NOT NULL DEFAULT '-infinity'
);

INSERT INTO relay_lease (shard) SELECT generate_series(0, 7);

-- Which instances live, so that each takes its share of the shards and no more.
CREATE TABLE relay_member (
  instance   text        PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
