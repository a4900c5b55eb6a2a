import { applicabilityTable, declaredStandings, rowsOf } from "../../crosswalk/applicability.js";
import type { Framework } from "../../crosswalk/framework.js";
import { project } from "../../crosswalk/projection.js";
import type { ProjectionRecord } from "../../crosswalk/record.js";
import { standingsOf, type Standing } from "../../crosswalk/standing.js";
import { problem } from "../../diagnostics/codes/crosswalks.js";
import { hasErrors, type Reading } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { toolVersion } from "../../files/package.js";
import { readBounded, readStandardInput, standardInput } from "../../files/read.js";
import type { Day } from "../../foundation/day.js";
import { defined } from "../../foundation/defined.js";
import { readCsvTable } from "../../source/csv-table.js";
import type { KnownCollection } from "../../workspace/crosswalks.js";
import { namedFile } from "../oscal/files.js";
import type { Host } from "../host.js";
import type { Planned } from "./journey.js";
import { frameworkNamed } from "./frameworks.js";

/** What a statement of applicability declares, and of which framework it is. */
export interface Declared {
  readonly framework: Framework;
  readonly standings: readonly Standing[];
  readonly file: SourceFile;
}

/**
 * Reads a statement of applicability.
 * @param called path of a CSV file, or "-"
 * @param from the framework whose controls it lists; found out by its controls where it is left out
 * @param to the framework onto which it is projected, of which it is not
 */
export async function declaredInput(
  called: string,
  { from, to }: { readonly from?: readonly string[]; readonly to: string },
  collections: readonly KnownCollection[],
  host: Host,
): Promise<Reading<Declared>> {
  const input = namedFile(called, host);
  const bytes = input.file === standardInput ? await readStandardInput(host.read) : readBounded(input, host.read);
  if (!(bytes instanceof Uint8Array)) return { problems: [bytes] };
  const read = await readCsvTable(bytes, input.file);
  const table = read.value && applicabilityTable(read.value);
  const problems = [...read.problems, ...(table?.problems ?? [])];
  if (table?.value === undefined) return { problems };
  const { value } = table;
  const legs = collections.flatMap((each) => each.legs);
  const target = frameworkNamed(to, legs);
  if (target.value === undefined) return { problems: [...problems, ...target.problems] };
  const named = from?.map((name) => frameworkNamed(name, legs));
  const wrong = named?.flatMap((each) => each.problems) ?? [];
  if (wrong.length > 0) return { problems: [...problems, ...wrong] };
  const others = new Map(legs.flatMap((leg) => [leg.from, leg.to]).map((each) => [each.name, each]));
  others.delete(target.value.name);
  const candidates = named?.flatMap((each) => each.value ?? []) ?? [...others.values()];
  const ranked = candidates
    .map((framework) => ({ framework, rows: rowsOf(value, framework) }))
    .sort((a, b) => b.rows - a.rows);
  const [best] = ranked;
  if (best === undefined || best.rows === 0) {
    return {
      problems: [...problems, problem("soa-framework", { file: input.file }, { known: [...others.keys()].sort() })],
    };
  }
  const declared = declaredStandings(value, best.framework);
  const all = [...problems, ...declared.problems];
  if (hasErrors(all)) return { problems: all };
  return { value: { framework: best.framework, standings: declared.value, file: input.file }, problems: all };
}

/** The projection of what a statement of applicability declares. */
export function declaredRecord(
  { framework, standings }: Declared,
  { plan, wanted }: Planned,
  asOf: Day,
): ProjectionRecord {
  const found = standings.map((standing) => ({ framework: framework.name, standing }));
  return {
    tool: { name: "aims", version: toolVersion() },
    source: { kind: "statement-of-applicability", frameworks: [framework.name], asOf, ownControls: 0 },
    projection: project(plan, standingsOf(found, "the statement has no row for it")),
    systems: 0,
    ...defined({ wanted }),
  };
}
