#!/usr/bin/env bash
# Measures our server beside the limit of the machine and other GraphQL servers, on the same data: bench/peers/run.sh [events…] [-- options of run.mjs]
# Default 1000 10000 100000. Needs the .NET SDK, Node 20 and two processors; installs wrk (Debian) when it may. Takes about 15 minutes a size.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
sizes=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do sizes+=("$1"); shift; done
[ $# -eq 0 ] || shift
[ ${#sizes[@]} -gt 0 ] || sizes=(1000 10000 100000)

if ! command -v wrk >/dev/null; then
  sudo=""; [ "$(id -u)" -eq 0 ] || sudo="sudo -n"
  $sudo apt-get install -y -qq --no-install-recommends wrk >/dev/null 2>&1 \
    || { $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends wrk >/dev/null; } \
    || { echo "wrk is missing: install the package wrk and run this again." >&2; exit 1; }
fi

[ -d node_modules ] && [ node_modules -nt package-lock.json ] || npm ci --silent
for app in limit handwritten; do dotnet build "$app" -c Release -v q --nologo -clp:NoSummary; done
dotnet publish "$root/src/Hedensted.Cms" -c Release -r linux-x64 -o "$root/artifacts/published" -v q --nologo

# In a shell of its own, which it replaces: what is started in the background has the id of the server. A relative content root would miss the settings that lie beside the program.
cms() { cd "$root/artifacts/published" && Hedensted__DataPath="$data" exec dotnet Hedensted.Cms.dll "$@"; }
mkdir -p data results
for n in "${sizes[@]}"; do
  data="$PWD/data/site-$n"
  if [ ! -f "data/$n.json" ]; then
    rm -rf "$data" "results/$n"
    (cms demo --events "$n" --seed 42 --year 2026)
    cms --Urls http://127.0.0.1:4100 >"results/export-$n.log" 2>&1 &
    server=$!
    trap 'kill $server 2>/dev/null || true' EXIT
    until curl -sf http://127.0.0.1:4100/health/ready >/dev/null; do
      kill -0 $server 2>/dev/null || { cat "results/export-$n.log" >&2; exit 1; }
      sleep 0.2
    done
    node export.mjs http://127.0.0.1:4100/graphql "data/$n.json"
    kill $server; wait $server || true
    trap - EXIT
  fi
  taskset -c 1 node run.mjs --events "$n" "$@"
done
node table.mjs "${sizes[@]}"
