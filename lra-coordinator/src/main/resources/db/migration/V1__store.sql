-- Narayana's stores, in the shape that its JDBC store expects. What is in them is its own.
CREATE TABLE action_JBossTSTxTable (
  StateType   integer      NOT NULL,
  Hidden      integer      NOT NULL,
  TypeName    varchar(255) NOT NULL,
  UidString   varchar(255) NOT NULL,
  ObjectState bytea,
  PRIMARY KEY (UidString, TypeName, StateType)
);

CREATE TABLE communication_JBossTSTxTable (LIKE action_JBossTSTxTable INCLUDING ALL);
CREATE TABLE state_JBossTSTxTable (LIKE action_JBossTSTxTable INCLUDING ALL);

-- Who is the active instance. One row, always.
CREATE TABLE lease (
  one        boolean     PRIMARY KEY DEFAULT true CHECK (one),
  holder     text        NOT NULL,
  epoch      bigint      NOT NULL CHECK (epoch >= 0),
  expires_at timestamptz NOT NULL
);

INSERT INTO lease (holder, epoch, expires_at) VALUES ('', 0, '-infinity');

-- Said on each new connection of the store: one of an epoch that is over is refused.
CREATE FUNCTION fence(mine bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM lease WHERE epoch = mine) THEN
    RAISE EXCEPTION 'epoch % is over', mine;
  END IF;
END
$$;
