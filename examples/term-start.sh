#!/bin/sh
# A term start at the example school, from an empty folder: last year's roster, this year's plan, its question, and
# what comes of it. Run it with `npm run example`; it works in a temporary folder and leaves nothing behind.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SCHULKONTO_REGISTRY="$folder/registry.sqlite"
cd "$here/rosters"

# Exit code 5 says that a part waits for a decision: here it is expected.
schulkonto() {
  printf '\n$ schulkonto %s\n' "$*"
  node "$here/../bin/schulkonto.js" "$@" || [ $? -eq 5 ]
}

schulkonto init --school 'Gymnasium am See' --domain see.example
schulkonto roster import 2025-students.csv --yes
schulkonto roster import 2025-guardians.csv --yes
schulkonto roster import 2025-teachers.csv --role teacher --yes
schulkonto status

# A year later: new, changed and leaving students, and one who could be a child with a new ID.
schulkonto roster import 2026-students.csv --yes
schulkonto roster import 2026-students.csv --same 4731=4820 --yes
schulkonto user show ida.schneider
schulkonto status
schulkonto roster export "$folder/students.csv"
