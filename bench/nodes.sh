#!/usr/bin/env bash
# How much the full set answers: one server that delivers asked directly, then one, two and three of them behind the proxy with TLS, each with PostgreSQL,
# Redis and two servers for editors beside it, all on this machine and with the starting content: bench/nodes.sh [seconds a measurement, default 10]
# Needs what docker/run-full-set.sh needs, and wrk (Debian). Prints a table for bench/README.md. An answer that is not 200 ends it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
seconds=${1:-10}
connections=32
for program in wrk caddy redis-server; do
  command -v "$program" >/dev/null || { echo "$program is missing; on Debian: apt-get install wrk caddy redis-server postgresql" >&2; exit 1; }
done

[ -n "${HEDENSTED_HOST:-}" ] || dotnet publish "$root/src/Hedensted.Cms" -c Release -r linux-x64 -o "$root/artifacts/published" -v q --nologo
export HEDENSTED_HOST=${HEDENSTED_HOST:-$root/artifacts/published/Hedensted.Cms.dll}
# What is measured here is what the servers can do, not what each reader may ask for.
export Hedensted__GraphQL__Budget__UnitsPerSecond=0
work=$(mktemp -d)
chmod 711 "$work"
folder=
finish() { [ -z "$folder" ] || "$root/docker/run-full-set.sh" down "$folder" || true; rm -rf "$work"; }
trap finish EXIT

# The next fifty dates from an instant, as a calendar page shows them: the same question each time, or another each time.
cat >"$work/question.lua" <<'LUA'
local query = "query($from:DateTime){occurrences(first:50,where:{endsAt:{gte:$from}}){nodes{title,teaser,displayDate,branch{name},url,isFree}}}"
local encode = function(text) return (text:gsub("[^%w]", function(sign) return string.format("%%%02X", string.byte(sign)) end)) end
local path = "/graphql?query=" .. encode(query) .. "&variables="
local number, thread = 0, 0
function setup(one) one:set("id", thread); thread = thread + 1 end
function init(arguments) anew = arguments[1] == "anew"; wrk.headers["Accept"] = "application/json" end
function request()
  number = number + 1
  local moment = anew and number or 0
  local from = string.format("20%02d-01-01T%02d:%02d:%02d.%03dZ", 20 + id, math.floor(moment / 3600000) % 24, math.floor(moment / 60000) % 60, math.floor(moment / 1000) % 60, moment % 1000)
  return wrk.format("GET", path .. encode('{"from":"' .. from .. '"}'))
end
LUA

ask() { # seconds, address, same|anew
  wrk -t1 -c"$connections" -d"$1s" --latency -s "$work/question.lua" "$2" -- "$3"
}

measure() { # address, same|anew
  ask "$seconds" "$1" "$2" >"$work/told"
  ! grep -q "Non-2xx\|Socket errors" "$work/told" || { cat "$work/told" >&2; exit 1; }
  echo "$(awk '/Requests\/sec/ { printf "%d", $2 }' "$work/told") | $(awk '/99%/ { print $2 }' "$work/told")"
}

# A server that has just begun compiles what it does often; the first measurement of three would be one of the compiler.
warm() { for round in 1 2 3; do ask "$seconds" "$1" same; ask "$seconds" "$1" anew; done >/dev/null; }

row() { echo "| $1 | $(measure "$2" same) | $(measure "$2" anew) |"; }

echo "| | the same question: requests per second | p99 | another question each time: requests per second | p99 |"
echo "|---|---:|---:|---:|---:|"
for servers in 1 2 3; do
  folder="$work/set-$servers"
  DELIVERY_SERVERS=$servers "$root/docker/run-full-set.sh" up "$folder" >"$work/set"
  address() { sed -n "s/^$1 //p" "$work/set"; }
  warm "$(address proxy)"
  [ "$servers" -gt 1 ] || row "one, without the proxy" "$(address delivery-1)"
  row "$servers behind the proxy" "$(address proxy)"
  "$root/docker/run-full-set.sh" down "$folder"
  folder=
done
