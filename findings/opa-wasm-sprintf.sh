#!/usr/bin/env bash
# Runs: OPA 1.22.4 and @open-policy-agent/opa-wasm 1.10.0 on Node 20, sprintf with %q, with %v of a set and of an
#   object, and with %d of a decimal.
# Expected: the texts that OPA makes.
# Happens: %q ends the evaluation with an exception, a set loses its braces and quotation marks, an object becomes
#   [object Object], and 1.5 is cut to 1 where OPA marks it as wrong.
# Why it matters: messages of findings differ between the two, and the one rule whose message uses %q takes the whole
#   evaluation with it.
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

quoted := sprintf("%q", ["Risk"])

set_text := sprintf("%v", [{"a", "b"}])

object_text := sprintf("%v", [{"b": 1, "a": [true, null]}])

cut := sprintf("%d", [1.5])
END
./opa build --target wasm --entrypoint p/quoted --entrypoint p/set_text --entrypoint p/object_text --entrypoint p/cut --output bundle.tar.gz p.rego
tar xzf bundle.tar.gz /policy.wasm 2>/dev/null
cat > run.mjs <<'END'
import { readFileSync } from "node:fs";
import opa from "@open-policy-agent/opa-wasm";
const policy = await opa.loadPolicy(readFileSync("policy.wasm"));
for (const rule of ["quoted", "set_text", "object_text", "cut"]) {
  try {
    console.log("wasm", rule, policy.evaluate({}, `p/${rule}`)[0].result);
  } catch (error) {
    console.log("wasm", rule, "throws:", error.message);
  }
}
END

seen=$(
  for rule in quoted set_text object_text cut; do
    printf 'opa  %s ' "$rule"
    ./opa eval --format raw --data p.rego "data.p.$rule"
  done
  node run.mjs
)
expected=$(
  cat <<'END'
opa  quoted "Risk"
opa  set_text {"a", "b"}
opa  object_text {"a": [true, null], "b": 1}
opa  cut %!d(float64=1.5)
wasm quoted throws: [sprintf] unexpected placeholder
wasm set_text b,a
wasm object_text [object Object]
wasm cut 1
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
