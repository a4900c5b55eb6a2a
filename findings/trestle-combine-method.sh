#!/usr/bin/env bash
# Runs: compliance-trestle 4.0.1 and 5.2.0, both for OSCAL 1.2.1, with a profile that says merge.combine.method keep.
# Expected: both take the profile: the metaschema of OSCAL defines the method and its values.
# Happens: 4.0.1 takes it; 5.2.0 refuses it, and says that as-is is the unexpected field.
# Why it matters: profiles that go back to OSCAL 1.0 have the method; the message leads away from the cause.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

python3 -m venv venv4
venv4/bin/pip install --quiet --disable-pip-version-check compliance-trestle==4.0.1
python3 -m venv venv5
venv5/bin/pip install --quiet --disable-pip-version-check compliance-trestle==5.2.0

cat > profile.json <<'END'
{"profile": {
  "uuid": "3d4f1c56-4f0a-4a59-8d0c-5d3a5a3f0c12",
  "metadata": {"title": "P", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1"},
  "imports": [{"href": "catalog.json", "include-all": {}}],
  "merge": {"combine": {"method": "keep"}, "as-is": true}
}}
END
mkdir workspace
cd workspace
../venv5/bin/trestle init --local > ../log.txt 2>&1
seen=$(
  for version in 4 5; do
    "../venv$version/bin/trestle" partial-object-validate -f ../profile.json -e profile > ../log.txt 2>&1 || true
    echo "$version: $(grep -oE '^VALID|merge.as-is: unexpected field' ../log.txt | head -1)"
  done
)
expected=$(
  cat <<'END'
4: VALID
5: merge.as-is: unexpected field
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
