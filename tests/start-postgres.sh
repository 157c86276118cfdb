#!/usr/bin/env bash
# Starts a PostgreSQL of one's own on a free port, in a temporary folder, and prints the connection string that the tests take:
#   export HEDENSTED_TEST_POSTGRES="$(tests/start-postgres.sh [where its folder is made])"
# The folder is printed on standard error; <folder>/stop stops the server.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || echo /nowhere/initdb)")
[ -x "$bin/initdb" ] || { echo "PostgreSQL is not installed; on Debian: apt-get install postgresql" >&2; exit 1; }
folder=$(mktemp -d "${1:-${TMPDIR:-/tmp}}/hedensted-postgres-XXXXXX")
port=$(( 20000 + RANDOM % 20000 ))
as() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  # PostgreSQL refuses to run as root.
  chown postgres "$folder"
  as() { setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$folder" "$@"; }
fi
cd "$folder"
as test -w "$folder" || { echo "The user postgres may not enter $(dirname "$folder"): chmod o+x it and its parents, or name another folder." >&2; exit 1; }
as "$bin/initdb" -D "$folder/data" -U hedensted --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$folder/initdb.log"
as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/server.log" \
  -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c max_connections=300" start >"$folder/start.log"
printf '#!/bin/sh\nkill -QUIT "$(head -n 1 "%s")"\n' "$folder/data/postmaster.pid" >"$folder/stop"
chmod +x "$folder/stop"
echo "PostgreSQL runs on port $port in $folder" >&2
echo "Host=127.0.0.1;Port=$port;Username=hedensted;Database=postgres"
