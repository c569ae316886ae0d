-- Sagas that are part of somebody's long running action. A row is written before the coordinator is told; while there is no
-- order of that saga it is joining, and the first callback removes it.
CREATE TABLE lra_participant (
  saga_id   uuid        PRIMARY KEY,
  lra       text        NOT NULL CHECK (lra <> ''),
  joined_at timestamptz NOT NULL,
  -- How the long running action ended, as far as we were told. The first word counts.
  asked     text        CHECK (asked IN ('complete', 'compensate')),
  asked_at  timestamptz,
  -- What we answered for good.
  told      text        CHECK (told IN ('Completed', 'FailedToComplete', 'Compensated')),
  CHECK ((asked IS NULL) = (asked_at IS NULL)),
  CHECK (told IS NULL OR (asked = 'complete') = (told IN ('Completed', 'FailedToComplete')))
);
