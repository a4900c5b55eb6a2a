import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { codes } from "../diagnostics/codes.js";
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

/** Read without being asked for where it lies in the folder in which the command is started. */
const defaultFile = "aims-suppressions.yaml";

/** What is known and accepted, and what becomes of that in a run. */
export interface ReadSuppressions {
  readonly suppressions: Suppressions;
  /** The file, as the user would call it; undefined where there is none. */
  readonly file?: string;
  /**
   * What is wrong with the entries after a run: those that have expired and those that met nothing.
   * @param asked whether the run has looked for problems of a code or constraint at all
   */
  readonly problems: (asked: (code: string) => boolean) => Diagnostic[];
}

/**
 * Reads the suppressions of a run.
 * @param name the file as the user gave it; undefined for the one in the present folder, where there is one
 * @param asOf gives the day of the run, `YYYY-MM-DD`; asked only where there are suppressions
 * @throws InputError when the file cannot be read, or an entry is not complete or names a code that nothing has
 */
export async function readSuppressions(
  name: string | undefined,
  asOf: () => string,
  terminal: Terminal,
): Promise<ReadSuppressions> {
  const wanted = name ?? (existsSync(resolve(terminal.cwd, defaultFile)) ? defaultFile : undefined);
  if (wanted === undefined) return { suppressions: new Suppressions([], ""), problems: () => [] };
  const source = await readOne(wanted, terminal);
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
    asOf(),
  );
  return {
    suppressions,
    file: source.file,
    problems: (asked) =>
      suppressions.outcomes().flatMap((outcome, index) => {
        const entry = entries[index];
        if (entry === undefined || (outcome !== "expired" && outcome !== "unused")) return [];
        if (outcome === "unused" && !asked(entry.code)) return [];
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
