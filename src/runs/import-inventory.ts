import { createHash } from "node:crypto";
import { basename, join, resolve } from "node:path";
import { stringify } from "yaml";
import { problem as outputProblem } from "../diagnostics/codes/outputs.js";
import { problem } from "../diagnostics/codes/requests.js";
import { hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import { statusAt } from "../files/reader.js";
import { fileAt } from "../files/paths.js";
import { placeKey, writing, type Published, type Spool, type StagedFiles } from "../files/writer.js";
import { nearest } from "../foundation/nearest.js";
import { isSystem } from "../inventory/descriptor.js";
import {
  importers,
  readRecords,
  type ImportedSystem,
  type Importer,
  type Importers,
  type Oddity,
} from "../inventory/importers.js";
import { jsonText } from "../source/stringify.js";
import type { Host } from "./host.js";
import { layouts, type ImportLayout } from "./import/layout.js";
import { findLeftovers } from "./import/leftovers.js";
import { ImportTally, reportDocument, reportText, type ImportResult } from "./import/report.js";

export type { ImportLayout } from "./import/layout.js";
export { summary, summaryDocument, type ImportResult } from "./import/report.js";

/** The inventory to import, and where it goes. Paths start from the host's folder. */
export interface ImportRequest {
  /** Name of the importer. */
  readonly format: string;
  /** The inventory. */
  readonly file: string;
  /** Folder of the workspace; made when it does not exist. */
  readonly out: string;
  readonly layout: ImportLayout;
}

/** The result of an import. */
export interface InventoryImport {
  readonly result: ImportResult;
  readonly published: Published;
}

/**
 * Imports one inventory file into a workspace folder. Nothing is written before the whole file has been read.
 * @param known the importers there are
 * @returns no value where the format is unknown, or the file cannot be read to its end
 * @throws InputError where the folder cannot be written to
 */
export async function importInventory(
  request: ImportRequest,
  host: Host,
  known: Importers = importers,
): Promise<Reading<InventoryImport>> {
  const { format, file, out, layout } = request;
  const entry = Object.hasOwn(known, format) ? known[format] : undefined;
  if (entry === undefined) {
    const names = Object.keys(known);
    return {
      problems: [problem("unknown-format", undefined, { format, known: names, guess: nearest(format, names) })],
    };
  }
  const root = resolve(host.folder, out);
  const folder = fileAt(root);
  // Side by side: most of the time of loading is waiting. A folder made here is removed again when nothing is written.
  const [importer, stage] = await Promise.all([entry.load(), writing("folder", folder, () => host.write.staged(root))]);
  try {
    const oddities = stage.spool();
    let staged: Reading<ImportResult>;
    try {
      staged = await stageSystems(format, importer, {
        file: resolve(host.folder, file),
        host,
        layout,
        stage,
        oddities,
      });
      const { value: result } = staged;
      if (result === undefined) return { problems: staged.problems };
      stageWorkspace(importer, result.units, root, { stage, host });
      const all = (): Iterable<Oddity> => parsed(oddities);
      for (const piece of jsonText(reportDocument(result, all))) stage.append("import-report.json", piece);
      for (const piece of reportText(result, all)) stage.append("import-report.txt", piece);
      const taken = overInput(request, stage.names(), host);
      if (taken !== undefined) return { problems: [...staged.problems, taken] };
      const published = writing("folder", folder, () => stage.publish());
      const current = new Set([...published.written, ...published.unchanged]);
      const leftovers = await findLeftovers(format, root, current, host.read);
      return { value: { result, published }, problems: [...staged.problems, ...leftovers] };
    } finally {
      oddities.close();
    }
  } finally {
    stage.discard();
  }
}

/** The problem of a file that would take the place of the inventory itself. */
function overInput({ file, out }: ImportRequest, names: readonly string[], host: Host): Diagnostic | undefined {
  const input = fileAt(resolve(host.folder, file));
  const key = placeKey(input, host.write);
  const root = placeKey(fileAt(resolve(host.folder, out)), host.write);
  if (!names.some((name) => `${root}/${name.toLowerCase()}` === key)) return undefined;
  return outputProblem("output-conflict", { file: input }, { how: "input", option: `--out ${out}` });
}

interface Work {
  /** Absolute path. */
  readonly file: string;
  readonly host: Host;
  readonly layout: ImportLayout;
  readonly stage: StagedFiles;
  readonly oddities: Spool;
}

/** Reads the whole inventory and stages a descriptor for each record. @returns no value where the file cannot be read to its end */
async function stageSystems(name: string, importer: Importer, work: Work): Promise<Reading<ImportResult>> {
  const { file, host, oddities } = work;
  const digest = createHash("sha256");
  const session = importer.start(name);
  const tally = new ImportTally();
  const problems: Diagnostic[] = [];
  const input = { file: fileAt(file) };
  for await (const { record, diagnostics } of readRecords(importer, input, host.read, (chunk) =>
    digest.update(chunk),
  )) {
    problems.push(...diagnostics);
    // After the first error nothing will be written, and the rest is read for what else is wrong.
    if (!record || hasErrors(problems)) continue;
    const imported = session.add(record);
    stageSystem(imported, work);
    tally.add(imported);
    for (const oddity of imported.oddities) oddities.add(JSON.stringify(oddity));
    host.progress?.(`${String(record.place.record)} records`);
  }
  if (hasErrors(problems)) return { problems };
  return {
    value: {
      importer: name,
      file: basename(file),
      sha256: digest.digest("hex"),
      units: session.units(),
      tally,
      facts: session.facts(),
    },
    problems,
  };
}

function stageSystem({ descriptor, group }: ImportedSystem, { layout, stage }: Work): void {
  const valid: boolean = isSystem(descriptor);
  if (!valid) {
    // The importer has to make any file fit: this is a fault of the program.
    throw new Error(`The descriptor ${descriptor.id} does not match the schema: ${JSON.stringify(isSystem.errors)}`);
  }
  const { path, text } = layouts[layout];
  stage.append(path(group, descriptor), text(descriptor));
}

/** The files that a workspace needs besides its systems, where it has none of its own. */
function stageWorkspace(
  importer: Importer,
  units: readonly string[],
  root: string,
  { stage, host }: Pick<Work, "stage" | "host">,
): void {
  const { organization, profile } = importer.workspace;
  const documents: Record<string, unknown> = {
    "organization.yaml": { kind: "organization", ...organization, ...(units.length > 0 ? { units } : {}) },
    "aims.yaml": { profile, organization: "organization.yaml", systems: ["systems/**/*.{yaml,yml,json,ndjson,jsonl}"] },
  };
  for (const [name, document] of Object.entries(documents)) {
    if (statusAt(join(root, name), host.read) === undefined) stage.append(name, stringify(document, { lineWidth: 0 }));
  }
}

function* parsed(oddities: Spool): Generator<Oddity> {
  for (const line of oddities.lines()) yield JSON.parse(line) as Oddity;
}
