import { resolve } from "node:path";
import { codeEntry, codes } from "../diagnostics/codes.js";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { Suppressions } from "../diagnostics/suppressions.js";
import { withoutBlanks } from "../inventory/blank.js";
import { latestDay } from "../inventory/partial-date.js";
import type { SourceDocument } from "../source/document.js";
import { readPackageJson } from "../source/package-files.js";
import { formatPointer } from "../source/pointer.js";
import { readDocuments } from "../source/read.js";
import { schemaDiagnostics } from "../source/schema-problems.js";
import type { Suppression, Suppressions as SuppressionFile } from "./suppressions.generated.js";
import { suppressions as isSuppressionFile } from "./suppressions-validator.generated.js";
import type { Terminal } from "./terminal.js";
import { placeIn } from "./workspace.js";

/** What a run looks for. */
interface Asked {
  /** Ids of reference rules that are not asked. */
  readonly disable: readonly string[];
  readonly constraints: boolean;
}

/** What is known and accepted, and what becomes of that in a run. */
export interface ReadSuppressions {
  readonly suppressions: Suppressions;
  /**
   * What is wrong with the entries after a run: those that have expired and those that met nothing.
   * @param asked what the run has looked for: an entry for something else had nothing to meet
   */
  readonly problems: (asked: Asked) => Diagnostic[];
}

/**
 * Reads the suppressions of a run.
 * @param name the file as the user would call it
 * @param asOf day of the run, `YYYY-MM-DD`
 * @throws InputError when the file cannot be read, or an entry is not complete or names a code that nothing has
 */
export async function readSuppressions(name: string, asOf: string, terminal: Terminal): Promise<ReadSuppressions> {
  const source = await readOne(name, terminal);
  const value = withoutBlanks(source.value);
  if (!isSuppressionFile(value)) {
    const schema = readPackageJson("schemas", "suppressions.schema.json");
    throw new InputError(schemaDiagnostics(isSuppressionFile.errors ?? [], source, { schema, entry: "" }));
  }
  const entries = (value as SuppressionFile).suppressions;
  const unknown = await unknownCodes(entries, source);
  if (unknown.length > 0) throw new InputError(unknown);
  const suppressions = new Suppressions(
    entries.map((entry) => ({ ...entry, expires: latestDay(entry.expires) })),
    asOf,
  );
  return {
    suppressions,
    problems: (asked) =>
      suppressions.outcomes().flatMap((outcome, index) => {
        const entry = entries[index];
        if (entry === undefined || (outcome !== "expired" && outcome !== "unused")) return [];
        if (outcome === "unused" && !isAsked(entry.code, asked)) return [];
        const place = placeIn(source, formatPointer(["suppressions", index]));
        return [outcome === "expired" ? expired(entry, place) : unused(entry, place)];
      }),
  };
}

async function readOne(name: string, terminal: Terminal): Promise<SourceDocument> {
  const problems: Diagnostic[] = [];
  const documents: SourceDocument[] = [];
  for await (const { document, diagnostics } of readDocuments({ path: resolve(terminal.cwd, name), name })) {
    problems.push(...diagnostics);
    if (document) documents.push(document);
  }
  const [first, second] = documents;
  if (second) {
    problems.push({
      code: "second-document",
      severity: "error",
      message: "A second document begins here; suppressions stand in one.",
      file: second.file,
      line: second.line,
      column: 1,
      fix: "Write all suppressions into one document.",
    });
  }
  if (problems.length > 0 || !first) throw new InputError(problems);
  return first;
}

async function unknownCodes(entries: readonly Suppression[], source: SourceDocument): Promise<Diagnostic[]> {
  const { constraintRegister } = await import("../oscal/model/constraints.generated.js");
  const known = new Set([...codes, ...Object.keys(constraintRegister)]);
  return entries.flatMap(({ code }, index): Diagnostic[] => {
    if (known.has(code)) return [];
    const guess = nearest(code, known);
    return [
      {
        code: "unknown-code",
        severity: "error",
        message: `"${code}" is neither a code of a diagnostic nor the id of a constraint.`,
        ...placeIn(source, formatPointer(["suppressions", index, "code"])),
        fix:
          guess === undefined
            ? "Copy the code from the diagnostic; aims explain lists them."
            : `Did you mean "${guess}"?`,
      },
    ];
  });
}

type SuppressionPlace = ReturnType<typeof placeIn>;

function expired({ code, owner, reason, expires }: Suppression, place: SuppressionPlace): Diagnostic {
  return {
    code: "suppression-expired",
    severity: "error",
    message: `The suppression of "${code}" held until ${expires}, and its problem is still there. Owner: ${owner}. Reason: ${reason}`,
    ...place,
    fix: "Mend the problem, or have its owner decide again and write a new day.",
  };
}

function unused({ code }: Suppression, place: SuppressionPlace): Diagnostic {
  return {
    code: "suppression-unused",
    severity: "warning",
    message: `The suppression of "${code}" fits no problem of the files that were checked.`,
    ...place,
    fix: "Remove it, or correct its code, file or pointer.",
  };
}

/** Codes of what constraints find. */
const constraintCodes: ReadonlySet<string> = new Set([
  "oscal-allowed-values",
  "oscal-cardinality",
  "oscal-deprecated-value",
  "oscal-expect",
  "oscal-index-duplicate",
  "oscal-index-missing-key",
  "oscal-matches",
  "oscal-not-unique",
]);

/** Whether a run with the options looks for problems of a code, or of a constraint by its id. */
function isAsked(code: string, { disable, constraints }: Asked): boolean {
  if (disable.includes(code)) return false;
  return constraints || (codeEntry(code) !== undefined && !constraintCodes.has(code));
}
