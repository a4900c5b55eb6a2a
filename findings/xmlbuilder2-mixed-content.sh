#!/usr/bin/env bash
# Runs: xmlbuilder2 4.0.3, a paragraph with two marked words read and written again.
# Expected: the same text, as the blank between the two elements is part of it.
# Happens: the blank is gone: the words run together; pretty printing adds line ends inside of the text.
# Why it matters: prose of an OSCAL catalog is changed by a tool that only meant to change an attribute.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" xmlbuilder2@4.0.3

cat > run.mjs <<'END'
import { create } from "xmlbuilder2";
console.log(create("<p><em>shall</em> <strong>not</strong></p>").end({ headless: true }));
console.log(JSON.stringify(create("<p>Read <em>this</em> now</p>").end({ headless: true, prettyPrint: true })));
END
seen=$(node run.mjs)
expected=$(
  cat <<'END'
<p><em>shall</em><strong>not</strong></p>
"<p>\n  Read \n  <em>this</em>\n   now\n</p>"
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
