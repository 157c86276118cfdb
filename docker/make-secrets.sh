#!/usr/bin/env bash
# Makes the secrets of the full set, each in a file of its own; what is there already is kept.
#   docker/make-secrets.sh [folder]          default: secrets beside this file, as compose.full.yml expects it
# Hosts and ports are those of compose.full.yml unless POSTGRES_HOST, POSTGRES_PORT, REDIS_HOST and REDIS_PORT say otherwise.
set -euo pipefail
folder=${1:-"$(cd "$(dirname "$0")" && pwd)/secrets"}
mkdir -p "$folder"
chmod 711 "$folder"

random() { head -c 36 /dev/urandom | base64 | tr -d '\n' | tr '+/' '-_'; }

# Readable for the servers' own user in the containers; the folder keeps others on this machine from finding them by name.
keep() { [ -s "$folder/$1" ] || { printf '%s' "$2" >"$folder/$1"; chmod 444 "$folder/$1"; }; }

keep postgres_password "$(random)"
keep redis_password "$(random)"
keep Hedensted__Keys__Secret "$(random)"
keep Umbraco__CMS__Unattended__UnattendedUserPassword "$(random)"
keep ConnectionStrings__umbracoDbDSN \
  "Host=${POSTGRES_HOST:-postgres};Port=${POSTGRES_PORT:-5432};Username=hedensted;Password=$(cat "$folder/postgres_password");Database=hedensted;Maximum Pool Size=80"
keep ConnectionStrings__redis "${REDIS_HOST:-redis}:${REDIS_PORT:-6379},password=$(cat "$folder/redis_password")"
keep redis.conf "bind * -::*
port ${REDIS_PORT:-6379}
requirepass $(cat "$folder/redis_password")
maxmemory 256mb
maxmemory-policy allkeys-lru
save \"\"
appendonly no
"
echo "The secrets are in $folder. The first administrator's password: $folder/Umbraco__CMS__Unattended__UnattendedUserPassword"
