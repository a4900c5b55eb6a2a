import type { ApplicabilityColumn } from "../../crosswalk/applicability-columns.js";
import { applicabilityTable, controlRows, declaredStandings, rowsOf } from "../../crosswalk/applicability.js";
import { problem } from "../../diagnostics/codes/crosswalks.js";
import { hasErrors, type Reading } from "../../diagnostics/diagnostic.js";
import { readBounded, readStandardInput, standardInput } from "../../files/read.js";
import { readCsvTable } from "../../source/csv-table.js";
import type { KnownCollection } from "../../workspace/crosswalks.js";
import { namedFile } from "../oscal/files.js";
import type { Host } from "../host.js";
import type { Declared } from "./declared.js";
import { frameworkOfSource, type Direction } from "./frameworks.js";

/**
 * Reads a statement of applicability.
 * @param called path of a CSV file, or "-"
 */
export async function declaredInput(
  called: string,
  request: Direction & { readonly columns?: Readonly<Partial<Record<ApplicabilityColumn, string>>> },
  collections: readonly KnownCollection[],
  host: Host,
): Promise<Reading<Declared>> {
  const input = namedFile(called, host);
  const bytes = input.file === standardInput ? await readStandardInput(host.read) : readBounded(input, host.read);
  if (!(bytes instanceof Uint8Array)) return { problems: [bytes] };
  const read = await readCsvTable(bytes, input.file);
  const table = read.value && applicabilityTable(read.value, request.columns);
  const problems = [...read.problems, ...(table?.problems ?? [])];
  if (table?.value === undefined) return { problems };
  const { value } = table;
  const whose = frameworkOfSource(request, collections, (framework) => rowsOf(value, framework), controlRows(value));
  if ("problems" in whose) return { problems: [...problems, ...whose.problems] };
  if ("own" in whose) {
    const told = { what: "statement of applicability", framework: whose.own };
    return { problems: [...problems, problem("source-of-target", { file: input.file }, told)] };
  }
  if ("known" in whose) {
    return { problems: [...problems, problem("soa-framework", { file: input.file }, { known: whose.known })] };
  }
  const { framework } = whose;
  const declared = declaredStandings(value, framework);
  const all = [...problems, ...declared.problems];
  if (hasErrors(all)) return { problems: all };
  return {
    value: { kind: "statement-of-applicability", framework, standings: declared.value, file: input.file },
    problems: all,
  };
}
