import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { stringify } from "yaml";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import { system as isSystem } from "../inventory/generated/descriptor-validator.js";
import {
  importers,
  readRecords,
  type ImportedSystem,
  type Importer,
  type Importers,
  type Oddity,
} from "../inventory/importers.js";
import { jsonText } from "../source/stringify.js";
import { LineSpool } from "../files/spool.js";
import { StagedFolder, type Published } from "../files/stage.js";
import { layouts, type ImportLayout } from "./import/layout.js";
import { findLeftovers } from "./import/leftovers.js";
import { ImportTally, reportDocument, reportText, summary, type ImportResult } from "./import/report.js";
import { printDiagnostics } from "../cli/print/diagnostics.js";
import type { Terminal } from "../cli/terminal.js";
import { writing } from "../files/writing.js";

const PROGRESS_EVERY_MS = 500;

export interface ImportOptions {
  readonly out: string;
  readonly format: ImportLayout;
}

/**
 * Imports one inventory file into a workspace folder.
 * @param format name of the importer
 * @param known the importers there are
 * @throws InputError when the format is unknown, or the file cannot be read to its end; nothing has been written then
 */
export async function runImport(
  format: string,
  file: string,
  options: ImportOptions,
  terminal: Terminal,
  known: Importers = importers,
): Promise<void> {
  const importer = await loadImporter(format, known);
  const root = resolve(terminal.cwd, options.out);
  const stage = writing("folder", options.out, () => new StagedFolder(root));
  let published: Published;
  let result: ImportResult;
  const warnings: Diagnostic[] = [];
  try {
    const oddities = new LineSpool(stage.stage);
    try {
      const work = { file, terminal, layout: options.format, stage, oddities, warnings };
      result = await stageSystems(format, importer, work);
      stageWorkspace(importer, result.units, root, stage);
      const all = (): Iterable<Oddity> => parsed(oddities);
      for (const piece of jsonText(reportDocument(result, all))) stage.append("import-report.json", piece);
      for (const piece of reportText(result, all)) stage.append("import-report.txt", piece);
    } finally {
      oddities.close();
    }
    published = writing("folder", options.out, () => stage.publish());
  } finally {
    stage.discard();
  }
  const leftovers = await findLeftovers(format, root, new Set([...published.written, ...published.unchanged]));
  printDiagnostics([...warnings, ...leftovers], terminal);
  terminal.out(summary(result, published, options.out));
}

async function loadImporter(format: string, known: Importers): Promise<Importer> {
  const entry = Object.hasOwn(known, format) ? known[format] : undefined;
  if (entry) return entry.load();
  const names = Object.keys(known);
  const guess = nearest(format, names);
  throw new InputError([
    {
      code: "unknown-format",
      severity: "error",
      message: `"${format}" is not an inventory format. Known: ${names.join(", ")}.`,
      fix: guess === undefined ? "Name one of the known formats." : `Did you mean "${guess}"?`,
    },
  ]);
}

interface Work {
  readonly file: string;
  readonly terminal: Terminal;
  readonly layout: ImportLayout;
  readonly stage: StagedFolder;
  readonly oddities: LineSpool;
  /** Receives what is to be said about a file that could be read. */
  readonly warnings: Diagnostic[];
}

/** Reads the whole inventory and stages a descriptor for each record. @throws InputError with everything that was wrong */
async function stageSystems(name: string, importer: Importer, work: Work): Promise<ImportResult> {
  const { file, terminal, oddities, warnings } = work;
  const digest = createHash("sha256");
  const session = importer.start(name);
  const tally = new ImportTally();
  const problems: Diagnostic[] = [];
  const progress = progressOf(terminal);
  const source = { path: resolve(terminal.cwd, file), name: file };
  for await (const { record, diagnostics } of readRecords(importer, source, (chunk) => digest.update(chunk))) {
    for (const diagnostic of diagnostics) (diagnostic.severity === "error" ? problems : warnings).push(diagnostic);
    // After the first error nothing will be written, and the rest is read for what else is wrong.
    if (!record || problems.length > 0) continue;
    const imported = session.add(record);
    stageSystem(imported, work);
    tally.add(imported);
    for (const oddity of imported.oddities) oddities.add(JSON.stringify(oddity));
    progress.step(record.place.record);
  }
  progress.end();
  if (problems.length > 0) throw new InputError([...problems, ...warnings]);
  return {
    importer: name,
    file: basename(file),
    sha256: digest.digest("hex"),
    units: session.units(),
    tally,
    facts: session.facts(),
  };
}

function stageSystem({ descriptor, group }: ImportedSystem, { layout, stage }: Work): void {
  const valid: boolean = isSystem(descriptor);
  if (!valid) {
    // Whatever a file says, the importer has to make it fit: this is a fault of the program.
    throw new Error(`The descriptor ${descriptor.id} does not match the schema: ${JSON.stringify(isSystem.errors)}`);
  }
  const { path, text } = layouts[layout];
  stage.append(path(group, descriptor), text(descriptor));
}

/** What a workspace needs besides its systems, where it has none of its own. */
function stageWorkspace(importer: Importer, units: readonly string[], root: string, stage: StagedFolder): void {
  const { organization, profile } = importer.workspace;
  const documents: Record<string, unknown> = {
    "organization.yaml": { kind: "organization", ...organization, ...(units.length > 0 ? { units } : {}) },
    "aims.yaml": { profile, organization: "organization.yaml", systems: ["systems/**/*.{yaml,yml,json,ndjson,jsonl}"] },
  };
  for (const [name, document] of Object.entries(documents)) {
    if (!existsSync(join(root, name))) stage.append(name, stringify(document, { lineWidth: 0 }));
  }
}

function* parsed(oddities: LineSpool): Generator<Oddity> {
  for (const line of oddities.lines()) yield JSON.parse(line) as Oddity;
}

function progressOf(terminal: Terminal): { step: (records: number) => void; end: () => void } {
  let last = performance.now();
  let shown = false;
  return {
    step(records) {
      if (!terminal.interactive || performance.now() - last < PROGRESS_EVERY_MS) return;
      last = performance.now();
      shown = true;
      terminal.err(`\r${String(records)} records`);
    },
    end() {
      if (shown) terminal.err("\n");
    },
  };
}
