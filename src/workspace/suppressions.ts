import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { codeEntry, codes } from "../diagnostics/codes.js";
import { compareDiagnostics, InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import { constraintCodes } from "../gate/constraint-codes.js";
import { Suppressions } from "../gate/suppressions.js";
import { withoutBlanks } from "../source/blank.js";
import { latestDay } from "../source/partial-date.js";
import { placeOf, type DiagnosticPlace } from "../source/place.js";
import type { SourceDocument } from "../source/document.js";
import { readPackageJson } from "../files/package.js";
import { formatPointer } from "../source/pointer.js";
import { readDocuments } from "../source/read.js";
import { schemaDiagnostics } from "../source/schema-problems.js";
import type { Suppression, Suppressions as SuppressionFile } from "./generated/suppressions.js";
import { suppressions as isSuppressionFile } from "./generated/suppressions-validator.js";
import type { Terminal } from "../cli/terminal.js";

/** What a run looks for. */
interface Asked {
  /** Ids of reference rules that are not asked. */
  readonly disable: readonly string[];
  readonly constraints: boolean;
}

/** What is known and accepted, and what becomes of that in a run. */
export interface ReadSuppressions {
  readonly suppressions: Suppressions;
  /** Path by which the suppressions know a file, given as the user would call it. */
  readonly fileOf: (name: string) => string;
  /**
   * What is wrong with the entries after a run: those that have expired, those that met nothing, and those for a file that is
   * not there.
   * @param asked what the run has looked for: an entry for something else had nothing to meet
   */
  readonly problems: (asked: Asked) => Diagnostic[];
}

/**
 * Reads the suppressions of a run.
 * @param name the file as the user would call it
 * @param asOf day of the run, `YYYY-MM-DD`
 * @throws InputError when the file cannot be read, or an entry is not complete, names a code that nothing has or a malformed
 * pattern
 */
export async function readSuppressions(name: string, asOf: string, terminal: Terminal): Promise<ReadSuppressions> {
  const source = await readOne(name, terminal);
  const value = withoutBlanks(source.value);
  if (!isSuppressionFile(value)) {
    const schema = readPackageJson("schemas", "suppressions.schema.json");
    throw new InputError(schemaDiagnostics(isSuppressionFile.errors ?? [], source, { schema, entry: "" }));
  }
  const entries = (value as SuppressionFile).suppressions;
  const folder = dirname(resolve(terminal.cwd, name));
  const wrong = [...(await unknownCodes(entries, source)), ...malformedPatterns(entries, folder, source)];
  if (wrong.length > 0) throw new InputError(wrong.sort(compareDiagnostics));
  const suppressions = new Suppressions(
    entries.map(({ file, ...entry }) => ({
      ...entry,
      expires: latestDay(entry.expires),
      ...(file === undefined ? {} : { file: seenFrom(folder, resolve(folder, file)) }),
    })),
    asOf,
  );
  return {
    suppressions,
    fileOf: (file) => pathFrom(folder, resolve(terminal.cwd, file)),
    problems: (asked) =>
      suppressions.outcomes().flatMap((outcome, index) => {
        const entry = entries[index];
        if (entry === undefined || outcome === "used") return [];
        const place = placeOf(source, formatPointer(["suppressions", index]));
        if (outcome === "expired") return [expired(entry, place)];
        const { file } = entry;
        if (file !== undefined && !/[*?]/.test(file) && !existsSync(resolve(folder, file)))
          return [unused(entry, `names "${file}", and there is no such file`, place)];
        if (latestDay(entry.expires) < asOf)
          return [
            unused(entry, `held until ${entry.expires}, and fits no problem of the files that were checked`, place),
          ];
        if (outcome === "not-asked" || !isAsked(entry.code, asked)) return [];
        return [unused(entry, "fits no problem of the files that were checked", place)];
      }),
  };
}

/** Path of a file from a folder, with "/". Where it leads out of the folder as it is written, a link may still lead into it. */
function pathFrom(folder: string, path: string): string {
  const written = seenFrom(folder, path);
  if (!written.startsWith("../")) return written;
  try {
    const real = seenFrom(realpathSync(folder), join(realpathSync(dirname(path)), basename(path)));
    return real.startsWith("../") ? written : real;
  } catch {
    return written; // What is not there has no links.
  }
}

function seenFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}

/** Brackets stand for themselves, as names of files may hold them; one that is not closed is taken for a slip. */
function malformedPatterns(entries: readonly Suppression[], folder: string, source: SourceDocument): Diagnostic[] {
  return entries.flatMap(({ file }, index): Diagnostic[] => {
    if (file === undefined || !/\[[^\]]*$/.test(file) || existsSync(resolve(folder, file))) return [];
    return [
      {
        code: "suppression-pattern",
        severity: "error",
        message: `"${file}" is a malformed pattern: a bracket is not closed.`,
        ...placeOf(source, formatPointer(["suppressions", index, "file"])),
        fix: "Write the path of the file, or a pattern of *, ? and **.",
      },
    ];
  });
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
  const { constraintRegister } = await import("../oscal/constraint-register.js");
  const known = new Set([...codes, ...Object.keys(constraintRegister)]);
  return entries.flatMap(({ code }, index): Diagnostic[] => {
    if (known.has(code)) return [];
    const guess = nearest(code, known);
    return [
      {
        code: "unknown-code",
        severity: "error",
        message: `"${code}" is neither a code of a diagnostic nor the id of a constraint.`,
        ...placeOf(source, formatPointer(["suppressions", index, "code"])),
        fix:
          guess === undefined
            ? "Copy the code from the diagnostic; aims explain lists them."
            : `Did you mean "${guess}"?`,
      },
    ];
  });
}

type SuppressionPlace = DiagnosticPlace;

function expired({ code, owner, reason, expires }: Suppression, place: SuppressionPlace): Diagnostic {
  return {
    code: "suppression-expired",
    severity: "error",
    message: `The suppression of "${code}" held until ${expires}, and its problem is still there. Owner: ${owner}. Reason: ${reason}`,
    ...place,
    fix: "Mend the problem, or have its owner decide again and write a new day.",
  };
}

function unused({ code }: Suppression, why: string, place: SuppressionPlace): Diagnostic {
  return {
    code: "suppression-unused",
    severity: "warning",
    message: `The suppression of "${code}" ${why}.`,
    ...place,
    fix: "Remove it, or correct its code, file or pointer.",
  };
}

/** Whether a run with the options looks for problems of a code, or of a constraint by its id. */
function isAsked(code: string, { disable, constraints }: Asked): boolean {
  if (disable.includes(code)) return false;
  return constraints || (codeEntry(code) !== undefined && !constraintCodes.has(code));
}
