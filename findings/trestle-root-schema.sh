#!/usr/bin/env bash
# Runs: compliance-trestle 5.2.0, import of a catalog with and without a $schema beside it.
# Expected: both are read: NIST's JSON schema of OSCAL allows a root $schema, and editors use it.
# Happens: the document with $schema is refused as one that "does not contain a root key", though it does.
# Why it matters: who adds $schema for the editor loses the exchange with trestle, and the message does not say why.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check compliance-trestle==5.2.0

catalog='"catalog": {"uuid": "3d4f1c56-4f0a-4a59-8d0c-5d3a5a3f0c11", "metadata": {"title": "C",
  "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1"}}'
echo "{$catalog}" > without.json
echo "{\"\$schema\": \"https://example.org/catalog.schema.json\", $catalog}" > with.json
mkdir workspace
cd workspace
../venv/bin/trestle init --local > ../log.txt 2>&1
seen=$(
  for name in without with; do
    if ../venv/bin/trestle import -f "../$name.json" -o "$name" > ../log.txt 2>&1; then
      echo "$name: imported"
    else
      echo "$name: $(grep -o 'data does not contain a root key' ../log.txt)"
    fi
  done
)
expected=$(
  cat <<'END'
without: imported
with: data does not contain a root key
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
