#!/usr/bin/env bash
# The first start makes the cluster and runs the scripts of /docker-entrypoint-initdb.d on a server that only this one reaches.
set -euo pipefail
if [ "${1:-postgres}" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  password=${POSTGRES_PASSWORD_FILE:+$(cat "$POSTGRES_PASSWORD_FILE")}
  password=${password:-${POSTGRES_PASSWORD:?}}
  eval "initdb --username=postgres --pwfile=<(printf '%s\n' \"\$password\") --auth-local=trust --auth-host=scram-sha-256 ${POSTGRES_INITDB_ARGS:-}"
  printf '\nhost all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
  printf "\nlisten_addresses = '*'\n" >>"$PGDATA/postgresql.conf"
  pg_ctl -D "$PGDATA" -w start -o "$(printf ' %q' "${@:2}") -c listen_addresses=''"
  for script in /docker-entrypoint-initdb.d/*; do
    case "$script" in
      *.sh) if [ -x "$script" ]; then "$script"; else . "$script"; fi ;;
      *.sql) psql --username postgres --no-password -v ON_ERROR_STOP=1 -f "$script" ;;
    esac
  done
  pg_ctl -D "$PGDATA" -m fast -w stop
fi
exec "$@"
