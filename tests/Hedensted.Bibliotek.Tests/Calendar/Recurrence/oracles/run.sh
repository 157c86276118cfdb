#!/usr/bin/env bash
# Compares the calendar's rules with rrule and ical.js: run.sh [rules] [seed], e.g. run.sh 200000 7.
set -euo pipefail
cd "$(dirname "$0")"
export HEDENSTED_RECURRENCE_RULES="${1:-20000}" HEDENSTED_RECURRENCE_SEED="${2:-$RANDOM}"
exec dotnet test ../../.. -c Release --nologo --filter FullyQualifiedName~OracleTests --logger "console;verbosity=normal"
