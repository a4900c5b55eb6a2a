import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readOscalXml } from "../../support/xml.js";
import type { Catalog, Control } from "../../../src/oscal/model/generated/types.js";
import type { LoadedDocument, LoadFailure } from "../../../src/oscal/resolve/loaded-document.js";
import { resolveProfile, type ProfileResolution } from "../../../src/oscal/resolve.js";
import type { SourceDocument } from "../../../src/source/document.js";
import { withoutIdentity } from "../../support/profiles.js";
import { readJson } from "../../../src/source/json.js";
import { sharedPath } from "../../support/project.js";

const folder = sharedPath("oscal/profile-resolution-examples");
const present = existsSync(join(folder, "cases.json"));

interface OfficialCase {
  readonly case: string;
  readonly profile: string;
  readonly expected: string | null;
}

/**
 * The outcome of each case. `exact`: the result is the expected one. `un-nested`: the expected file keeps controls inside controls in
 * a flat result, which req-merge-flat forbids and other official files do not do; the result is the expected one without that.
 * `fails`: there is no result. `resolves`: there is no expected file. All others say why the expected file is not followed.
 */
const verdicts: Readonly<Record<string, string>> = {
  "base2-test_profile": "exact",
  "full-test_profile": "exact",
  "include-all-no-children-test_profile": "exact",
  "include-all-test_profile": "exact",
  "include-match-test_profile": "exact",
  "merge-implicit-keep_profile": "exact",
  "merge-keep-resources_profile": "exact",
  "req-include-by-match-empty": "exact",
  "req-include-exclude1": "exact",
  "req-include-exclude3": "exact",
  "req-include-exclude4": "exact",
  "req-with-child-controls-no": "exact",
  "req-with-child-controls-none": "exact",
  "keep-everything-twice": "un-nested",
  "req-include-all-flat": "un-nested",
  "req-merge-usefirst2": "un-nested",
  "req-modify-alter-remove-match1": "un-nested",
  broken_profile: "fails",
  "req-circular_importer": "fails",
  "req-spoofing-resource": "fails",
  "req-merge-keep1": "resolves",
  "req-chained-deepA": "the expected file makes one group of two that have no id and come from two imports",
  "req-structure-asis1":
    "the expected file leaves out parameters that are referred to, and a resource that says keep=always",
  "req-with-parent-controls-no1": "with-parent-controls is in no released model",
  "req-with-parent-controls-yes1": "with-parent-controls is in no released model",
  "req-with-parent-controls-yes2": "with-parent-controls is in no released model",
  "without-parent_profile": "with-parent-controls is in no released model",
};

function readXml(path: string): SourceDocument | LoadFailure {
  if (!existsSync(path)) return { failure: "there is no such file." };
  const { document, diagnostics } = readOscalXml(readFileSync(path, "utf8"), path);
  return document ?? { failure: "it cannot be read.", diagnostics };
}

/** The same document as JSON text read back. */
function asJson(document: SourceDocument): SourceDocument {
  const json = readJson(JSON.stringify(document.value), document.file).document;
  if (!json) throw new Error(`${document.file} is no JSON.`);
  return json;
}

async function resolved(
  profile: string,
  convert: (document: SourceDocument) => SourceDocument,
): Promise<ProfileResolution | LoadFailure> {
  const load = (href: string, base: string): Promise<LoadedDocument | LoadFailure> => {
    const uri = resolve(dirname(base), href);
    const document = readXml(uri);
    return Promise.resolve("failure" in document ? document : { uri, document: convert(document) });
  };
  const uri = join(folder, profile);
  const root = readXml(uri);
  if ("failure" in root) return root;
  return resolveProfile({ uri, document: convert(root) }, load, { lastModified: "2026-11-01T00:00:00Z", tool: "test" });
}

/** Takes away what two processors need not agree about, and a version that the expected file's tool did not know. */
function scrubbed(catalog: Catalog): unknown {
  const { metadata } = catalog;
  const version = metadata["oscal-version"];
  return withoutIdentity({
    ...catalog,
    metadata: { ...metadata, "oscal-version": /^\d/.test(version) ? version : "1.0.0" },
  });
}

function unNested(catalog: Catalog): Catalog {
  const flat = (control: Control): Control[] => {
    const { controls = [], ...own } = control;
    return [own, ...controls.flatMap(flat)];
  };
  return { ...catalog, ...(catalog.controls ? { controls: catalog.controls.flatMap(flat) } : {}) };
}

function catalogOf(outcome: SourceDocument | ProfileResolution | LoadFailure): Catalog {
  const document = "value" in outcome ? outcome.value : "document" in outcome ? outcome.document : undefined;
  if (document === undefined) throw new Error(JSON.stringify(outcome));
  return (document as { catalog: Catalog }).catalog;
}

const cases = present ? (JSON.parse(readFileSync(join(folder, "cases.json"), "utf8")) as OfficialCase[]) : [];
const ofVerdict = (verdict: string): OfficialCase[] => cases.filter((each) => verdicts[each.case] === verdict);

describe.skipIf(!present)("the official cases of profile resolution (needs ../shared/oscal)", () => {
  it("all have a verdict here", () => {
    expect(cases.map((each) => each.case).filter((name) => !Object.hasOwn(verdicts, name))).toEqual([]);
    expect(cases).toHaveLength(Object.keys(verdicts).length);
  });

  describe.each([
    ["XML", (document: SourceDocument): SourceDocument => document],
    ["JSON", asJson],
  ] as const)("read as %s", (_, convert) => {
    it.each(ofVerdict("exact"))("$case: is as expected", async ({ profile, expected }) => {
      const wanted = catalogOf(readXml(join(folder, expected ?? "")));
      expect(scrubbed(catalogOf(await resolved(profile, convert)))).toEqual(scrubbed(wanted));
    });

    it.each(ofVerdict("un-nested"))(
      "$case: is as expected, but for controls inside controls",
      async ({ profile, expected }) => {
        const wanted = catalogOf(readXml(join(folder, expected ?? "")));
        expect(scrubbed(catalogOf(await resolved(profile, convert)))).toEqual(scrubbed(unNested(wanted)));
      },
    );

    it.each(ofVerdict("fails"))("$case: has no result", async ({ profile }) => {
      const outcome = await resolved(profile, convert);
      const failed = "failure" in outcome || (outcome.document === undefined && outcome.diagnostics.length > 0);
      expect(failed).toBe(true);
    });

    it.each(ofVerdict("resolves"))("$case: keeps both of each control and says so", async ({ profile }) => {
      const outcome = (await resolved(profile, convert)) as ProfileResolution;
      expect(outcome.diagnostics.map(({ code }) => code)).toEqual(
        ["a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3", "c3.a", "c3.a-1"].map(() => "profile-duplicate-control"),
      );
      expect(catalogOf(outcome).groups?.map(({ title }) => title)).toEqual([
        ...["Group A of C", "Group B of C", "Group C of C"],
        ...["Group B of C", "Group A of C", "Group C of C"],
      ]);
    });
  });
});
