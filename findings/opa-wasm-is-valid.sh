#!/usr/bin/env bash
# Runs: OPA 1.22.4 and @open-policy-agent/opa-wasm 1.10.0 on Node 20, json.is_valid and base64.is_valid of texts that
#   are not valid.
# Expected: false, as OPA says.
# Happens: the module says true for two JSON values behind one another and for base64 without its padding.
# Why it matters: whether a piece of evidence counts as well-formed depends on where the rule runs.
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

result := {"json": json.is_valid("1 2"), "base64": base64.is_valid("YQ")}
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
opa  {"base64":false,"json":false}
wasm {"base64":true,"json":true}
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
