#!/usr/bin/env bash
# Runs: saxes 6.0.0, a document that declares an entity in its own DOCTYPE and uses it.
# Expected: the text of the entity, since it is declared in the document itself.
# Happens: an error "undefined entity"; the reference is left in the text, and parsing goes on.
# Why it matters: a reader that only listens to text gets a name of an organization as "&org;".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" saxes@6.0.0

cat > run.mjs <<'END'
import saxes from "saxes";
const parser = new saxes.SaxesParser();
parser.on("text", (text) => console.log("text", text));
parser.on("error", (error) => console.log("error", error.message));
parser.write('<!DOCTYPE a [<!ENTITY org "Meridian">]><a>&org;</a>').close();
END
seen=$(node run.mjs)
expected=$(
  cat <<'END'
error 1:47: undefined entity.
text &org;
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
