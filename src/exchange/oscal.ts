import { join } from "node:path";
import { assessmentPlan } from "./oscal/assessment-plan.js";
import { assessmentResults } from "./oscal/assessment-results.js";
import { chainFiles, type Assessed } from "./oscal/assessed.js";
import { systemSecurityPlan } from "./oscal/system-security-plan.js";
import { jsonText } from "../source/stringify.js";
import type { SourceDocument } from "../source/document.js";
import type { OutputFile } from "../files/write.js";

/** The file that holds the results for programs; it lies beside the chain. */
export const resultsFile = "results.json";

/** Names of the files of a chain that are called after what they were read from. */
interface SourceNames {
  readonly profile: string;
  /** By the catalog's place among the imports; imports of one catalog have one name. */
  readonly catalogs: readonly string[];
}

/** Names of all files that `writeChain` writes into a folder, in the order in which it does. */
export function chainNames(assessed: Pick<Assessed, "profile">): string[] {
  const { profile, catalogs } = sourceNames(assessed);
  return [...new Set(catalogs), profile, ...Object.values(chainFiles)];
}

/**
 * Writes the OSCAL documents of an assessment for one folder: results, plan, system security plan, and beside them the profile and
 * the catalogs they rest on, so that the chain can be followed wherever the folder is taken.
 * @param open makes the file of a path; it is for the caller to commit all files or none
 */
export function writeChain(folder: string, assessed: Assessed, open: (path: string) => OutputFile): void {
  const { profile, catalogs } = assessed.profile;
  const names = sourceNames(assessed);
  const hrefs = { profile: hrefOf(names.profile), catalogs: names.catalogs.map(hrefOf) };
  const documents = new Map<string, unknown>([
    ...catalogs.map(({ catalog }, index): [string, unknown] => [names.catalogs[index] ?? "catalog.json", { catalog }]),
    [
      names.profile,
      {
        profile: {
          ...profile,
          // The copies lie side by side, so the imports name their neighbours.
          imports: profile.imports.map((each, index) => ({ ...each, href: hrefs.catalogs[index] ?? each.href })),
        },
      },
    ],
    [chainFiles.systemSecurityPlan, systemSecurityPlan(assessed, hrefs)],
    [chainFiles.assessmentPlan, assessmentPlan(assessed)],
    [chainFiles.assessmentResults, assessmentResults(assessed)],
  ]);
  for (const [name, document] of documents) {
    const file = open(join(folder, name));
    for (const piece of jsonText(document)) file.write(piece);
  }
}

function sourceNames({ profile: { catalogs, source } }: Pick<Assessed, "profile">): SourceNames {
  // Upper and lower case are the same file on some disks, so names are told apart without them.
  const taken = new Set<string>([...Object.values(chainFiles), resultsFile]);
  // A document is read once however often it is imported, while two that a profile carries may have one name.
  const names = new Map<SourceDocument, string>();
  for (const { source: catalog } of catalogs) {
    if (!names.has(catalog)) names.set(catalog, uniqueName(catalog.file, taken));
  }
  return {
    profile: uniqueName(source.file, taken),
    catalogs: catalogs.map(({ source: catalog }) => names.get(catalog) ?? "catalog.json"),
  };
}

/**
 * A file's name without its folders, with a number where it is taken already; taken from then on. Of what a profile carries, the
 * resource's uuid belongs to the name.
 * @param taken in lower case
 */
function uniqueName(path: string, taken: Set<string>): string {
  const base =
    (path.split("/").at(-1) ?? "").replace(/\.[a-z]+(?:#([\da-f-]{36}))?$/i, (_, uuid?: string) =>
      uuid === undefined ? "" : `-${uuid}`,
    ) || "document";
  let name = `${base}.json`;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-${String(number)}.json`;
  taken.add(name.toLowerCase());
  return name;
}

/** A file of the same folder as a URI reference; what means something in one is escaped. */
function hrefOf(name: string): string {
  return encodeURIComponent(name);
}
