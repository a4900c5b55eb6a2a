#!/usr/bin/env bash
# Runs: pdfkit 0.20.2, two documents with other words, the same title and the same creation date.
# Expected: different file identifiers, since the files differ.
# Happens: the identifiers are equal: they are made of the date and the info entries, not of the content.
# Why it matters: systems for documents that go by the identifier take the report "failed" for the report "passed" of
#   the same date.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" pdfkit@0.20.2

cat > run.mjs <<'END'
import PDFDocument from "pdfkit";
const make = (words) =>
  new Promise((resolve) => {
    const document = new PDFDocument({ info: { CreationDate: new Date(0), Title: "Report" } });
    const pieces = [];
    document.on("data", (piece) => pieces.push(piece));
    document.on("end", () => resolve(Buffer.concat(pieces).toString("latin1")));
    document.text(words);
    document.end();
  });
const [a, b] = [await make("All controls passed."), await make("Three controls failed.")];
const id = (text) => /\/ID \[<([0-9a-f]+)>/.exec(text)[1];
console.log({ sameContent: a === b, sameId: id(a) === id(b) });
END
seen=$(node run.mjs)
expected=$(
  cat <<'END'
{ sameContent: false, sameId: true }
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
