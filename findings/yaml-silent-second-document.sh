#!/usr/bin/env bash
# Runs: yaml 2.9.1, parseDocument of a text with two documents, at the log levels error and silent.
# Expected: the level says what is printed; what is wrong stands in errors either way.
# Happens: with silent the error is not recorded: the second document is ignored, and errors and warnings are empty.
# Why it matters: a reader that silences the output to collect errors itself reads "pass" and never learns of "fail".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" yaml@2.9.1

cat > run.mjs <<'END'
import { parseDocument } from "yaml";
for (const logLevel of ["error", "silent"]) {
  const { errors, warnings, contents } = parseDocument("verdict: pass\n---\nverdict: fail\n", { logLevel });
  console.log(logLevel, errors.map(({ code }) => code), warnings.length, JSON.stringify(contents));
}
END
seen=$(node run.mjs)
expected=$(
  cat <<'END'
error [ 'MULTIPLE_DOCS' ] 0 {"verdict":"pass"}
silent [] 0 {"verdict":"pass"}
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
