#!/usr/bin/env bash
# Runs: canonicalize 4.0.0 (RFC 8785), an object with a method.
# Expected: the member is left out, as JSON.stringify does, or an error.
# Happens: the text has the word undefined as a value, which is not JSON.
# Why it matters: a signature is made over a text that no verifier can parse, and that no other implementation makes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" canonicalize@4.0.0

cat > run.mjs <<'END'
import canonicalize from "canonicalize";
console.log(canonicalize({ id: 1, describe() {} }), JSON.stringify({ id: 1, describe() {} }));
END
seen=$(node run.mjs)
expected=$(
  cat <<'END'
{"describe":undefined,"id":1} {"id":1}
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
