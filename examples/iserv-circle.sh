#!/bin/sh
# The circle with IServ for three test accounts, from an empty folder: the file that IServ imports, what IServ exports
# afterwards (here iserv-users.csv; a school takes its own), what differs, and what is to be done there by hand. It works
# in a temporary folder and leaves nothing behind.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SCHULKONTO_REGISTRY="$folder/registry.sqlite"

# Exit code 5 says that a part waits for a decision: here it is expected.
schulkonto() {
  printf '\n$ schulkonto %s\n' "$*"
  node "$here/../bin/schulkonto.js" "$@" || [ $? -eq 5 ]
}

schulkonto init --school 'Gymnasium am See' --domain see.example --basis none
schulkonto user add --role student --given Test --family Eins --class Test --import-id test-Eins
schulkonto user add --role student --given Test --family Zwei --class Test --import-id test-Zwei
schulkonto user add --role student --given Test --family Drei --class Test --import-id test-Drei

# The file, complete for an import profile of its own. Nobody of it is in IServ yet.
schulkonto iserv export "$folder/iserv.csv" --first
cat "$folder/iserv.csv"

# In IServ: Verwaltung, Benutzer, Import; afterwards Verwaltung, Benutzer, Export. Here somebody was moved there by hand.
schulkonto iserv reconcile "$here/iserv-users.csv"

# What a person does there, and that it is done.
schulkonto suspension impose test.zwei --reason 'Trying it out' --clause school-use --yes
schulkonto iserv todo
schulkonto iserv done test.zwei
schulkonto iserv todo

# What the next file would do there: the class is put right.
schulkonto iserv export --dry-run
