#!/usr/bin/env bash
# Runs: json-schema-to-typescript 16.0.0, a schema that describes a property and requires it in a neighbouring allOf.
# Expected: the property is required in the type.
# Happens: it is optional: required without properties beside it becomes an object of anything.
# Why it matters: a type made of the schema lets the compiler pass what the schema refuses, and nothing says so when
#   it is made.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" json-schema-to-typescript@16.0.0

cat > run.mjs <<'END'
import { compile } from "json-schema-to-typescript";
const schema = {
  type: "object",
  properties: { score: { type: "number" } },
  additionalProperties: false,
  allOf: [{ required: ["score"] }],
};
console.log((await compile(schema, "Metric", { bannerComment: "" })).replace(/\s+/g, " ").trim());
END
seen=$(node run.mjs)
expected=$(
  cat <<'END'
export type Metric = { [k: string]: unknown; } & { score?: number; };
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
