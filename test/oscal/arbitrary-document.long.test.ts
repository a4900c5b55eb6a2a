/** The random documents of the property tests are valid, hard to please, and leave no place of the model out. */
import type { ValidateFunction } from "ajv";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { validateOscal } from "../../src/oscal/validate.js";
import { withValue } from "../support/documents.js";
import { hasStandard, readJson, standard, withoutStandard, type Json } from "../support/project.js";
import {
  arbitraryDocument,
  type DocumentTree,
  filledPlaces,
  places,
  reachable,
  rootModels,
} from "./arbitrary-document.js";
import { nistValidators } from "./nist-schema.js";

const seed = 20260414;

test("there are documents of eight models", () => {
  expect(rootModels).toHaveLength(8);
});

describe.each(rootModels)("random documents of the model %s", (root) => {
  test("are valid by our schema", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(root), async (document) => {
        expect(await validateOscal(document)).toEqual([]);
      }),
      { seed, numRuns: 100 },
    );
  });

  test("fill every place that the model has", () => {
    const filled = new Set<string>();
    for (const focus of reachable(root)) {
      for (const document of fc.sample(arbitraryDocument(root, focus), { seed, numRuns: 6 })) {
        for (const { definition, property } of filledPlaces(document)) filled.add(`${definition} ${property}`);
      }
    }
    const all = places(root).map(({ definition, property }) => `${definition} ${property}`);
    expect(all.filter((place) => !filled.has(place))).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
  });
});

/** NIST's schema knows no method of a profile's combine, which the metaschema defines: its generator loses it beside the choice. */
function withoutCombineMethod(document: DocumentTree): unknown {
  const { profile } = structuredClone(document) as { profile?: { merge?: { combine?: { method?: unknown } } } };
  if (profile?.merge?.combine?.method === undefined) return document;
  delete profile.merge.combine.method;
  return { profile };
}

describe.skipIf(!hasStandard)(`beside NIST's schema (${withoutStandard})`, () => {
  let nist: Readonly<Record<string, ValidateFunction>> = {};

  beforeAll(() => {
    nist = nistValidators();
  });

  test.each(rootModels)("random documents of the model %s are valid", (root) => {
    fc.assert(
      fc.property(arbitraryDocument(root), (document) => {
        const valid = nist[root]?.(withoutCombineMethod(document));
        expect({ valid, errors: nist[root]?.errors ?? [] }).toEqual({ valid: true, errors: [] });
      }),
      { seed, numRuns: 100 },
    );
  });
  test("the one place where NIST's schema refuses what the metaschema allows", async () => {
    const document = readJson(`${standard}/minimal-chain/profile.json`);
    const merged = (combine: Json): Json => withValue(document, "/profile/merge", { combine, flat: {} });
    expect(nist["profile"]?.(merged({}))).toBe(true);
    expect(nist["profile"]?.(merged({ method: "keep" }))).toBe(false);
    expect(await validateOscal(merged({ method: "keep" }))).toEqual([]);
  });
});
