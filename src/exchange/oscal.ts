import type { Assessment } from "../assessment/assessment.js";
import type { ResolvedProfile } from "../oscal/resolved-profile.js";
import type { OscalFormat } from "../oscal/read.js";
import type { SourceDocument } from "../source/document.js";
import { assessmentPlan } from "./oscal/assessment-plan.js";
import { assessmentResults } from "./oscal/assessment-results.js";
import { componentDefinition, type RulesUnderProfile } from "./oscal/component-definition.js";
import { chainFiles } from "./oscal/shared.js";
import { systemSecurityPlan } from "./oscal/system-security-plan.js";

export { componentDefinition, type RulesUnderProfile } from "./oscal/component-definition.js";

/** The file that holds the results for programs; it lies beside the chain. */
export const resultsFile = "results.json";

/**
 * The OSCAL documents of an assessment for one folder: the catalogs and the profile that it rests on, so that the chain can be followed
 * wherever the folder is taken, and the system security plan, assessment plan and assessment results.
 * @returns by the name of its file, in the order in which they are written, what makes each document: a tree for `jsonText`
 */
export function oscalChain(assessment: Assessment): ReadonlyMap<string, () => unknown> {
  const { resolved } = assessment.basis.profile;
  const names = sourceNames(resolved, [...Object.values(chainFiles), resultsFile], "json");
  return new Map<string, () => unknown>([
    ...profileFiles(resolved, names),
    [chainFiles.systemSecurityPlan, () => systemSecurityPlan(assessment, hrefOf(names.profile))],
    [chainFiles.assessmentPlan, () => assessmentPlan(assessment)],
    [chainFiles.assessmentResults, () => assessmentResults(assessment)],
  ]);
}

/**
 * A component definition for one folder, with the catalogs and the profile that it rests on, as in that of an assessment.
 * @returns as `oscalChain`
 */
export function componentDefinitionFolder(
  basis: RulesUnderProfile,
  format: OscalFormat,
): ReadonlyMap<string, () => unknown> {
  const { resolved } = basis.profile;
  const own = `component-definition.${format}`;
  const names = sourceNames(resolved, [own], format);
  return new Map<string, () => unknown>([
    ...profileFiles(resolved, names),
    [own, () => componentDefinition(basis, hrefOf(names.profile))],
  ]);
}

/** The catalogs, and the profile that imports them. */
function profileFiles(resolved: ResolvedProfile, names: SourceNames): (readonly [string, () => unknown])[] {
  return [
    ...resolved.catalogs.map(
      ({ catalog }, index) => [names.catalogs[index] ?? "catalog.json", (): unknown => ({ catalog })] as const,
    ),
    [names.profile, () => profileCopy(resolved, names)],
  ];
}

/** Names of the files of a chain that are called after what they were read from. */
interface SourceNames {
  readonly profile: string;
  /** By the catalog's place among the imports; imports of one catalog have one name. */
  readonly catalogs: readonly string[];
}

/** @param others names of what else lies in the folder */
function sourceNames(
  { catalogs, source }: ResolvedProfile,
  others: readonly string[],
  format: OscalFormat,
): SourceNames {
  // Upper and lower case are the same file on some disks, so names are told apart without them.
  const taken = new Set<string>(others);
  // A document is read once however often it is imported, while two that a profile carries may have one name.
  const names = new Map<SourceDocument, string>();
  for (const { source: catalog } of catalogs) {
    if (!names.has(catalog)) names.set(catalog, uniqueName(catalog.file, format, taken));
  }
  return {
    profile: uniqueName(source.file, format, taken),
    catalogs: catalogs.map(({ source: catalog }) => names.get(catalog) ?? "catalog.json"),
  };
}

/** The profile for the folder of the chain: the copies lie side by side, so its imports name their neighbours. */
function profileCopy({ profile }: ResolvedProfile, { catalogs }: SourceNames): unknown {
  const imports = profile.imports.map((each, index) => {
    const name = catalogs[index];
    return name === undefined ? each : { ...each, href: hrefOf(name) };
  });
  return { profile: { ...profile, imports } };
}

/**
 * A file's name without its folders, with a number where it is taken already; taken from then on. For a resource in a profile, its
 * uuid belongs to the name.
 * @param taken in lower case
 */
function uniqueName(path: string, format: OscalFormat, taken: Set<string>): string {
  const base =
    (path.split("/").at(-1) ?? "").replace(/\.[a-z]+(?:#([\da-f-]{36}))?$/i, (_, uuid?: string) =>
      uuid === undefined ? "" : `-${uuid}`,
    ) || "document";
  let name = `${base}.${format}`;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-${String(number)}.${format}`;
  taken.add(name.toLowerCase());
  return name;
}

/** A file of the same folder as a URI reference; characters with a meaning in one are escaped. */
function hrefOf(name: string): string {
  return encodeURIComponent(name);
}
