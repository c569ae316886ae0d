-- Positions are counted per shard, so that the relay of a shard knows which are missing: written by a transaction that is still
-- open, or rolled back. It can then look where it left off, instead of reading past what it has deleted since the last vacuum.
CREATE SEQUENCE outbox_0;
CREATE SEQUENCE outbox_1;
CREATE SEQUENCE outbox_2;
CREATE SEQUENCE outbox_3;
CREATE SEQUENCE outbox_4;
CREATE SEQUENCE outbox_5;
CREATE SEQUENCE outbox_6;
CREATE SEQUENCE outbox_7;

SELECT setval(('outbox_' || shard)::regclass, coalesce(max(id), 0) + 1, false)
FROM generate_series(0, 7) AS shard LEFT JOIN outbox USING (shard)
GROUP BY shard;

ALTER TABLE outbox ALTER COLUMN id DROP IDENTITY;
