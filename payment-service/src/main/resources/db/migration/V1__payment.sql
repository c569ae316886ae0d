-- One row per order, written before the gateway is asked for the first time: the intent, the work queue and the result.
CREATE TABLE payment (
  order_id       uuid        PRIMARY KEY,
  saga_id        uuid        NOT NULL,
  step           text        NOT NULL,
  customer_id    text        NOT NULL,
  amount         bigint      NOT NULL CHECK (amount >= 0),
  currency       text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  state          text        NOT NULL CHECK (state IN
    ('processing', 'unknown', 'recalled', 'captured', 'declined', 'refunding', 'refunded', 'cancelled')),
  captured       bigint      NOT NULL DEFAULT 0 CHECK (captured IN (0, amount)),
  refunded       bigint      NOT NULL DEFAULT 0 CHECK (refunded IN (0, captured)),
  charge_id      text        UNIQUE,
  refund_id      text        UNIQUE,
  refusal_code   text,
  refusal_detail text,
  -- Can be charged: kept no longer than the charge is unknown.
  payment_token  text,
  traceparent    text,
  -- How often the gateway was asked for what this state waits for.
  attempts       integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  -- When the gateway may be asked (again), or when the present claim ends; null once nothing is left to ask.
  due_at         timestamptz,
  claim_owner    text,
  -- Counts claims and their ends. Who writes with an old epoch writes nothing. 0: the gateway was never asked.
  claim_epoch    bigint      NOT NULL DEFAULT 0 CHECK (claim_epoch >= 0),
  created_at     timestamptz NOT NULL DEFAULT now(),
  changed_at     timestamptz NOT NULL DEFAULT now(),
  CHECK ((state IN ('processing', 'unknown', 'recalled')) = (payment_token IS NOT NULL)),
  CHECK ((state IN ('processing', 'unknown', 'recalled', 'refunding')) = (due_at IS NOT NULL)),
  CHECK ((state IN ('captured', 'refunding', 'refunded')) = (charge_id IS NOT NULL)),
  CHECK (captured = CASE WHEN charge_id IS NULL THEN 0 ELSE amount END),
  CHECK ((state = 'refunded') = (refund_id IS NOT NULL)),
  CHECK (refunded = CASE WHEN refund_id IS NULL THEN 0 ELSE captured END),
  CHECK ((state = 'declined') = (refusal_code IS NOT NULL)),
  CHECK (claim_owner IS NULL OR due_at IS NOT NULL)
) WITH (
  -- Each row is updated once or twice, soon after it was written.
  fillfactor = 70
);

CREATE INDEX payment_due ON payment (due_at) WHERE due_at IS NOT NULL;
