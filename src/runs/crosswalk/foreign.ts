import { findingsOf, foreignStandings, latestResult } from "../../crosswalk/foreign-results.js";
import { problem } from "../../diagnostics/codes/crosswalks.js";
import type { Reading } from "../../diagnostics/diagnostic.js";
import type { InputFile } from "../../files/read.js";
import type { KnownCollection } from "../../workspace/crosswalks.js";
import { readAssessmentResults } from "../../workspace/foreign-results.js";
import { isDay, type Host } from "../host.js";
import { frameworkOfSource, type Direction } from "./frameworks.js";
import type { Declared } from "./declared.js";

/** Reads what OSCAL assessment results, of aims or of another program, say of the controls of a framework. */
export async function foreignInput(
  input: InputFile,
  request: Direction,
  collections: readonly KnownCollection[],
  host: Host,
): Promise<Reading<Declared>> {
  const { file } = input;
  const { value: results, problems } = await readAssessmentResults(input, host.read);
  const result = results && latestResult(results);
  if (result === undefined) return { problems };
  const whose = frameworkOfSource(
    request,
    collections,
    (framework) => findingsOf(result, framework),
    result.findings?.length ?? 0,
  );
  if ("problems" in whose) return { problems: [...problems, ...whose.problems] };
  if ("own" in whose) {
    const told = { what: "assessment results", framework: whose.own };
    return { problems: [...problems, problem("source-of-target", { file }, told)] };
  }
  if ("known" in whose) {
    return { problems: [...problems, problem("results-framework", { file }, { known: whose.known })] };
  }
  const { framework } = whose;
  const { standings, unknown } = foreignStandings(result, framework);
  const told = { count: unknown.length, ids: unknown.slice(0, 5), framework: framework.name };
  const left = unknown.length === 0 ? [] : [problem("results-unknown-target", { file }, told)];
  const day = result.start.slice(0, 10);
  const asOf = isDay(day) ? { asOf: day } : {};
  return {
    value: { kind: "assessment-results", framework, standings, file, ...asOf, title: result.title },
    problems: [...problems, ...left],
  };
}
