#!/usr/bin/env bash
# Runs: ajv 8.20.0 with its defaults, required names that every object inherits.
# Expected: an empty object does not have them.
# Happens: required ["constructor"] and ["toString"] are satisfied by an empty object; only ownProperties changes
#   that.
# Why it matters: a schema of a register whose entries may have any name cannot demand such a one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" ajv@8.20.0

cat > run.mjs <<'END'
import { Ajv } from "ajv";
const check = (options, name) => new Ajv(options).compile({ type: "object", required: [name] })({});
for (const name of ["owner", "constructor", "toString"]) console.log(name, check({}, name), check({ ownProperties: true }, name));
END
seen=$(node run.mjs)
expected=$(
  cat <<'END'
owner false false
constructor true false
toString true false
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
