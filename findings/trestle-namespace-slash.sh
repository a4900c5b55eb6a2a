#!/usr/bin/env bash
# Runs: compliance-trestle 4.0.1 and 5.2.0, importing a catalog whose props have a namespace without a path, such as https://example.org.
# Expected: both store the namespace as it is written: OSCAL compares namespaces as texts, and so does everybody who looks a prop up.
# Happens: 4.0.1 stores it as written; 5.2.0 stores https://example.org/, with a slash behind it, in props, in parts and in the scheme of
#   external ids. A namespace with a path stays as it is.
# Why it matters: a prop in such a namespace is another prop after the import, and whoever asks for it by its namespace finds none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

python3 -m venv venv4
venv4/bin/pip install --quiet --disable-pip-version-check compliance-trestle==4.0.1
python3 -m venv venv5
venv5/bin/pip install --quiet --disable-pip-version-check compliance-trestle==5.2.0

cat > catalog.json <<'END'
{"catalog": {
  "uuid": "3d4f1c56-4f0a-4a59-8d0c-5d3a5a3f0c11",
  "metadata": {
    "title": "Rules of the house", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1",
    "props": [
      {"name": "tier", "ns": "https://example.org", "value": "gold"},
      {"name": "tier", "ns": "https://example.org/ns", "value": "gold"}
    ],
    "parties": [{
      "uuid": "5b0a4f8e-6a43-4a0e-9c3a-0d5f6f3f7a01", "type": "organization", "name": "Example",
      "external-ids": [{"scheme": "https://example.net", "id": "1"}]
    }]
  },
  "controls": [{"id": "a-1", "title": "Back up", "parts": [
    {"id": "a-1_smt", "name": "statement", "ns": "https://example.org", "prose": "Back up once a day."}
  ]}]
}}
END
seen=$(
  for version in 4 5; do
    mkdir "workspace$version"
    cd "workspace$version"
    "../venv$version/bin/trestle" init --local > ../log.txt 2>&1
    "../venv$version/bin/trestle" import -f ../catalog.json -o mine > ../log.txt 2>&1
    "../venv$version/bin/python" - <<'END'
import json, os
catalog = json.load(open("catalogs/mine/catalog.json"))["catalog"]
metadata = catalog["metadata"]
found = [each["ns"] for each in metadata["props"]]
found += [metadata["parties"][0]["external-ids"][0]["scheme"], catalog["controls"][0]["parts"][0]["ns"]]
print(os.path.basename(os.getcwd()), *found)
END
    cd ..
  done
)
expected=$(
  cat <<'END'
workspace4 https://example.org https://example.org/ns https://example.net https://example.org
workspace5 https://example.org/ https://example.org/ns https://example.net/ https://example.org/
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
