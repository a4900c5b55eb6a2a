import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadResult, SourceDocument } from "../../src/source/document.js";
import { readPlainYaml } from "../../src/source/plain-yaml.js";
import { formatPointer } from "../../src/source/pointer.js";
import { readParsedYaml } from "../../src/source/yaml/parsed.js";
import { root, shared } from "../project.js";
import type { Checked, ReaderPair } from "./fuzz.js";
import { mutateYaml } from "./yaml-texts.js";

/** The reader of plain YAML, and the `yaml` package with all that is said about what it reads. */
export const yamlReaders: ReaderPair = { name: "yaml", seeds, mutate: mutateYaml, check };

/** Lines of a seed. */
const SEED_LINES = 9;

/** Files of YAML that lie beside the project, where it does; their pieces go to the end, so that the others keep their numbers. */
const sharedFiles = [
  "samples/nl-amt-system-card/system_test_card.yaml",
  "samples/nl-amt-system-card/assessments/iama.yaml",
];

let known: readonly string[] | undefined;

/** Pieces of descriptors, without their indentation, and own texts with what they do not have. */
function seeds(): readonly string[] {
  if (known !== undefined) return known;
  const examples = join(root, "examples");
  const files = readdirSync(examples, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(examples, name));
  const others = sharedFiles.map((name) => join(shared, name)).filter((path) => existsSync(path));
  known = [...ownSeeds, ...[...files, ...others].flatMap((path) => pieces(readFileSync(path, "utf8")))];
  return known;
}

/** A few lines from each place, shifted to the left, long ones cut. */
function pieces(text: string): string[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const found: string[] = [];
  for (let at = 0; at < lines.length; at += 4) {
    const some = lines.slice(at, at + SEED_LINES);
    const first = /^ */.exec(some[0] ?? "")?.[0].length ?? 0;
    const end = some.findIndex((line) => line.trim() !== "" && (/^ */.exec(line)?.[0].length ?? 0) < first);
    const kept = (end < 0 ? some : some.slice(0, end)).map((line) => line.slice(first));
    const short = kept.map((line) =>
      line.length > 70 && !/[\]}"'] *$/.test(line) ? line.slice(0, 60).trimEnd() : line,
    );
    const piece = `${short.join("\n")}\n`;
    if (piece.length < 300 && piece.trim() !== "") found.push(piece);
  }
  return found;
}

/** What OSCAL files and other programs write, and what people write in ways of their own. */
const ownSeeds: readonly string[] = [
  "catalog:\n  uuid: 74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724\n  metadata:\n    title: A title\n    last-modified: 2024-02-01T10:00:00.000+00:00\n    version: 5.1.1\n",
  'groups:\n  - id: ac\n    class: family\n    title: Access Control\n    controls:\n      - id: ac-1\n        props:\n          - name: label\n            value: "AC-1"\n',
  "parts:\n- id: a\n  name: statement\n  prose: |-\n    First line\n\n    * an item\n      that goes on\n  parts:\n  - id: b\n    prose: >\n      folded\n      text\n\n      more\n",
  "a: |\n  one\n\n   two\n\n\n# comment\nb: >-\n\n  one\n  two\n\n    deeper\n\n  three\nc: |+\n  kept\n\nd: >+\n  kept\n\n\n",
  "text: a text that\n  goes on in\n\n  further lines\nlist:\n  - one that\n    goes on\n  - two\n",
  'key:\n  a text in a line of its own\nother:\n  "in quotes"\n# comment\nthird:\n\n  - x\n  -\n    - y\n  - - z\n    - w\n',
  'flow: {a: 1, \'b\': [x, "y", [z]], "c":2}\nlist: [\n  a,\n  b, # no\n]\nmap: {\n  a: 1,\n  b: {c: d}\n}\n',
  "empty: # nothing\nnull1: ~\nnull2: null\nt: true\nf: False\ni: 12\nj: -3\nf1: 1.50\nf2: 1e3\nh: 0x1F\no: 0o17\nz: 007\nn: .inf\nbig: 12345678901234567890\n",
  "date: 2026-11-29\nyes: no\nu: 1_000\nv: 1.2.3\np: 50%\nw: a#b\nc: a # b\nd: x #5 y\ne: 'it''s'\nq: \"a\\n\\t\\\"\\u00e4\\\\ \"\n",
  "---\n# first\nkey: value\n\"quoted key\": 1\n'other': 2\nspaced : 3\n<<: 4\n__proto__: 5\n1: 6\n",
  "a: \"quoted text\n  in lines\n\n  \\u00e4 \\\\ end \"\nb: 'it''s\n  so '\n---\nc: 1\n--- # c\n- d\n",
  "- a: 1\n  b: 2\n-   c: 3\n    d: 4\n- - - deep\n-\n  - e\n- f:\n  - g\n  h: i\n",
];

function check(text: string): Checked {
  const plain = readPlainYaml(text, "a.yaml");
  if (plain === undefined) return { accepted: false, difference: undefined };
  const parsed = readParsedYaml(text, "a.yaml");
  if (plain.length !== parsed.length) return { accepted: true, difference: `${String(plain.length)} documents` };
  const differences = plain.map((result, index) => differenceOfResults(result, parsed[index] ?? { diagnostics: [] }));
  return { accepted: true, difference: differences.find((each) => each !== undefined) };
}

function differenceOfResults(is: ReadResult, should: ReadResult): string | undefined {
  const [said, wanted] = [JSON.stringify(is.diagnostics), JSON.stringify(should.diagnostics)];
  if (said !== wanted) return `diagnostics ${said} for ${wanted}`;
  return is.document && should.document && differenceOf(is.document, should.document);
}

/** What a document answers otherwise than it should. */
function differenceOf(is: SourceDocument, should: SourceDocument): string | undefined {
  if (!isSame(is.value, should.value)) return `value ${JSON.stringify(is.value)} for ${JSON.stringify(should.value)}`;
  if (is.line !== should.line) return `line ${String(is.line)} for ${String(should.line)}`;
  const cautions = [is, should].map((each) => JSON.stringify(each.cautions?.(() => true)));
  if (cautions[0] !== cautions[1]) return `cautions ${String(cautions[0])} for ${String(cautions[1])}`;
  for (const pointer of pointers(should.value, "")) {
    const differs =
      !isSame(is.locate(pointer), should.locate(pointer)) ||
      !isSame(is.locate(pointer, "key"), should.locate(pointer, "key")) ||
      is.frame(should.locate(pointer)) !== should.frame(should.locate(pointer)) ||
      is.written?.(pointer) !== should.written?.(pointer) ||
      should.cutText?.(pointer) !== undefined;
    if (differs) return `at ${pointer}: ${answers(is, pointer)} for ${answers(should, pointer)}`;
  }
  return undefined;
}

function answers(document: SourceDocument, pointer: string): string {
  const value = document.locate(pointer);
  const key = document.locate(pointer, "key");
  const [written, cut] = [document.written?.(pointer), document.cutText?.(pointer)];
  return JSON.stringify({ value, key, written, cut, frame: document.frame(value) });
}

/** Pointers to all values, and to some in their places that do not exist. */
function* pointers(value: unknown, path: string): Generator<string> {
  yield path;
  if (typeof value !== "object" || value === null) {
    yield `${path}/0`;
    return;
  }
  yield `${path}/-`;
  for (const [key, member] of Object.entries(value)) yield* pointers(member, path + formatPointer([key]));
}

/** Whether two trees are the same, to the order of their keys and the sign of zero. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b) || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  if (keys.length !== others.length) return false;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  return keys.every((key, index) => key === others[index] && isSame(left[key], right[key]));
}
