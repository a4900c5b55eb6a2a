import { join } from "node:path";
import { assessmentPlan } from "../assessment/to-oscal/assessment-plan.js";
import { assessmentResults } from "../assessment/to-oscal/assessment-results.js";
import { chainFiles, type Assessed } from "../assessment/to-oscal/assessed.js";
import { systemSecurityPlan } from "../assessment/to-oscal/system-security-plan.js";
import { jsonText } from "../source/json-text.js";
import type { OutputFile } from "../source/write.js";

/**
 * Writes the OSCAL documents of an assessment for one folder: results, plan, system security plan, and beside them the profile and
 * the catalogs they rest on, so that the chain can be followed wherever the folder is taken.
 * @param open makes the file of a path; it is for the caller to commit all files or none
 */
export function writeChain(folder: string, assessed: Assessed, open: (path: string) => OutputFile): void {
  const { profile, catalogs } = assessed.profile;
  const catalogNames = uniqueNames(catalogs.map(({ source }) => source.file));
  const [profileName = "profile.json"] = uniqueNames(
    [assessed.profile.source.file],
    [...catalogNames, ...Object.values(chainFiles)],
  );
  const documents: [name: string, document: unknown][] = [
    ...catalogs.map(({ catalog }, index): [string, unknown] => [catalogNames[index] ?? "catalog.json", { catalog }]),
    [
      profileName,
      {
        profile: {
          ...profile,
          // The copies lie side by side, so the imports name their neighbours.
          imports: profile.imports.map((each, index) => ({ ...each, href: catalogNames[index] ?? each.href })),
        },
      },
    ],
    [chainFiles.systemSecurityPlan, systemSecurityPlan(assessed, { profile: profileName, catalogs: catalogNames })],
    [chainFiles.assessmentPlan, assessmentPlan(assessed)],
    [chainFiles.assessmentResults, assessmentResults(assessed)],
  ];
  for (const [name, document] of documents) {
    const file = open(join(folder, name));
    for (const piece of jsonText(document)) file.write(piece);
  }
}

/** File names without their folders, made distinct by a number where two are alike. */
function uniqueNames(paths: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken);
  return paths.map((path) => {
    const base = (path.split("/").at(-1) ?? "document").replace(/\.[a-z]+$/i, "");
    let name = `${base}.json`;
    for (let number = 2; used.has(name); number += 1) name = `${base}-${String(number)}.json`;
    used.add(name);
    return name;
  });
}
