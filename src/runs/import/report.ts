import { printable } from "../../foundation/printable.js";
import type { Fact, ImportedSystem, Oddity, OdditySeverity } from "../../inventory/importers.js";
import { streamed } from "../../source/stringify.js";
import type { Published } from "../../files/writer.js";

interface CodeCount {
  readonly severity: OdditySeverity;
  readonly count: number;
}

/** Counts of an import while it runs. */
export class ImportTally {
  systems = 0;
  oddSystems = 0;
  readonly stages: Map<string, number> = new Map<string, number>();
  readonly codes: Map<string, CodeCount> = new Map<string, CodeCount>();

  add({ descriptor, oddities }: ImportedSystem): void {
    const stage = descriptor.lifecycle?.stage ?? "not recorded";
    this.systems += 1;
    this.stages.set(stage, (this.stages.get(stage) ?? 0) + 1);
    if (oddities.length > 0) this.oddSystems += 1;
    for (const { code, severity } of oddities) {
      this.codes.set(code, { severity, count: (this.codes.get(code)?.count ?? 0) + 1 });
    }
  }
}

/** The facts for the report of an import; nothing in it depends on the clock or the machine. */
export interface ImportResult {
  readonly importer: string;
  /** Name of the inventory file without its folder. */
  readonly file: string;
  readonly sha256: string;
  readonly units: readonly string[];
  readonly tally: ImportTally;
  /** The importer's own counts. */
  readonly facts: readonly Fact[];
}

/** The report as JSON: counts, then every oddity in the order of the file, one a line. */
export function reportDocument(result: ImportResult, oddities: () => Iterable<Oddity>): unknown {
  return { ...counts(result), oddities: streamed(oddities) };
}

function counts({ importer, file, sha256, units, tally }: ImportResult): object {
  return {
    importer,
    file,
    sha256,
    units,
    systems: tally.systems,
    systemsWithOddities: tally.oddSystems,
    stages: Object.fromEntries([...tally.stages].sort(([a], [b]) => (a < b ? -1 : 1))),
    codes: Object.fromEntries(sortedCodes(tally)),
  };
}

/** The summary as JSON: the counts of the report, the importer's own, and how many files there are. */
export function summaryDocument(result: ImportResult, { written, unchanged }: Published, folder: string): unknown {
  const facts = Object.fromEntries(result.facts.map(({ label, count }) => [label, count]));
  return { ...counts(result), facts, folder, written: written.length, unchanged: unchanged.length };
}

/** The report to read: how often each code occurs, then the records, each with its oddities. */
export function* reportText(result: ImportResult, oddities: () => Iterable<Oddity>): Generator<string> {
  const { importer, file, tally } = result;
  yield `Import of ${file} as ${importer}\n\n`;
  yield `${plural(tally.systems, "system")}, ${String(tally.oddSystems)} of them with something odd\n\n`;
  yield codeTable(tally);
  let record = 0;
  for (const oddity of oddities()) {
    if (oddity.record !== record) {
      record = oddity.record;
      const id = oddity.id === "" ? "without id" : oddity.id;
      yield `\nrecord ${String(record)}, line ${String(oddity.line)}: ${shown(id)} -> ${oddity.system}\n`;
    }
    yield `  ${oddity.severity.padEnd(7)} ${oddity.code}: ${shown(oddity.message)}\n`;
    if (oddity.value !== undefined)
      yield `          ${oddity.column ?? oddity.pointer ?? "value"} = "${shown(oddity.value)}"\n`;
  }
}

/** The summary that the command prints at its end. */
export function summary(result: ImportResult, published: Published, folder: string): string {
  const { tally, units, facts } = result;
  const stages = [...tally.stages].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const odd = [...tally.codes.values()].reduce((sum, { count }) => sum + count, 0);
  const lines = [
    `${plural(tally.systems, "system")} of ${plural(units.length, "unit")} from ${shown(result.file)}`,
    `  ${stages.map(([stage, count]) => `${stage} ${String(count)}`).join(" · ")}`,
    ...(facts.length === 0 ? [] : [`  ${facts.map(({ label, count }) => `${label} ${String(count)}`).join(", ")}`]),
    "",
    odd === 0
      ? "Nothing odd."
      : `${String(odd)} ${odd === 1 ? "oddity" : "oddities"} in ${plural(tally.oddSystems, "system")} (import-report.txt says where):`,
  ];
  const files = `${String(published.written.length)} written, ${String(published.unchanged.length)} unchanged`;
  return `${lines.join("\n")}\n${codeTable(tally)}\nFiles in ${folder}: ${files}.\n`;
}

/** Warnings before information, the frequent before the rare. */
function sortedCodes(tally: ImportTally): [code: string, entry: CodeCount][] {
  const rank = { warning: 0, info: 1 } as const;
  return [...tally.codes].sort(
    ([a, x], [b, y]) => rank[x.severity] - rank[y.severity] || y.count - x.count || (a < b ? -1 : 1),
  );
}

function codeTable(tally: ImportTally): string {
  return sortedCodes(tally)
    .map(([code, { severity, count }]) => `  ${String(count).padStart(6)}  ${severity.padEnd(7)}  ${code}\n`)
    .join("");
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Text of the inventory on one line, without characters that could steer a terminal. */
function shown(text: string): string {
  return printable(text.replace(/[\r\n]+/g, " "));
}
