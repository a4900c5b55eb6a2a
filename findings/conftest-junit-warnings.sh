#!/usr/bin/env bash
# Runs: conftest 0.71.1, JUnit of a file about which there is a warning and nothing else.
# Expected: a warning is no failure: the command ends with 0, and the report has no failure.
# Happens: the command ends with 0 and the report counts one failure.
# Why it matters: CI systems that read the report show a failed test in a job that has passed, or fail the job for it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

GOBIN=$work CGO_ENABLED=0 go install github.com/open-policy-agent/conftest@v0.71.1

mkdir policy
cat > policy/p.rego <<'END'
package main

import rego.v1

deny contains "no owner" if not input.owner

warn contains "no end date" if not input.end
END
echo 'owner: Risk' > system.yaml
code=0
./conftest test system.yaml --output junit > out.xml || code=$?
seen="exit code $code, $(grep -o 'failures="[0-9]*"' out.xml | head -1)"
expected=$(
  cat <<'END'
exit code 0, failures="1"
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
