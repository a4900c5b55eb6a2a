#!/usr/bin/env bash
# Runs: OPA 1.22.4 and @open-policy-agent/opa-wasm 1.10.0 on Node 20, an entry point that is not there and a rule with
#   two values.
# Expected: errors are instances of Error, with a message.
# Happens: both are thrown as plain strings.
# Why it matters: `catch (error) { log(error.message) }` logs undefined: the reason why a decision could not be made
#   is lost.
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

result := 1 if input.a

result := 2 if input.b
END
./opa build --target wasm --entrypoint p/result --output bundle.tar.gz p.rego
tar xzf bundle.tar.gz /policy.wasm 2>/dev/null
cat > run.mjs <<'END'
import { readFileSync } from "node:fs";
import opa from "@open-policy-agent/opa-wasm";
const policy = await opa.loadPolicy(readFileSync("policy.wasm"));
for (const entrypoint of ["p/result", "p/resutl"]) {
  try {
    policy.evaluate({ a: true, b: true }, entrypoint);
  } catch (error) {
    console.log(typeof error, error instanceof Error, error);
  }
}
END

seen=$(node run.mjs)
expected=$(
  cat <<'END'
string false p.rego:7:1: var assignment conflict
string false entrypoint p/resutl is not valid in this instance
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
