#!/usr/bin/env bash
# Installs what is missing (Debian, as root or with sudo), then builds and runs every test against real servers and a real browser.
# Ends with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")"

need() { command -v dotnet >/dev/null || { echo "The .NET 10 SDK is missing: install package dotnet-sdk-10.0 and run ./test.sh again." >&2; exit 1; }
         command -v node >/dev/null || { echo "Node 20 or newer is missing: install it and run ./test.sh again." >&2; exit 1; }; }
need

install_missing() {
  local packages=()
  command -v redis-server >/dev/null || packages+=(redis-server)
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || packages+=(postgresql)
  command -v caddy >/dev/null || packages+=(caddy)
  command -v chromium >/dev/null || packages+=(chromium)
  command -v vipsthumbnail >/dev/null || packages+=(libvips-tools)
  [ ${#packages[@]} -eq 0 ] && return 0
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then sudo="sudo -n"; fi
  if ! command -v apt-get >/dev/null || ! $sudo true 2>/dev/null; then
    echo "Missing: ${packages[*]}. Install them (Debian names) to run every test; those that need them are skipped with a sentence." >&2
    return 0
  fi
  echo "Installing ${packages[*]} …"
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null || {
    echo "apt-get could not install ${packages[*]}; see the lines above." >&2; exit 1; }
}
install_missing

scratch=$(mktemp -d)
chmod 711 "$scratch" # PostgreSQL, which refuses to run as root, has its folders within it
export HEDENSTED_TEST_SCRATCH="$scratch"
stop() { for script in "$scratch"/*/stop; do [ -x "$script" ] && "$script" >/dev/null 2>&1; done; rm -rf "$scratch"; }
trap stop EXIT

echo "== Restore and build"
dotnet restore --locked-mode -v q --nologo || exit 1
dotnet build --no-restore -v q --nologo -clp:NoSummary || exit 1
echo "== Tools of the browser tests"
npm ci --prefix tests/Hedensted.EndToEnd --silent || exit 1
echo "== The reference implementation of GraphQL"
npm ci --prefix tests/Hedensted.GraphQL.Differential.Tests/reference --silent || exit 1
echo "== Other implementations of recurrence rules"
npm ci --prefix tests/Hedensted.Bibliotek.Tests/Calendar/Recurrence/oracles --silent || exit 1
echo "== Clients of the public API"
npm ci --prefix tests/Hedensted.Cms.Tests/PublicApi/clients --silent || exit 1
echo "== Readers of feeds"
npm ci --prefix tests/Shared/readers --silent || exit 1
echo "== Format" # style and analyzers are errors of the build; this is the rest
dotnet format whitespace --no-restore --verify-no-changes -v q || { echo "Run 'dotnet format whitespace' and commit what it changes." >&2; exit 1; }

echo "== Servers"
if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
  HEDENSTED_TEST_POSTGRES=$(tests/start-postgres.sh "$scratch") || exit 1
  export HEDENSTED_TEST_POSTGRES
fi
if command -v redis-server >/dev/null; then
  HEDENSTED_TEST_REDIS=$(tests/start-redis.sh "$scratch") || exit 1
  export HEDENSTED_TEST_REDIS
fi
command -v chromium >/dev/null && export HEDENSTED_TEST_CHROMIUM="$(command -v chromium)"

passed=0; failed=0; skipped=0; broken=0
for project in tests/*.Tests tests/Hedensted.EndToEnd; do
  echo "== $(basename "$project")"
  log="$scratch/$(basename "$project").log"
  dotnet test "$project" --no-build --nologo --logger "console;verbosity=minimal" --blame-hang-timeout 10m --blame-hang-dump-type none 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  line=$(grep -E '(Passed|Failed|Skipped)! +- Failed:' "$log" | tail -n 1)
  count() { sed -nE "s/.*$1: +([0-9]+).*/\1/p" <<<"$line"; }
  p=$(count Passed); f=$(count ', Failed'); f=${f:-$(sed -nE 's/.*- Failed: +([0-9]+).*/\1/p' <<<"$line")}; s=$(count Skipped)
  passed=$((passed + ${p:-0})); failed=$((failed + ${f:-0})); skipped=$((skipped + ${s:-0}))
  if [ $(( ${p:-0} + ${f:-0} )) -eq 0 ]; then echo "$(basename "$project") executed no test." >&2; broken=1; fi
  if [ "$code" -ne 0 ] && [ "${f:-0}" -eq 0 ]; then echo "$(basename "$project") ended with code $code." >&2; broken=1; fi
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$broken" -eq 0 ]
