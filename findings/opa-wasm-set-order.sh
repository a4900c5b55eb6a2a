#!/usr/bin/env bash
# Runs: OPA 1.22.4 and @open-policy-agent/opa-wasm 1.10.0 on Node 20, one policy and one input.
# Expected: a set is iterated in its sorted order on both, so that the first element and a joined text are the same.
# Happens: OPA sorts; the compiled module goes through the set in the order of its hash table, so another element is
#   the first.
# Why it matters: a message, an assignment or even a verdict that depends on the first element differs between CI
#   (OPA) and the host of the WASM module.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

GOBIN=$work CGO_ENABLED=0 go install github.com/open-policy-agent/opa@v1.22.4
npm install --silent --no-audit --no-fund --prefix "$work" @open-policy-agent/opa-wasm@1.10.0

cat > p.rego <<'END'
package p

import rego.v1

owners contains owner if some owner in input.owners

first := [owner | some owner in owners][0]

result := {"first": first, "text": concat(", ", owners)}
END
./opa build --target wasm --entrypoint p/result --output bundle.tar.gz p.rego
tar xzf bundle.tar.gz /policy.wasm 2>/dev/null
cat > run.mjs <<'END'
import { readFileSync } from "node:fs";
import opa from "@open-policy-agent/opa-wasm";
const policy = await opa.loadPolicy(readFileSync("policy.wasm"));
console.log("wasm", JSON.stringify(policy.evaluate({ owners: ["Risk", "Audit", "Board", "Legal", "Data"] }, "p/result")[0].result));
END

seen=$(
  printf 'opa  '
  echo '{"owners": ["Risk", "Audit", "Board", "Legal", "Data"]}' | ./opa eval --format raw --stdin-input --data p.rego data.p.result
  node run.mjs
)
expected=$(
  cat <<'END'
opa  {"first":"Audit","text":"Audit, Board, Data, Legal, Risk"}
wasm {"text":"Risk, Audit, Legal, Data, Board","first":"Risk"}
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
