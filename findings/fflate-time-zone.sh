#!/usr/bin/env bash
# Runs: fflate 0.8.3, one archive with a fixed time for its file, made in three time zones.
# Expected: the same bytes, since the time is a fixed moment.
# Happens: three different archives; and the earliest time of the format is out of range west of Greenwich.
# Why it matters: a package that is to be made again byte by byte differs between a laptop and CI.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" fflate@0.8.3

cat > run.mjs <<'END'
import { zipSync } from "fflate";
const time = (mtime) => Buffer.from(zipSync({ "a.txt": [new Uint8Array([65]), { mtime }] })).readUInt32LE(10).toString(16);
const tried = (mtime) => {
  try {
    return time(mtime);
  } catch (error) {
    return error.message;
  }
};
console.log(process.env.TZ, tried("2026-06-01T12:00:00Z"), tried("1980-01-01T00:00:00Z"));
END
seen=$(for zone in UTC America/New_York Asia/Tokyo; do TZ=$zone node run.mjs; done)
expected=$(
  cat <<'END'
UTC 5cc16000 210000
America/New_York 5cc14000 date not in range 1980-2099
Asia/Tokyo 5cc1a800 214800
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
