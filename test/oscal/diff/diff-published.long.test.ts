/** The big documents that NIST publishes in two formats. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { diffDocuments } from "../../../src/oscal/diff.js";
import { readOscal } from "../../../src/oscal/read.js";
import { hasStandard, standard, withoutStandard } from "../../support/project.js";

describe.skipIf(!hasStandard)(`published documents (${withoutStandard})`, () => {
  test.each([
    ["1.0.0", "catalog-min", "catalog", "catalog"],
    ["1.3.0", "MODERATE-baseline_profile", "MODERATE-baseline_profile", "profile"],
    [
      "1.3.0",
      "MODERATE-baseline-resolved-profile_catalog-min",
      "MODERATE-baseline-resolved-profile_catalog",
      "catalog",
    ],
  ])("800-53 %s, %s.json says the same as %s.xml", async (version, json, xml, model) => {
    const read = async (name: string, format: string): Promise<unknown> => {
      const file = `${standard}/content/sp800-53-rev5-v${version}/${format}/NIST_SP-800-53_rev5_${name}.${format}`;
      return (await readOscal(readFileSync(file), file)).document?.value;
    };
    expect(diffDocuments(await read(json, "json"), await read(xml, "xml"))).toEqual({
      model,
      edition: [],
      changes: [],
    });
  });
});
