#!/usr/bin/env bash
# The full set of compose.full.yml on one machine, without Docker, from the same full.env, Caddyfile and secrets: PostgreSQL, Redis, cms-1, cms-2,
# delivery-1, delivery-2 and the proxy with TLS, on free ports, with everything they keep in one folder.
#   docker/run-full-set.sh up [folder]               starts all of it and prints where it is (default folder: a temporary one; DELIVERY_SERVERS=3: as many deliver)
#   docker/run-full-set.sh start <name> <folder>     starts one again: postgres, redis, cms-1, cms-2, delivery-1 and so on, proxy (WAIT=no: does not wait until it is ready)
#   docker/run-full-set.sh stop <name> <folder>      asks one to stop, as an upgrade does, and waits until it has
#   docker/run-full-set.sh kill <name> <folder>      pulls its plug
#   docker/run-full-set.sh down <folder>             stops all of it and removes the folder
# Needs postgresql, redis-server and caddy (Debian's names), and the program built: dotnet build src/Hedensted.Cms, or HEDENSTED_HOST=<Hedensted.Cms.dll>.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

fail() { echo "$1" >&2; exit 1; }
postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true; }

need() {
  [ -x "$(postgres_bin)/initdb" ] || fail "PostgreSQL is not installed; on Debian: apt-get install postgresql"
  command -v redis-server >/dev/null || fail "Redis is not installed; on Debian: apt-get install redis-server"
  command -v caddy >/dev/null || fail "The proxy is not installed; on Debian: apt-get install caddy"
  [ -f "$(host)" ] || fail "The program is not built: dotnet build src/Hedensted.Cms"
}

host() {
  [ -n "${HEDENSTED_HOST:-}" ] && { echo "$HEDENSTED_HOST"; return; }
  ls -t "$here"/../artifacts/bin/Hedensted.Cms/*/Hedensted.Cms.dll 2>/dev/null | head -1 || true
}

# Who is in the set: those that have a port, or will.
name_all() {
  servers=()
  local name
  if [ -d "$folder/ports" ]; then
    for name in "$folder"/ports/{cms,delivery}-*; do servers+=("$(basename "$name")"); done
  else
    servers=(cms-1 cms-2)
    for name in $(seq "${DELIVERY_SERVERS:-2}"); do servers+=("delivery-$name"); done
  fi
  names=(postgres redis "${servers[@]}" proxy)
}

port_of() { cat "$folder/ports/$1"; }

addresses() { # cms|delivery
  local name
  for name in "${servers[@]}"; do [[ $name != "$1"-* ]] || echo -n "127.0.0.1:$(port_of "$name") "; done
}

free_port() {
  local port
  while port=$(( 20000 + RANDOM % 12000 )); do
    grep -qsx "$port" "$folder"/ports/* || (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$folder/postgres" "$@"
  else
    "$@"
  fi
}

pid_of() {
  local file="$folder/run/$1.pid"
  [ "$1" = postgres ] && file="$folder/postgres/data/postmaster.pid"
  [ -f "$file" ] && head -1 "$file" || true
}

runs() { local pid; pid=$(pid_of "$1"); [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; }

until_answers() { # name, seconds, command…
  local name=$1 left=$(( $2 * 10 )); shift 2
  until "$@" >/dev/null 2>&1; do
    [ $(( left-- )) -gt 0 ] || { tail -20 "$folder/log/$name.log" >&2; fail "$name did not become ready"; }
    sleep 0.1
  done
}

# Outlives the terminal, but not as a session of its own: Linux shares a busy machine out by session, and one that waits for another waits for all of them.
detached() { # name, command…
  local name=$1; shift
  nohup "$@" >>"$folder/log/$name.log" 2>&1 </dev/null &
  echo $! >"$folder/run/$name.pid"
}

start_postgres() {
  local bin; bin=$(postgres_bin)
  if [ ! -d "$folder/postgres/data" ]; then
    mkdir -p "$folder/postgres"
    cp "$folder/secrets/postgres_password" "$folder/postgres/password"
    [ "$(id -u)" = 0 ] && chown -R postgres "$folder/postgres"
    as_postgres test -w "$folder/postgres" || fail "The user postgres may not enter $folder: chmod o+x it and its parents, or name another folder."
    (cd "$folder/postgres" && as_postgres "$bin/initdb" -D "$folder/postgres/data" -U hedensted --auth=scram-sha-256 --pwfile="$folder/postgres/password" \
      --encoding=UTF8 --locale=C.UTF-8) >"$folder/log/postgres.log"
  fi
  (cd "$folder/postgres" && as_postgres "$bin/pg_ctl" -D "$folder/postgres/data" -w -l "$folder/postgres/server.log" \
    -o "-p $(port_of postgres) -k '' -c listen_addresses=127.0.0.1 -c max_connections=500" start) >>"$folder/log/postgres.log" 2>&1
  PGPASSWORD=$(cat "$folder/secrets/postgres_password") "$bin/psql" -h 127.0.0.1 -p "$(port_of postgres)" -U hedensted -d postgres -tAqc \
    "SELECT 'CREATE DATABASE hedensted' WHERE NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = 'hedensted')" |
    PGPASSWORD=$(cat "$folder/secrets/postgres_password") "$bin/psql" -h 127.0.0.1 -p "$(port_of postgres)" -U hedensted -d postgres -q
}

start_redis() {
  detached redis redis-server "$folder/secrets/redis.conf" --dir "$folder/run" --bind 127.0.0.1
  until_answers redis 10 env REDISCLI_AUTH="$(cat "$folder/secrets/redis_password")" redis-cli -p "$(port_of redis)" ping
}

# As in compose.full.yml: the same settings for all, its own name and role, and a folder that need not outlive it.
start_server() {
  local name=$1 role=Delivery
  case $name in cms-*) role=Cms ;; esac
  mkdir -p "$folder/data/$name"
  (
    set -a
    # shellcheck source=/dev/null
    . "$here/full.env"
    set +a
    export Hedensted__Role=$role Hedensted__NodeName=$name Hedensted__DataPath="$folder/data/$name" Hedensted__SharedPath="$folder/shared" \
      Hedensted__SecretsPath="$folder/secrets" Hedensted__Proxies__0=127.0.0.1 Urls="http://127.0.0.1:$(port_of "$name")"
    cd "$here/../src/Hedensted.Cms" 2>/dev/null || cd "$(dirname "$(host)")"
    detached "$name" dotnet "$(host)"
  )
}

start_proxy() {
  (
    export XDG_DATA_HOME="$folder/data/proxy" XDG_CONFIG_HOME="$folder/data/proxy" HOME="$folder/data/proxy"
    export SITE_ADDRESS="https://localhost:$(port_of proxy)" SITE_TLS="tls internal" SITE_OPTIONS="auto_https disable_redirects"
    export CMS_NODES DELIVERY_NODES
    CMS_NODES=$(addresses cms) DELIVERY_NODES=$(addresses delivery)
    mkdir -p "$HOME"
    detached proxy caddy run --config "$here/Caddyfile" --adapter caddyfile
  )
}

wait_for() {
  case $1 in
    postgres | redis) ;;
    proxy) until_answers proxy 20 curl -ksf -o /dev/null "https://localhost:$(port_of proxy)/robots.txt" ;;
    *) until_answers "$1" 90 curl -sf -o /dev/null "http://127.0.0.1:$(port_of "$1")/health/ready" ;;
  esac
}

start() {
  runs "$1" && fail "$1 runs already"
  case $1 in
    postgres) start_postgres ;;
    redis) start_redis ;;
    proxy) start_proxy ;;
    *) start_server "$1" ;;
  esac
}

stop() { # name, signal
  local pid; pid=$(pid_of "$1")
  [ -n "$pid" ] || return 0
  if [ "$1" = postgres ]; then
    (cd "$folder/postgres" && as_postgres "$(postgres_bin)/pg_ctl" -D "$folder/postgres/data" -w -m "$2" stop) >>"$folder/log/postgres.log" 2>&1 || true
    return 0
  fi
  kill "-$2" "$pid" 2>/dev/null || true
  while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
  rm -f "$folder/run/$1.pid"
}

tell() {
  echo "proxy https://localhost:$(port_of proxy)"
  local name
  for name in "${servers[@]}"; do echo "$name http://127.0.0.1:$(port_of "$name")"; done
  echo "postgres 127.0.0.1:$(port_of postgres)"
  echo "redis 127.0.0.1:$(port_of redis)"
  echo "folder $folder"
}

known() { name_all; [[ " ${names[*]} " == *" $1 "* ]] || fail "'$1' is none of: ${names[*]}"; }

case ${1:-} in
  up)
    need
    folder=${2:-$(mktemp -d "${TMPDIR:-/tmp}/hedensted-full-XXXXXX")}
    name_all
    mkdir -p "$folder"/{ports,run,log,data,shared}
    chmod 755 "$folder"
    for name in "${names[@]}"; do [ -s "$folder/ports/$name" ] || free_port >"$folder/ports/$name"; done
    POSTGRES_HOST=127.0.0.1 POSTGRES_PORT=$(port_of postgres) REDIS_HOST=127.0.0.1 REDIS_PORT=$(port_of redis) "$here/make-secrets.sh" "$folder/secrets" >/dev/null
    for name in "${names[@]}"; do start "$name"; done
    for name in "${names[@]}"; do wait_for "$name"; done
    tell
    ;;
  start) folder=${3:?folder}; known "${2:-}"; need; start "$2"; [ "${WAIT:-}" = no ] || wait_for "$2" ;;
  stop) folder=${3:?folder}; known "${2:-}"; stop "$2" "$([ "$2" = postgres ] && echo fast || echo TERM)" ;;
  kill) folder=${3:?folder}; known "${2:-}"; stop "$2" "$([ "$2" = postgres ] && echo immediate || echo KILL)" ;;
  down)
    folder=${2:?folder}
    name_all
    for name in proxy "${servers[@]}"; do stop "$name" KILL; done
    stop redis KILL
    stop postgres immediate
    rm -rf "$folder"
    ;;
  *) sed -n '2,10p' "$0"; exit 64 ;;
esac
