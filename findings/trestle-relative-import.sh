#!/usr/bin/env bash
# Runs: compliance-trestle 5.2.0, resolving one profile from two folders; the profile imports ../../catalogs/house/catalog.json.
# Expected: the same catalog from both: OSCAL counts a relative href from the document that holds it.
# Happens: the href counts from the folder in which the command was started. From the profile's own folder it resolves; from the root of the
#   workspace, where trestle's own tutorials work, the catalog is not found, while catalogs/house/catalog.json, which is wrong, is.
# Why it matters: a profile that other tools resolve has to be rewritten with trestle:// addresses, which those do not know.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check compliance-trestle==5.2.0
trestle=$work/venv/bin/trestle

mkdir workspace
cd workspace
"$trestle" init --local > ../log.txt 2>&1
mkdir -p catalogs/house profiles/right profiles/wrong
cat > catalogs/house/catalog.json <<'END'
{"catalog": {
  "uuid": "3d4f1c56-4f0a-4a59-8d0c-5d3a5a3f0c11",
  "metadata": {"title": "House", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1"},
  "controls": [{"id": "a-1", "title": "Back up", "parts": [{"id": "a-1_smt", "name": "statement", "prose": "Back up."}]}]
}}
END
profile() { # profile UUID HREF
  cat <<END
{"profile": {
  "uuid": "$1",
  "metadata": {"title": "Mine", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1"},
  "imports": [{"href": "$2", "include-all": {}}]
}}
END
}
profile 3d4f1c56-4f0a-4a59-8d0c-5d3a5a3f0c12 ../../catalogs/house/catalog.json > profiles/right/profile.json
profile 3d4f1c56-4f0a-4a59-8d0c-5d3a5a3f0c13 catalogs/house/catalog.json > profiles/wrong/profile.json

try() { # try FOLDER PROFILE
  local said=resolved
  (cd "$1" && "$trestle" author profile-resolve -n "$2" -o "from-$2") > "$work/log.txt" 2>&1 || said="not found"
  echo "$2 href, started in $1: $said"
}
seen=$(
  try . right
  try profiles/right right
  try . wrong
  try profiles/wrong wrong
)
expected=$(
  cat <<'END'
right href, started in .: not found
right href, started in profiles/right: resolved
wrong href, started in .: resolved
wrong href, started in profiles/wrong: not found
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
