#!/usr/bin/env bash
# Runs: csv-parse 7.0.3, a table in which two columns have one name, and one with a BOM, with columns: true.
# Expected: an error or two values for the double name; the first column under its name in spite of the BOM.
# Happens: the last of the two columns wins without a word, and the first column is called with an invisible character
#   before it.
# Why it matters: exports of inventories repeat headings; the importer then reads the wrong column, or finds no id at
#   all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" csv-parse@7.0.3

cat > run.mjs <<'END'
import { parse } from "csv-parse/sync";
console.log(JSON.stringify(parse("owner,owner\nRisk,IT\n", { columns: true })));
console.log(Object.keys(parse("\ufeffid\n1\n", { columns: true })[0])[0].length);
END
seen=$(node run.mjs)
expected=$(
  cat <<'END'
[{"owner":"IT"}]
3
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
