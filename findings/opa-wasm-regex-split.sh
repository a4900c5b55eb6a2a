#!/usr/bin/env bash
# Runs: OPA 1.22.4 and @open-policy-agent/opa-wasm 1.10.0 on Node 20, regex.split with a group in the pattern.
# Expected: the pieces between the matches, as OPA gives them.
# Happens: the package splits with JavaScript's own function, which puts what the group matched between the pieces.
# Why it matters: count of the pieces is another one, so a check such as "exactly two parts" turns round.
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

result := regex.split("(-|/)", "2026-11/30")
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
opa  ["2026","11","30"]
wasm ["2026","-","11","/","30"]
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
