CREATE TABLE orders (
  id            uuid        PRIMARY KEY,
  saga_id       uuid        NOT NULL UNIQUE,
  customer_id   text        NOT NULL CHECK (customer_id <> ''),
  status        text        NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED')),
  version       bigint      NOT NULL CHECK (version >= 1),
  reason_code   text,
  reason_detail text,
  total_minor   bigint      NOT NULL CHECK (total_minor >= 0),
  currency      text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  created_at    timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL CHECK (changed_at >= created_at),
  CHECK ((status IN ('REJECTED', 'CANCELLED')) = (reason_code IS NOT NULL)),
  CHECK ((reason_code IS NULL) = (reason_detail IS NULL))
);

-- Ids are made of their time, so this is also the order in which a customer sees his orders.
CREATE INDEX orders_of_customer ON orders (customer_id, id DESC);

CREATE TABLE order_line (
  order_id         uuid    NOT NULL REFERENCES orders (id),
  sku              text    NOT NULL CHECK (sku <> ''),
  quantity         integer NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
  unit_price_minor bigint  NOT NULL CHECK (unit_price_minor >= 0),
  PRIMARY KEY (order_id, sku)
);

-- Every state an order was ever in; versions count from 1 without a gap.
CREATE TABLE order_history (
  order_id uuid        NOT NULL REFERENCES orders (id),
  version  bigint      NOT NULL CHECK (version >= 1),
  status   text        NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED')),
  at       timestamptz NOT NULL,
  PRIMARY KEY (order_id, version),
  CHECK ((version = 1) = (status = 'PENDING'))
);

CREATE FUNCTION order_history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'order_history is append-only';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON order_history
  FOR EACH STATEMENT EXECUTE FUNCTION order_history_is_append_only();

-- What was answered to which key. The primary key lets one of several twins through; the others wait for its commit.
CREATE TABLE idempotency (
  customer_id text        NOT NULL CHECK (customer_id <> ''),
  key         text        NOT NULL CHECK (key <> ''),
  fingerprint bytea       NOT NULL CHECK (length(fingerprint) = 32),
  order_id    uuid        NOT NULL,
  answer      text        NOT NULL,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (customer_id, key)
);

CREATE INDEX idempotency_by_age ON idempotency (created_at);

-- This service's own copy of what inventory lists.
CREATE TABLE catalogue (
  sku         text   PRIMARY KEY,
  version     bigint NOT NULL CHECK (version >= 1),
  name        text   NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  currency    text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$')
);
