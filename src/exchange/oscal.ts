import type { Assessment } from "../assessment/assessment.js";
import { mappingsOf } from "../crosswalk/mapping.js";
import type { Leg } from "../crosswalk/projection.js";
import type { ProjectionRecord } from "../crosswalk/record.js";
import { defined } from "../foundation/defined.js";
import type { Catalog, MappingCollection } from "../oscal/model.js";
import type { ResolvedProfile } from "../oscal/resolved-profile.js";
import type { OscalFormat } from "../oscal/read.js";
import type { SourceDocument } from "../source/document.js";
import { assessmentPlan } from "./oscal/assessment-plan.js";
import { assessmentResults } from "./oscal/assessment-results.js";
import { componentDefinition, type RulesUnderProfile } from "./oscal/component-definition.js";
import { projectionFiles, projectionPlan, projectionResults } from "./oscal/projection.js";
import { chainFiles } from "./oscal/shared.js";
import { systemSecurityPlan } from "./oscal/system-security-plan.js";

export { findingUuid } from "./oscal/identities.js";
export { componentDefinition, type RulesUnderProfile } from "./oscal/component-definition.js";

/** Names of the documents of an assessment that lie beside its results. */
export const chainNames: readonly string[] = Object.values(chainFiles);

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

/**
 * The documents of a projection for one folder: its plan and results against the catalog of the target, that catalog, and the mapping
 * collections with the catalogs that they speak of, so that everything can be followed wherever the folder is taken.
 * @returns as `oscalChain`
 */
export function projectionFolder(record: ProjectionRecord): ReadonlyMap<string, () => unknown> {
  const { to, routes } = record.projection;
  const legs = routes.flat();
  const taken = new Set<string>(Object.values(projectionFiles));
  const catalogs = new Map<Catalog, string>();
  for (const { catalog, name } of [to, ...legs.flatMap((leg) => [leg.from, leg.to])]) {
    if (catalog !== undefined && !catalogs.has(catalog))
      catalogs.set(catalog, uniqueName(fileName(name), "json", taken));
  }
  const collections = new Map<MappingCollection, string>();
  for (const { collection } of legs) {
    const { document, name } = collection;
    if (!collections.has(document)) collections.set(document, uniqueName(fileName(name), "json", taken));
  }
  const hrefIn = (catalog: Catalog | undefined): string | undefined => {
    const name = catalog && catalogs.get(catalog);
    return name === undefined ? undefined : hrefOf(name);
  };
  const copies = {
    ...defined({ catalog: hrefIn(to.catalog) }),
    collections: new Map([...collections].map(([document, name]) => [document, hrefOf(name)])),
  };
  return new Map<string, () => unknown>([
    ...[...catalogs].map(([catalog, name]) => [name, (): unknown => ({ catalog })] as const),
    ...[...collections].map(
      ([document, name]) => [name, (): unknown => collectionCopy(document, legs, hrefIn)] as const,
    ),
    [projectionFiles.assessmentPlan, () => projectionPlan(record, copies)],
    [projectionFiles.assessmentResults, () => projectionResults(record, copies)],
  ]);
}

/** A name without what a file's name had better not hold. */
export function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+|-+$/g, "") || "framework";
}

/** A mapping collection for a folder in which the catalogs lie beside it. @param hrefIn of the copy of a catalog */
function collectionCopy(
  document: MappingCollection,
  legs: readonly Leg[],
  hrefIn: (catalog: Catalog | undefined) => string | undefined,
): unknown {
  const mappings = mappingsOf(document).map((mapping) => {
    const leg = legs.find(({ crosswalk }) => crosswalk.uuid === mapping.uuid);
    if (leg === undefined) return mapping;
    const [source, target] = leg.crosswalk.inverted ? [leg.to, leg.from] : [leg.from, leg.to];
    const ofSource = hrefIn(source.catalog);
    const ofTarget = hrefIn(target.catalog);
    return {
      ...mapping,
      "source-resource": { ...mapping["source-resource"], ...defined({ href: ofSource }) },
      "target-resource": { ...mapping["target-resource"], ...defined({ href: ofTarget }) },
    };
  });
  return { "mapping-collection": { ...document, mappings } };
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
