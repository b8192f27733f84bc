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

# Who consents: the terms, another purpose, and the list that was filled in from the forms of a class.
schulkonto terms publish ../terms.txt --version 1 --from 2025-08-01
schulkonto consent purposes add photos --title 'Fotos auf der Schulseite'
schulkonto consent forms --class 5a --csv --out "$folder/5a.csv"
schulkonto consent import ../consents-5a.csv --yes
schulkonto consent missing --class 5a

# A year later: new, changed and leaving students, and one who could be a child with a new ID.
schulkonto roster import 2026-students.csv --yes
schulkonto roster import 2026-students.csv --same 4731=4820 --yes
schulkonto user show ida.schneider
schulkonto status
schulkonto roster export "$folder/students.csv"
