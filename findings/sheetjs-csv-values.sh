#!/usr/bin/env bash
# Runs: xlsx (SheetJS) 0.18.5, a CSV text with ids, versions and a month, read with its defaults.
# Expected: ids and versions as they stand; perhaps numbers where they are numbers.
# Happens: 007 becomes 7, 1.10 becomes 1.1, the version 3-4 and the month 2021-05 become serial numbers of days.
# Why it matters: ids no longer match, and a version turns into a date without any message.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" xlsx@0.18.5

cat > run.mjs <<'END'
import XLSX from "xlsx";
const text = "id,version,since\n007,1.10,2021-05\n008,3-4,2021-06\n";
console.log(JSON.stringify(XLSX.utils.sheet_to_json(XLSX.read(text, { type: "string" }).Sheets.Sheet1)));
END
seen=$(TZ=UTC node run.mjs)
expected=$(
  cat <<'END'
[{"id":7,"version":1.1,"since":44317},{"id":8,"version":36954,"since":44348}]
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
