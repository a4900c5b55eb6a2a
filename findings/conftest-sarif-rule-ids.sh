#!/usr/bin/env bash
# Runs: conftest 0.71.1, SARIF of a policy with deny, a named deny and a violation.
# Expected: a rule id for each rule, since the policy gives each a name of its own.
# Happens: all three results have the rule id main/deny.
# Why it matters: code scanning keeps state and dismissals by rule id: dismissing one kind of finding hides the
#   others.
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

deny_review contains "no review" if not input.reviewed

violation contains {"msg": "no risk class"} if not input.risk
END
echo 'name: scorer' > system.yaml
seen=$(
  ./conftest test system.yaml --output sarif > out.sarif || true
  node -e 'for (const { ruleId, message } of JSON.parse(require("fs").readFileSync("out.sarif", "utf8")).runs[0].results) console.log(ruleId, message.text)'
)
expected=$(
  cat <<'END'
main/deny no owner
main/deny no review
main/deny no risk class
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
