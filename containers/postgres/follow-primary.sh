#!/usr/bin/env bash
# Copies the primary at the first start, and follows it from then on. A replica that can follow no longer, because it was promoted
# or stayed away for too long, is made anew when its volume is removed.
set -euo pipefail

# The official image starts as root; PostgreSQL refuses to.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then gosu postgres "$@"; else "$@"; fi
}

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  if [ "$(id -u)" = 0 ]; then
    mkdir -p "$(dirname "$PGDATA")"
    chown -R postgres:postgres /var/lib/postgresql
  fi
  password=$(cat /run/secrets/replicator-password)
  readonly primary=(--host=postgres --username=replicator)
  # A copy that was cut off left half a directory, and a lost replica a slot that reserves what nobody needs.
  as_postgres rm -rf "$PGDATA.fresh"
  as_postgres env PGPASSWORD="$password" pg_receivewal "${primary[@]}" --slot=replica --drop-slot 2>/dev/null || true
  as_postgres env PGPASSWORD="$password" pg_basebackup "${primary[@]}" --pgdata="$PGDATA.fresh" --checkpoint=fast --wal-method=stream \
    --create-slot --slot=replica --write-recovery-conf
  as_postgres mv "$PGDATA.fresh" "$PGDATA"
fi
exec docker-entrypoint.sh "$@"
