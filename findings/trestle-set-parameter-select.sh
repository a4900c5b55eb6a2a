#!/usr/bin/env bash
# Runs: compliance-trestle 5.2.0, resolving a profile that sets a parameter to a choice (set-parameter with select).
# Expected: the parameter of the resolved catalog has the choice: by OSCAL's specification of profile resolution (modify phase), select
#   replaces what the catalog has, as label, usage and values do.
# Happens: the label of the same instruction arrives, the choice does not, and no word is said.
# Why it matters: a baseline that offers two answers resolves to a parameter that anybody may fill in as he likes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check compliance-trestle==5.2.0

mkdir workspace
cd workspace
../venv/bin/trestle init --local > ../log.txt 2>&1
mkdir -p catalogs/house profiles/mine
cat > catalogs/house/catalog.json <<'END'
{"catalog": {
  "uuid": "3d4f1c56-4f0a-4a59-8d0c-5d3a5a3f0c11",
  "metadata": {"title": "House", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1"},
  "controls": [{"id": "a-1", "title": "Back up", "params": [{"id": "a-1_often", "label": "how often"}], "parts": [
    {"id": "a-1_smt", "name": "statement", "prose": "Back up {{ insert: param, a-1_often }}."}
  ]}]
}}
END
cat > profiles/mine/profile.json <<'END'
{"profile": {
  "uuid": "3d4f1c56-4f0a-4a59-8d0c-5d3a5a3f0c12",
  "metadata": {"title": "Mine", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1"},
  "imports": [{"href": "trestle://catalogs/house/catalog.json", "include-all": {}}],
  "modify": {"set-parameters": [
    {"param-id": "a-1_often", "label": "interval", "select": {"how-many": "one", "choice": ["daily", "weekly"]}}
  ]}
}}
END
../venv/bin/trestle author profile-resolve -n mine -o resolved > ../log.txt 2>&1
seen=$(
  ../venv/bin/python - <<'END'
import json
print(json.dumps(json.load(open("catalogs/resolved/catalog.json"))["catalog"]["controls"][0]["params"], sort_keys=True))
END
  echo "warnings: $(grep -c WARNING ../log.txt || true)"
)
expected=$(
  cat <<'END'
[{"id": "a-1_often", "label": "interval"}]
warnings: 0
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
