#!/usr/bin/env bash
# Runs: OPA 1.22.4 and its own WASM target, floor and ceil of -0.5.
# Expected: -1 and 0, as everywhere in mathematics.
# Happens: OPA's evaluator gives 0 and 1; the WASM module of the same policy gives -1 and 0.
# Why it matters: a rule that rounds a difference (days left, change of a score) towards minus infinity is off by one
#   near zero, on one of the two evaluators.
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

result := [floor(-0.5), ceil(-0.5), floor(-1.5), ceil(-1.5)]
END
./opa build --target wasm --entrypoint p/result --output bundle.tar.gz p.rego
tar xzf bundle.tar.gz /policy.wasm 2>/dev/null
cat > run.mjs <<'END'
import { readFileSync } from "node:fs";
import opa from "@open-policy-agent/opa-wasm";
const policy = await opa.loadPolicy(readFileSync("policy.wasm"));
console.log("wasm", JSON.stringify(policy.evaluate({}, "p/result")[0].result));
END

seen=$(
  printf 'opa  '
  ./opa eval --format raw --data p.rego data.p.result
  node run.mjs
)
expected=$(
  cat <<'END'
opa  [0,1,-2,-1]
wasm [-1,0,-2,-1]
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
