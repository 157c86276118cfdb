#!/usr/bin/env bash
# Starts a Redis of one's own on a free port, without files, and prints the connection string that the tests take:
#   export HEDENSTED_TEST_REDIS="$(tests/start-redis.sh [where its folder is made])"
# The folder is printed on standard error; <folder>/stop stops the server.
set -euo pipefail
command -v redis-server >/dev/null || { echo "Redis is not installed; on Debian: apt-get install redis-server" >&2; exit 1; }
folder=$(mktemp -d "${1:-${TMPDIR:-/tmp}}/hedensted-redis-XXXXXX")
port=$(( 40000 + RANDOM % 20000 ))
redis-server --port "$port" --bind 127.0.0.1 --save "" --appendonly no --dir "$folder" --daemonize yes --logfile "$folder/server.log" \
  --pidfile "$folder/redis.pid" >/dev/null
printf '#!/bin/sh\nkill "$(cat "%s")"\n' "$folder/redis.pid" >"$folder/stop"
chmod +x "$folder/stop"
for _ in $(seq 50); do
  redis-cli -p "$port" ping >/dev/null 2>&1 && { echo "Redis runs on port $port in $folder" >&2; echo "127.0.0.1:$port"; exit 0; }
  sleep 0.1
done
echo "Redis did not start; see $folder/server.log" >&2
exit 1
