#!/usr/bin/env bash
# Runs: OPA 1.22.4 and @open-policy-agent/opa-wasm 1.10.0 on Node 20, evaluated with the inputs false, 0, the empty
#   text and null.
# Expected: input is that value, as it is in OPA.
# Happens: the package hands on no input at all for each of them: a rule that reads input is undefined.
# Why it matters: an evaluation that got false as its input looks like one in which nothing was to be said: no result,
#   no error.
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

result := {"input": input}
END
./opa build --target wasm --entrypoint p/result --output bundle.tar.gz p.rego
tar xzf bundle.tar.gz /policy.wasm 2>/dev/null
cat > run.mjs <<'END'
import { readFileSync } from "node:fs";
import opa from "@open-policy-agent/opa-wasm";
const policy = await opa.loadPolicy(readFileSync("policy.wasm"));
for (const input of [false, 0, "", null, true]) console.log("wasm", JSON.stringify(input), JSON.stringify(policy.evaluate(input, "p/result")));
END

seen=$(
  for input in false 0 '""' null true; do
    printf 'opa  %s ' "$input"
    echo "$input" | ./opa eval --format raw --stdin-input --data p.rego data.p.result
  done
  node run.mjs
)
expected=$(
  cat <<'END'
opa  false {"input":false}
opa  0 {"input":0}
opa  "" {"input":""}
opa  null {"input":null}
opa  true {"input":true}
wasm false []
wasm 0 []
wasm "" []
wasm null []
wasm true [{"result":{"input":true}}]
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
