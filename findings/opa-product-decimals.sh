#!/usr/bin/env bash
# Runs: OPA 1.22.4, the product of 0.1 and 3 written in two ways.
# Expected: product([0.1, 3]) is what 0.1 * 3 is.
# Happens: the operator counts in decimals and gives 0.3; product counts in binary and gives 0.30000000000000004,
#   while sum is exact.
# Why it matters: a comparison with a threshold changes its result when a rule is refactored from * to product.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

GOBIN=$work CGO_ENABLED=0 go install github.com/open-policy-agent/opa@v1.22.4

seen=$(./opa eval --format raw '[0.1 * 3, product([0.1, 3]), 0.1 + 0.2, sum([0.1, 0.2]), product([0.1, 3]) == 0.1 * 3]')
expected=$(
  cat <<'END'
[0.3,0.30000000000000004,0.3,0.3,false]
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
