#!/usr/bin/env bash
# Compares the engine with graphql-js: run.sh [cases] [seed], e.g. run.sh 1000000 7.
set -euo pipefail
cd "$(dirname "$0")"
export HEDENSTED_DIFFERENTIAL_CASES="${1:-100000}" HEDENSTED_DIFFERENTIAL_SEED="${2:-$RANDOM}"
exec dotnet test . -c Release --nologo --logger "console;verbosity=normal"
