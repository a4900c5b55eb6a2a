#!/usr/bin/env bash
# Runs: compliance-trestle 5.2.0 (OSCAL 1.2.1), task csv-to-oscal-mc, with three pairs of controls of two small catalogs.
# Expected: a mapping collection whose provenance.method is one of OSCAL's: human, automation, hybrid; a control stays a control.
# Happens: the method is always "manual", which OSCAL 1.2 does not list and a validator with constraints refuses; the control "smtp-1" becomes a
#   statement, since its id holds the letters "smt"; the first pair below the header is left out without a word, as a row of descriptions.
# Why it matters: collections that are made so are invalid, a mapping may lack its first pair, and pairs lead to statements that no catalog has.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check compliance-trestle==5.2.0

catalog() { # catalog TITLE ID...
  local title=$1 controls=
  shift
  for id in "$@"; do controls="$controls${controls:+,}{\"id\": \"$id\", \"title\": \"$id\"}"; done
  printf '{"catalog": {"uuid": "3d4f1c56-4f0a-4a59-8d0c-5d3a5a3f0c2%s", "metadata": {"title": "%s", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1"}, "controls": [%s]}}\n' "$#" "$title" "$controls"
}
mkdir workspace
cd workspace
../venv/bin/trestle init --local > ../log.txt 2>&1
catalog Mail smtp-1 smtp-2 smtp-3 > source.json
catalog Rules r-1 r-2 r-3 r-4 > target.json
cat > pairs.csv <<'END'
$$Source_Resource,$$Target_Resource,$$Map_Source_ID_Ref_list,$$Map_Target_ID_Ref_list,$$Map_Relationship
source.json,target.json,smtp-3,r-3,equal-to
source.json,target.json,smtp-1,r-1 r-2,superset-of
source.json,target.json,smtp-2,r-4,intersects-with
END
cat > task.ini <<'END'
[task.csv-to-oscal-mc]
title = Pairs
version = 1
csv-file = pairs.csv
output-dir = out
END
../venv/bin/trestle task csv-to-oscal-mc -c task.ini > ../log.txt 2>&1 || { cat ../log.txt >&2; exit 1; }
seen=$(
  python3 - out/*.json <<'END'
import json, sys
with open(sys.argv[1]) as file:
    collection = json.load(file)["mapping-collection"]
print("method:", collection["provenance"]["method"])
for mapping in collection["mappings"]:
    for each in mapping["maps"]:
        print(" ".join(f'{item["type"]} {item["id-ref"]}' for item in each["sources"]))
END
)
expected=$(
  cat <<'END'
method: manual
statement smtp-1
statement smtp-2
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
