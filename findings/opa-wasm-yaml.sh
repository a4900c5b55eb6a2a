#!/usr/bin/env bash
# Runs: OPA 1.22.4 and @open-policy-agent/opa-wasm 1.10.0 on Node 20, yaml.unmarshal of a mapping and of a text with
#   two documents.
# Expected: the same values on both.
# Happens: OPA reads 012 as octal 10 and 1_000 as a number, and takes the first of two documents without a word; the
#   package reads 012 as 12 and 1_000 as text, and is undefined for two documents.
# Why it matters: a rule that parses embedded YAML (a front matter, a manifest in a string) sees other numbers in CI
#   than at run time.
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

one := yaml.unmarshal("port: 012\nratio: 1_000\n")

two := yaml.unmarshal("verdict: pass\n---\nverdict: fail\n")
END
./opa build --target wasm --entrypoint p/one --entrypoint p/two --output bundle.tar.gz p.rego
tar xzf bundle.tar.gz /policy.wasm 2>/dev/null
cat > run.mjs <<'END'
import { readFileSync } from "node:fs";
import opa from "@open-policy-agent/opa-wasm";
const policy = await opa.loadPolicy(readFileSync("policy.wasm"));
for (const rule of ["one", "two"]) console.log("wasm", rule, JSON.stringify(policy.evaluate({}, `p/${rule}`)));
END

seen=$(
  for rule in one two; do
    printf 'opa  %s ' "$rule"
    ./opa eval --format raw --data p.rego "data.p.$rule"
  done
  node run.mjs
)
expected=$(
  cat <<'END'
opa  one {"port":10,"ratio":1000}
opa  two {"verdict":"pass"}
wasm one [{"result":{"port":12,"ratio":"1_000"}}]
wasm two []
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
