/** The difference of documents that NIST has published. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Change } from "../../../src/oscal/diff/change.js";
import { countChanges, diffDocuments, type DocumentDifference } from "../../../src/oscal/diff.js";
import { readOscal } from "../../../src/oscal/read.js";
import { hasStandard, readJson, standard, withoutStandard } from "../../support/project.js";

function differenceOf(a: unknown, b: unknown): DocumentDifference {
  const difference = diffDocuments(a, b);
  if ("models" in difference) throw new Error("different models");
  return difference;
}

/** A change in short: what happened to what, and the values. */
function told(change: Change): unknown[] {
  const path = change.path.map(({ kind, name }) => [kind, name].filter((each) => each !== undefined).join(" "));
  return [change.kind, [...path, change.property].filter((each) => each !== undefined).join(" > ")];
}

const toldAll = (a: unknown, b: unknown): unknown[] => differenceOf(a, b).changes.map(told);

describe.skipIf(!hasStandard)(`published documents (${withoutStandard})`, () => {
  const content = `${standard}/content`;
  const first = "group ac > control ac-1";

  test("the moderate baseline of 800-53 selects the same controls in its next edition", () => {
    const edition = (version: string): unknown =>
      readJson(`${content}/sp800-53-rev5-v${version}/json/NIST_SP-800-53_rev5_MODERATE-baseline_profile.json`);
    expect(toldAll(edition("1.0.0"), edition("1.3.0"))).toEqual([
      ["changed", "metadata > title"],
      ["changed", "import #84cbf061-eb87-4ec1-8112-1f529232e907 > href"],
      ["added", "back-matter"],
    ]);
  });

  test.each([
    ["ap", "ifa_assessment-plan-example"],
    ["ar", "ifa_assessment-results-example"],
    ["component-definition", "example-component-definition"],
    ["poam", "ifa_plan-of-action-and-milestones"],
    ["ssp", "ssp-example"],
  ])("%s/%s says the same in JSON and in XML", async (folder, name) => {
    const read = async (format: string): Promise<unknown> => {
      const file = `${content}/examples/${folder}/${format}/${name}.${format}`;
      return (await readOscal(readFileSync(file), file)).document?.value;
    };
    const { edition, changes } = differenceOf(await read("json"), await read("xml"));
    expect([...edition, ...changes]).toEqual([]);
  });

  test("the next edition of a resolved profile: controls stay, parameters get other ids", () => {
    const edition = (version: string): unknown =>
      readJson(
        `${content}/sp800-53-rev5-v${version}/json/NIST_SP-800-53_rev5_MODERATE-baseline-resolved-profile_catalog-min.json`,
      );
    const { changes } = differenceOf(edition("1.0.0"), edition("1.3.0"));
    const of = (kind: string): unknown =>
      countChanges(changes.filter(({ path, property }) => path.at(-1)?.kind === kind && property === undefined));
    expect(of("control")).toEqual({ added: 0, removed: 0, changed: 0, moved: 0 });
    expect(of("group")).toEqual({ added: 0, removed: 0, changed: 0, moved: 0 });
    expect(changes.map(told).slice(0, 8)).toEqual([
      ["changed", "metadata > title"],
      ["added", "metadata > prop resolution-tool"],
      ["removed", "metadata > link resolution-source NIST_SP-800-53_rev5_MODERATE-baseline_profile.xml"],
      ["added", "metadata > link source-profile NIST_SP-800-53_rev5_MODERATE-baseline_profile.xml"],
      ["added", `${first} > param ac-1_prm_1 > prop aggregates (http://csrc.nist.gov/ns/rmf)`],
      ["added", `${first} > param ac-1_prm_1 > prop aggregates (http://csrc.nist.gov/ns/rmf)`],
      ["removed", `${first} > param ac-1_prm_2`],
      ["removed", `${first} > param ac-1_prm_3`],
    ]);
  });

  test("a resolved profile has what it selects of its catalog: controls go, and none come", () => {
    const folder = `${content}/sp800-53-rev5-v1.0.0/json`;
    const catalog = readJson(`${folder}/NIST_SP-800-53_rev5_catalog-min.json`);
    const resolved = readJson(`${folder}/NIST_SP-800-53_rev5_MODERATE-baseline-resolved-profile_catalog-min.json`);
    const { changes } = differenceOf(catalog, resolved);
    const controls = changes.filter(({ path, property }) => path.at(-1)?.kind === "control" && property === undefined);
    const gone = new Set(controls.flatMap((change) => (change.kind === "removed" ? [change.path.at(-1)?.name] : [])));
    expect(controls.every(({ kind }) => kind === "removed")).toBe(true);
    expect(gone.has("ac-2.6")).toBe(true);
    expect(gone.has("ac-1")).toBe(false);
  });
});
