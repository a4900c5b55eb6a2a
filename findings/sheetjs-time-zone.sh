#!/usr/bin/env bash
# Runs: xlsx (SheetJS) 0.18.5, the same date put into a sheet in three time zones.
# Expected: the serial number of 2026-01-01, 46023, since the date is given in UTC.
# Happens: New York gives 46022.79 (the day before), Tokyo 46023.375.
# Why it matters: a date of review moves by a day in the auditor's sheet, depending on where the report is made.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" xlsx@0.18.5

cat > run.mjs <<'END'
import { utils } from "xlsx";
console.log(process.env.TZ, utils.aoa_to_sheet([[new Date(Date.UTC(2026, 0, 1))]]).A1.v.toFixed(3));
END
seen=$(for zone in UTC America/New_York Asia/Tokyo; do TZ=$zone node run.mjs; done)
expected=$(
  cat <<'END'
UTC 46023.000
America/New_York 46022.792
Asia/Tokyo 46023.375
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
