-- SKUs compare by code point, as the services do: the order in which stock is locked, and that of the catalogue's pages.
CREATE TABLE product (
  sku               text   COLLATE "C" PRIMARY KEY CHECK (sku ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
  name              text   NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  price_minor_units bigint NOT NULL CHECK (price_minor_units BETWEEN 0 AND 1000000000000),
  currency          text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  version           bigint NOT NULL CHECK (version >= 1)
);

CREATE TABLE stock (
  sku       text   COLLATE "C" PRIMARY KEY REFERENCES product,
  available bigint NOT NULL DEFAULT 0 CHECK (available >= 0),
  reserved  bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  sold      bigint NOT NULL DEFAULT 0 CHECK (sold >= 0),
  received  bigint NOT NULL DEFAULT 0 CHECK (received >= 0),
  -- Counts the changes that were told; 0 while there was none.
  version   bigint NOT NULL DEFAULT 0 CHECK (version >= 0),
  CHECK (received = available + reserved + sold)
) WITH (
  -- A few hot rows are updated all the time: leave room beside them, so that no index has to follow.
  fillfactor = 50,
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000
);

-- One row per line of an order that was given its units. No foreign keys: a row is written only together with the
-- stock row that it took the units from, and a check per row would cost as much as the row.
CREATE TABLE reservation (
  order_id uuid    NOT NULL,
  sku      text    COLLATE "C" NOT NULL,
  quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
  state    text    NOT NULL CHECK (state IN ('reserved', 'released', 'sold')),
  PRIMARY KEY (order_id, sku)
) WITH (fillfactor = 80);

-- One row per delivery of goods. The key makes a repeated request harmless; the quantity is all that its body says.
CREATE TABLE receipt (
  sku             text        COLLATE "C" NOT NULL REFERENCES stock,
  idempotency_key text        NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 255),
  quantity        integer     NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (sku, idempotency_key)
);
