#!/usr/bin/env bash
# Runs: OPA 1.22.4, opa exec on a YAML file with two documents.
# Expected: a decision for each document, or an error.
# Happens: only the first document is judged; nothing tells of the second.
# Why it matters: many inventories put one system a document into one file: all but the first pass unseen.
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

verdict := "fail" if not input.owner

verdict := "pass" if input.owner
END
printf 'owner: Risk\n---\nname: nobody owns this one\n' > systems.yaml
seen=$(
  ./opa exec --bundle bundle --decision p/verdict systems.yaml | grep -E '"(path|result)": "'
)
expected=$(
  cat <<'END'
      "path": "systems.yaml",
      "result": "pass"
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
