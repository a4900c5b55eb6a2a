import { problem } from "../diagnostics/codes/crosswalks.js";
import { compareDiagnostics, hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { unknownFramework, type Framework } from "../crosswalk/framework.js";
import { lint, type LintSubject, type Sides } from "../crosswalk/lint.js";
import { writtenCollection, type WrittenCollection } from "../crosswalk/written.js";
import { nameFrom } from "../files/paths.js";
import { standardInput, type InputFile } from "../files/read.js";
import { diagnosisOf } from "../oscal/diagnose.js";
import { rootOf } from "../oscal/model.js";
import type { SourceDocument } from "../source/document.js";
import { CollectionReader, type AskedSide } from "../workspace/crosswalks.js";
import { AddressMap, type AddressMapping } from "../workspace/imports.js";
import { spelledOut } from "./crosswalk/named-collections.js";
import { isTable } from "./crosswalk/table-names.js";
import type { TableRequest } from "./crosswalk/table-request.js";
import type { Host } from "./host.js";
import { namedFiles, type NamedFiles } from "./oscal/files.js";
import { readFiles } from "./oscal/documents.js";
import type { FileVerdict } from "./validate-oscal.js";

/** Which mapping collections are to be checked. Paths start from the host's folder. */
export interface LintCrosswalksRequest {
  /** Files, folders, "-" for standard input, or names of collections that ship with aims. A CSV file has to be named itself. */
  readonly files: readonly string[];
  /** Patterns of what is left out of folders. */
  readonly exclude?: readonly string[];
  /** Local copies of catalogs that are named by address; they go before those of aims.yaml. */
  readonly maps?: readonly AddressMapping[];
  /** Warnings make a collection invalid too. */
  readonly strict?: boolean;
  /** How CSV files among the files are read, which are converted before. */
  readonly table?: Partial<TableRequest>;
}

/** What was found in mapping collections. */
export interface CrosswalkCheck {
  /** Collections in the order in which they were checked. */
  readonly files: readonly FileVerdict[];
  /** Files that were read besides: the catalogs. */
  readonly besides: readonly SourceFile[];
  readonly problems: readonly Diagnostic[];
  /** Files of folders that are no mapping collections. */
  readonly others: number;
  /** Files of folders that the request leaves out. */
  readonly excluded: number;
  /** Findings that are counted only. */
  readonly unlisted: Readonly<Record<Diagnostic["severity"], number>>;
  readonly valid: boolean;
}

/** The files that a request names; to be looked at before anything is checked. */
export async function filesToLint({ files, exclude }: LintCrosswalksRequest, host: Host): Promise<NamedFiles> {
  const { args, problems } = spelledOut(files, host);
  const named = await namedFiles(args, host, exclude);
  return { ...named, problems: [...problems, ...named.problems] };
}

/**
 * Checks mapping collections against OSCAL and beyond it: each by itself, with the catalogs that it speaks of, and all of them together.
 * @param named as `filesToLint` gives it
 */
export async function lintCrosswalks(
  request: LintCrosswalksRequest,
  host: Host,
  named?: NamedFiles,
): Promise<CrosswalkCheck> {
  const { files, problems: unread, excluded, notices } = named ?? (await filesToLint(request, host));
  const maps = new AddressMap(request.maps ?? [], { from: "--map", folder: host.folder }, host.read);
  const reader = new CollectionReader(host.folder, host.read, maps);
  const read: ReadCollection[] = [];
  const states: FileVerdict[] = unread.map(({ file = "" }) => ({ file, state: "unreadable" }));
  const problems: Diagnostic[] = [...unread, ...notices];
  let others = 0;
  const tables = files.filter(({ file }) => isTable(file));
  for (const input of tables) {
    const table = await readTable(input, request.table ?? {}, { reader, host });
    if ("subject" in table) read.push(table);
    else {
      const isUnread = table.found.some(({ code, file }) => code === "unreadable-file" && file === input.file);
      states.push({ file: input.file, state: isUnread ? "unreadable" : "invalid" });
      problems.push(...table.found);
    }
  }
  const documents = files.filter((input) => !tables.includes(input));
  for await (const each of readFiles(documents, host.read)) {
    if ("skipped" in each) {
      others += 1;
      problems.push(...each.skipped);
      continue;
    }
    const { file, document, diagnostics } = each;
    const model = document === undefined ? undefined : rootOf(document.value);
    if (document === undefined || model === undefined) {
      states.push({ file, state: "unreadable" });
      problems.push(...diagnostics);
    } else if (model.model === "mapping-collection") {
      read.push(await readSides(document, writtenCollection(model.root), diagnostics, { reader, host }));
    } else if (files.find((other) => other.file === file)?.found !== undefined) others += 1;
    else {
      states.push({ file, state: "invalid" });
      problems.push(problem("not-a-mapping-collection", { file }, { model: model.model }));
    }
  }
  const unlisted = { error: 0, warning: 0, info: 0 };
  const reports = lint(read.map(({ subject }) => subject));
  for (const [index, { subject, found }] of read.entries()) {
    const own = [...found, ...(await oscalProblems(subject, unlisted)), ...(reports[index]?.diagnostics ?? [])];
    for (const severity of severities) unlisted[severity] += reports[index]?.unlisted[severity] ?? 0;
    problems.push(...own);
    states.push({ file: subject.document.file, state: hasErrors(own, request.strict) ? "invalid" : "valid" });
  }
  if (states.length === 0) {
    const { problem: requestProblem } = await import("../diagnostics/codes/requests.js");
    problems.push(requestProblem("no-mapping-collections", undefined, { among: others }));
  }
  problems.push(...maps.problems, ...maps.unused());
  return {
    files: states,
    besides: reader.files,
    problems: problems.sort(compareDiagnostics),
    others,
    excluded,
    unlisted,
    valid: states.length > 0 && !hasErrors(problems, request.strict),
  };
}

const sideNames = ["source", "target"] as const;
const severities = ["error", "warning", "info"] as const;

/** A collection with its catalogs, and what was found on reading them. */
interface ReadCollection {
  readonly subject: LintSubject;
  readonly found: readonly Diagnostic[];
}

/** A CSV file as a collection, or what keeps it from being one. */
async function readTable(
  input: InputFile,
  { source, target, ...more }: Partial<TableRequest>,
  { reader, host }: { readonly reader: CollectionReader; readonly host: Host },
): Promise<ReadCollection | { readonly found: readonly Diagnostic[] }> {
  const { file } = input;
  if (source === undefined || target === undefined) {
    const { problem: tableProblem } = await import("../diagnostics/codes/mapping-tables.js");
    return { found: [tableProblem("mapping-table-catalogs", { file })] };
  }
  const { tableAsCollection } = await import("./crosswalk/table-request.js");
  const { value, problems } = await tableAsCollection(input, { source, target, ...more }, host);
  if (value === undefined) return { found: problems };
  const { document, sides } = value;
  const { root = {} } = rootOf(document.value) ?? {};
  const { subject } = await readSides(document, writtenCollection(root), [], { reader, host });
  // A catalog that was named is known, also where the collection itself could not lead to it.
  const known = subject.sides.map((found) => ({
    source: found.source.catalog !== undefined ? found.source : sides.source,
    target: found.target.catalog !== undefined ? found.target : sides.target,
  }));
  return { subject: { ...subject, sides: known }, found: problems };
}

async function readSides(
  document: SourceDocument,
  written: WrittenCollection,
  diagnostics: readonly Diagnostic[],
  { reader, host }: { readonly reader: CollectionReader; readonly host: Host },
): Promise<ReadCollection> {
  const { file } = document;
  const name = file === standardInput ? "-" : nameFrom(host.folder, file);
  const sides: Sides[] = [];
  const found = [...diagnostics];
  const asked = written.mappings.flatMap(({ resources, pairs }) =>
    sideNames.map((side): AskedSide | undefined => {
      const resource = resources[side];
      const items = pairs.flatMap(({ sources, targets }) => (side === "source" ? sources : targets));
      return resource && { side, resource, items, pointer: resource.pointer };
    }),
  );
  const named = asked.filter((each) => each !== undefined);
  const { value, problems } = await reader.frameworks(named, document, written.backMatter, name);
  // A mapping without a side is a matter of the schema.
  const frameworkAt = (index: number): Framework => {
    const side = asked[index];
    return (side && value[named.indexOf(side)]) ?? unknownFramework("", []);
  };
  for (const index of written.mappings.keys()) {
    sides.push({ source: frameworkAt(2 * index), target: frameworkAt(2 * index + 1) });
  }
  found.push(...problems);
  return { subject: { document, written, sides }, found };
}

/** What OSCAL itself says of the collection, but what is said better here. */
async function oscalProblems(
  { document, written }: LintSubject,
  unlisted: Record<Diagnostic["severity"], number>,
): Promise<readonly Diagnostic[]> {
  const told = new Set<string>();
  for (const { pairs } of written.mappings) {
    for (const { pointer, word, relationship, hasOwnNamespace } of pairs)
      if (word !== undefined && relationship === undefined && !hasOwnNamespace) told.add(`${pointer}/relationship`);
  }
  const isTold = (each: Pick<Diagnostic, "pointer" | "code">): boolean =>
    (each.code === "oscal-allowed-values" || each.code === "oscal-value-not-allowed") && told.has(each.pointer ?? "");
  const diagnosis = await diagnosisOf(document, told.size > 0 ? { suppressed: isTold } : {});
  for (const severity of severities) unlisted[severity] += diagnosis.unlisted[severity];
  return diagnosis.diagnostics;
}
