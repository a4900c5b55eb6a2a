#!/usr/bin/env bash
# Runs: compliance-trestle 5.2.0, import and validate of assessment results whose finding rests on an observation that
#   is not there.
# Expected: the document is refused: related-observations names a uuid that nothing in it has.
# Happens: import ends with 0 and validate -a calls the model valid.
# Why it matters: a finding "satisfied" without the observation behind it passes the validation that many pipelines
#   rely on.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check compliance-trestle==5.2.0

cat > results.json <<'END'
{"assessment-results": {
  "uuid": "8d1c2b3a-1111-4a59-8d0c-5d3a5a3f0c01",
  "metadata": {"title": "R", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1"},
  "import-ap": {"href": "plan.json"},
  "results": [{
    "uuid": "8d1c2b3a-2222-4a59-8d0c-5d3a5a3f0c01", "title": "T", "description": "D", "start": "2026-01-01T00:00:00Z",
    "reviewed-controls": {"control-selections": [{"include-all": {}}]},
    "findings": [{
      "uuid": "8d1c2b3a-5555-4a59-8d0c-5d3a5a3f0c01", "title": "F", "description": "D",
      "target": {"type": "statement-id", "target-id": "a_smt", "status": {"state": "satisfied"}},
      "related-observations": [{"observation-uuid": "8d1c2b3a-9999-4a59-8d0c-5d3a5a3f0c01"}]
    }]
  }]
}}
END

mkdir workspace
cd workspace
../venv/bin/trestle init --local > ../log.txt 2>&1
seen=$(
  ../venv/bin/trestle import -f ../results.json -o ours > ../log.txt 2>&1 && echo imported
  ../venv/bin/trestle validate -a 2>&1 | grep -o '^VALID: Model'
)
expected=$(
  cat <<'END'
imported
VALID: Model
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
