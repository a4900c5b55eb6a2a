#!/usr/bin/env bash
# Runs: pdfkit 0.20.2, a document with subset PDF/A-3a, with and without pdfVersion.
# Expected: the subset sets the version that it needs, and embeds or refuses the standard font.
# Happens: without pdfVersion the file is a PDF 1.3 without the identification of PDF/A; with it the file claims PDF/A
#   and embeds no font.
# Why it matters: the option reads like a promise; what comes out is refused by every validator of archives.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "This did not run to its end: what is stated above has changed, or could not be tried." >&2' ERR
cd "$work"

npm install --silent --no-audit --no-fund --prefix "$work" pdfkit@0.20.2

cat > run.mjs <<'END'
import PDFDocument from "pdfkit";
const make = (options) =>
  new Promise((resolve) => {
    const document = new PDFDocument({ subset: "PDF/A-3a", compress: false, ...options });
    const pieces = [];
    document.on("data", (piece) => pieces.push(piece));
    document.on("end", () => resolve(Buffer.concat(pieces).toString("latin1")));
    document.text("Assessment");
    document.end();
  });
for (const options of [{}, { pdfVersion: "1.7", tagged: true }]) {
  const text = await make(options);
  console.log(JSON.stringify(options), text.slice(1, 8), { claims: /pdfaid/.test(text), fontEmbedded: /FontFile/.test(text) });
}
END
seen=$(node run.mjs)
expected=$(
  cat <<'END'
{} PDF-1.3 { claims: false, fontEmbedded: false }
{"pdfVersion":"1.7","tagged":true} PDF-1.7 { claims: true, fontEmbedded: false }
END
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  printf 'Changed. It used to be:\n%s\n' "$expected" >&2
  exit 1
fi
