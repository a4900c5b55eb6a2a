/** The types compile with the strict settings of this project (tsc reads this file), and what they allow is valid. */
import { describe, expect, expectTypeOf, test } from "vitest";
import type {
  AssessmentResultsDocument,
  ConfidenceScore,
  FindingTargetStatus,
  ImplementedRequirement,
  MappingCollection,
  Metadata,
  OscalDocument,
  Uuid,
} from "../../../src/oscal/model/generated/types.js";
import { validateOscal } from "../../../src/oscal/validate.js";
import { assessmentPlan, catalog, plan, profile, results } from "../../support/documents.js";

const smallest: AssessmentResultsDocument = {
  "assessment-results": {
    uuid: "6534f1b8-7834-4151-8a63-9f0e170e000f",
    metadata: { title: "Results", "last-modified": "2026-04-14T00:00:00Z", version: "1", "oscal-version": "1.2.2" },
    "import-ap": { href: "assessment-plan.json" },
    results: [
      {
        uuid: "6534f1b8-7834-4151-8a63-9f0e170e0010",
        title: "Assessment",
        description: "Nothing was found.",
        start: "2026-04-14T00:00:00Z",
        "reviewed-controls": { "control-selections": [{ "include-all": {} }] },
      },
    ],
  },
};

test("the smallest assessment results", async () => {
  expect(await validateOscal(smallest)).toEqual([]);
});

describe("the typed chain", () => {
  test.each([catalog(), profile(), plan(), assessmentPlan(), results()])("is valid", async (document) => {
    expect(await validateOscal(document)).toEqual([]);
  });
});

test("what is declared", () => {
  expectTypeOf<Uuid>().toEqualTypeOf<string>();
  expectTypeOf<FindingTargetStatus["state"]>().toEqualTypeOf<"satisfied" | "not-satisfied">();
  expectTypeOf<ConfidenceScore["percentage"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<MappingCollection["mappings"]>().extract<unknown[]>().items.toHaveProperty("maps");
  expectTypeOf<ImplementedRequirement>().toHaveProperty("by-components");
  expectTypeOf(smallest).toExtend<OscalDocument>();
  // @ts-expect-error -- the version of OSCAL is required
  const metadata: Metadata = { title: "t", "last-modified": "2026-04-14T00:00:00Z", version: "1" };
  // @ts-expect-error -- closed by the standard
  const state: FindingTargetStatus["state"] = "partial";
  expect([metadata.title, state]).toEqual(["t", "partial"]);
});
