CREATE TABLE shipment (
  order_id    uuid        PRIMARY KEY,
  saga_id     uuid        NOT NULL,
  parcel      text        NOT NULL UNIQUE CHECK (parcel <> ''),
  state       text        NOT NULL CHECK (state IN ('booked', 'return_initiated')),
  name        text        NOT NULL,
  street      text        NOT NULL,
  city        text        NOT NULL,
  postal_code text        NOT NULL,
  country     text        NOT NULL CHECK (country ~ '^[A-Z]{2}$' AND country <> 'XX'),
  booked_at   timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL CHECK (changed_at >= booked_at)
);
