-- Amounts in classes by their number of digits and their two leading ones, in order: 12345 is 512. Within a class sagas are in the order
-- of their ids, so the newest above a bound are the newest of each class above it, and no walk passes all those that are below. People ask for
-- 50 or 250: there a class begins. Any other bound leaves one narrow class to look through.
CREATE FUNCTION amount_size(minor bigint) RETURNS smallint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (length(greatest(minor, 0)::text) * 100 + left(rpad(greatest(minor, 0)::text, 2, '0'), 2)::integer)::smallint
$$;

ALTER TABLE saga_amount ADD COLUMN size smallint NOT NULL GENERATED ALWAYS AS (amount_size(minor)) STORED;

DROP INDEX saga_amount_by_size;
CREATE INDEX saga_amount_by_size ON saga_amount (size, saga_id);
-- By the first digit alone: far above the bound a few large classes do, where the narrow ones would be hundreds.
CREATE INDEX saga_amount_by_first_digit ON saga_amount ((size / 10), saga_id);
