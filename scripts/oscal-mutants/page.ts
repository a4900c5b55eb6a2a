// The page docs/oscal-judges.md.
import { differences, originalDifferences, quiet, type Quiet } from "./differences.js";
import { classNames } from "./mutants.js";
import { JUDGE_NAMES, explains, table, tally, type Judged, type Word } from "./table.js";

/** The verdicts of aims and the judges on a document that was not broken. */
export interface OriginalVerdict {
  readonly name: string;
  readonly aims: Word;
  readonly schema: Word;
  readonly liboscal: Word;
}

export function page({ documents, judged }: { documents: OriginalVerdict[]; judged: Judged[] }): string {
  return `<!-- Written by scripts/oscal-mutants.ts. Do not edit. -->

# aims and the judges

What \`aims oscal validate\` says of OSCAL documents, beside what validators of others say: of documents as they were published, and of
${String(judged.length)} mutants, each made from one of them by breaking it in one place.

- **aims**: schema of the model, constraints of the metaschema and reference rules of aims, under OSCAL 1.2.2, of each document alone.
- **NIST's schema**: for JSON, NIST's complete JSON schema 1.2.2 under a validator of its own (jsonschema-rs); for XML, the XSD of 1.2.2 under xmllint.
- **liboscal**: NIST's liboscal-java 3.0.3, schema and constraints. Its models are those of OSCAL 1.1.2, without mappings, so it is not
  asked about these. That it takes a correct SHA-256 for too long is a fault of 1.1.2 and not counted.

\`node scripts/run.mjs scripts/oscal-mutants.ts --check\` makes the mutants again, which are always the same, asks everybody, and fails where a judge
reports something that aims does not, where a difference has no reason below, and where this page is out of date.

## Documents as they are

${table(
  ["Document", "aims", "NIST's schema", "liboscal", "Why they differ"],
  documents.map((document) => [
    document.name,
    state(document.aims),
    state(document.schema),
    state(document.liboscal),
    originalReasons(document),
  ]),
)}

${originalDifferences.map(({ reason }, index) => `- (${letter(index)}) ${reason}`).join("\n")}

## A profile with a method of combining

\`merge.combine.method\` of a profile, which the metaschema of OSCAL 1.2.2 defines (\`keep\`, \`use-first\`, \`merge\`), is in NIST's JSON schema of
1.1.3 and not in that of 1.2.1 and 1.2.2, where \`combine\` has no properties. So the judges are not of one mind about a profile that has it:

${table(
  ["Judge", "`keep`, `use-first`", "`merge`"],
  [
    ["aims", "valid", "invalid: a constraint of the metaschema deprecates it"],
    ["NIST's JSON schema 1.2.2", "invalid", "invalid"],
    ["NIST's XSD 1.2.2, the same profile as XML", "valid", "valid"],
    ["liboscal", "valid", "invalid: the same constraint"],
    ["compliance-trestle 4.0.1", "valid", "valid"],
    ["compliance-trestle 5.2.0", "invalid", "invalid"],
  ],
)}

aims goes by the metaschema. A profile for readers that go by the JSON schema leaves the method out, which means \`keep\`.

## Mutants

How many of the mutants of a class are reported as errors; what is not an error stands beside the number. A finding that the unbroken
document shows too is not counted.

${table(
  ["Class", "Mutants", "aims", "NIST's schema", "liboscal", "Why they differ"],
  classNames.map((name) =>
    classRow(
      name,
      judged.filter(({ mutant }) => mutant.class === name),
    ),
  ),
)}

## Why the verdicts differ

${differences.map(({ judge, aims, says, reason }, index) => `${String(index + 1)}. **${JUDGE_NAMES[judge]}** says ${saying(says)} where aims reports ${aims === "error" ? "an error" : "a warning"}: ${reason}`).join("\n")}

## Where aims reports no error

${quiet.map((entry) => `- ${quietClasses(entry, judged)}: ${entry.says === "warning" ? "a warning" : "nothing"}. ${entry.reason}`).join("\n")}
`;
}

function state(said: Word): string {
  return {
    error: "invalid",
    warning: "valid, with warnings",
    nothing: "valid",
    "not asked": "not asked",
  }[said];
}

function saying(said: Word): string {
  return {
    error: "more",
    warning: "no more than a warning",
    nothing: "nothing",
    "not asked": "nothing",
  }[said];
}

function originalReasons(document: OriginalVerdict): string {
  const differs = (judge: "schema" | "liboscal"): boolean =>
    document[judge] !== "not asked" && (document[judge] === "error") !== (document.aims === "error");
  return originalDifferences
    .flatMap(({ original, judges }, index) =>
      original.test(document.name) && judges.some(differs) ? [letter(index)] : [],
    )
    .join(", ");
}

const letter = (index: number): string => String.fromCharCode(0x61 + index);

function classRow(name: string, judged: Judged[]): string[] {
  const followed = judged.filter((each) => each.followed).length;
  const reasons = differences.flatMap((difference, index) =>
    judged.some((each) => explains(each, difference.judge, difference)) ? [String(index + 1)] : [],
  );
  const aims =
    tally(judged.map((each) => each.aims)) +
    (followed > 0 ? ` (${String(followed)} of them reported with \`--follow\`)` : "");
  return [
    name,
    String(judged.length),
    aims,
    tally(judged.map(({ schema }) => schema)),
    tally(judged.map(({ liboscal }) => liboscal)),
    reasons.join(", "),
  ];
}

function quietClasses(entry: Quiet, judged: Judged[]): string {
  const all = judged.filter(({ aims, mutant }) => aims === entry.says && entry.class.test(mutant.class));
  return [...new Set(all.map(({ mutant }) => mutant.class))].join("; ");
}
