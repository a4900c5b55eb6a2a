#!/usr/bin/env bash
# Runs: OPA 1.22.4, opa exec with a decision whose name is misspelt, with and without its flags.
# Expected: a run that could make no decision does not end like a good one.
# Happens: the exit code is 0, also with --fail-non-empty; only --fail gives 1.
# Why it matters: a typing error in the pipeline's --decision switches the gate off and leaves it green.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

GOBIN=$work CGO_ENABLED=0 go install github.com/open-policy-agent/opa@v1.22.4

mkdir bundle
cat > bundle/p.rego <<'END'
package p

import rego.v1

allow if input.owner
END
echo '{"owner": "Risk"}' > a.json
code() {
  local code=0
  ./opa exec --bundle bundle --decision p/allwo "$@" a.json >out.json 2>err.txt || code=$?
  echo "exit code $code, $(grep -o opa_undefined_error out.json) ($*)"
}
seen=$(
  code
  code --fail-non-empty
  code --fail
)
expected=$(
  cat <<'END'
exit code 0, opa_undefined_error ()
exit code 0, opa_undefined_error (--fail-non-empty)
exit code 1, opa_undefined_error (--fail)
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
