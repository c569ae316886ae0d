-- Who is signed in to the console. The token itself is in the cookie alone.
CREATE TABLE console_session (
  token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
  name       text        NOT NULL CHECK (name <> ''),
  role       text        NOT NULL CHECK (role IN ('viewer', 'operator')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at)
);
