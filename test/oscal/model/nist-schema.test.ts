/** NIST's own JSON schema of OSCAL 1.2.2 as the oracle: the same verdicts on what is published, and the differences that are known. */
import { beforeAll, describe, expect, test } from "vitest";
import { models } from "../../../src/oscal/validate/generated/validators.js";
import { hasStandard, readJson, standard, withoutStandard, type Json } from "../../support/project.js";
import { judges, nistValidators, rootOf, type Verdicts } from "../nist-schema.js";
import { invalidDocuments, publishedDocuments, validDocuments } from "../published-documents.js";

describe.skipIf(!hasStandard)(`beside NIST's schema (${withoutStandard})`, () => {
  let nist: ReturnType<typeof nistValidators>;
  let verdicts: (document: Json) => Verdicts;

  beforeAll(() => {
    nist = nistValidators();
    verdicts = judges(nist);
  });

  test("there is something of every model", () => {
    expect(Object.keys(nist).sort()).toEqual(Object.keys(models).sort());
    expect(new Set(validDocuments.map((name) => rootOf(readJson(`${standard}/${name}`)))).size).toBe(8);
    expect(publishedDocuments.filter((name) => invalidDocuments.has(name))).toEqual([...invalidDocuments.keys()]);
    expect([validDocuments.length, publishedDocuments.length]).toEqual([19, 22]);
  });

  test.each(validDocuments)("%s is valid for all", (name) => {
    expect(verdicts(readJson(`${standard}/${name}`))).toEqual({ nist: true, file: true, precompiled: true });
  });

  test.each([...invalidDocuments])("%s is invalid for all: %s", (name) => {
    expect(verdicts(readJson(`${standard}/${name}`))).toEqual({ nist: false, file: false, precompiled: false });
  });

  describe("what NIST's schema lets through and ours does not", () => {
    const cases: readonly [what: string, file: string, change: (text: string) => string][] = [
      ["a profile's import without href", "profile.json", (text) => text.replace(/"href": "[^"]*",?/, "")],
      ["a parameter without id", "catalog.json", (text) => text.replace(/("params": \[\s*\{\s*)"id": "[^"]*",/, "$1")],
      ["a party without uuid", "catalog.json", (text) => text.replace(/("parties": \[\s*\{\s*)"uuid": "[^"]*",/, "$1")],
      ["a relationship of one's own", "mapping.json", (text) => text.replace(/("relationship": )"[^"]*"/, '$1"bogus"')],
    ];
    test.each(cases)("%s", (_, file, change) => {
      const text = JSON.stringify(readJson(`${standard}/minimal-chain/${file}`), undefined, 2);
      const changed = change(text);
      expect(changed).not.toBe(text);
      const document = JSON.parse(changed) as Json;
      expect(verdicts(document)).toEqual({ nist: true, file: false, precompiled: false });
    });
  });

  test("two alternatives of one choice are refused by both", () => {
    const document = JSON.parse(
      JSON.stringify(readJson(`${standard}/minimal-chain/profile.json`)).replace(
        '"include-controls":',
        '"include-all":{},"include-controls":',
      ),
    ) as Json;
    expect(verdicts(document)).toEqual({ nist: false, file: false, precompiled: false });
  });
});
