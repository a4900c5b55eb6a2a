#!/usr/bin/env bash
# Runs: OPA 1.22.4 and @open-policy-agent/opa-wasm 1.10.0 on Node 20, json.marshal of an object of the input.
# Expected: the same text on both: keys sorted, and the same characters escaped.
# Happens: OPA sorts the keys and escapes <, > and &; the module writes the keys in the order of a hash table and
#   escapes nothing.
# Why it matters: a digest or a signature over json.marshal, made by OPA, does not fit what the WASM module computes
#   for the same input.
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

result := json.marshal(input.card)
END
./opa build --target wasm --entrypoint p/result --output bundle.tar.gz p.rego
tar xzf bundle.tar.gz /policy.wasm 2>/dev/null
cat > run.mjs <<'END'
import { readFileSync } from "node:fs";
import opa from "@open-policy-agent/opa-wasm";
const policy = await opa.loadPolicy(readFileSync("policy.wasm"));
const card = { name: "credit", limit: "a<b & c", ai: true, zeta: 1 };
console.log("wasm " + policy.evaluate({ card }, "p/result")[0].result);
END

seen=$(
  printf 'opa  '
  echo '{"card": {"name": "credit", "limit": "a<b & c", "ai": true, "zeta": 1}}' | ./opa eval --format raw --stdin-input --data p.rego data.p.result
  node run.mjs
)
expected=$(
  cat <<'END'
opa  {"ai":true,"limit":"a\u003cb \u0026 c","name":"credit","zeta":1}
wasm {"ai":true,"name":"credit","limit":"a<b & c","zeta":1}
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
