#!/usr/bin/env bash
# Runs: csv-parse 7.0.3, cells with names and numbers under cast and cast_date.
# Expected: only cells that are dates become dates.
# Happens: anything that the engine's Date can make something of does: "Model 1" is the first of January 2001.
# Why it matters: names of models and versions turn into dates, and into other ones in another engine or time zone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" csv-parse@7.0.3

cat > run.mjs <<'END'
import { parse } from "csv-parse/sync";
const rows = parse("name\nModel 1\nTier 2\nGroup B\n", { columns: true, cast: true, cast_date: true });
console.log(JSON.stringify(rows.map(({ name }) => name)));
END
seen=$(TZ=UTC node run.mjs)
expected=$(
  cat <<'END'
["2001-01-01T00:00:00.000Z","2001-02-01T00:00:00.000Z","Group B"]
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
