import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readOscalXml } from "../../support/xml.js";
import type { Catalog, CatalogDocument } from "../../../src/oscal/model/generated/types.js";
import type { LoadedDocument } from "../../../src/oscal/resolve/loaded-document.js";
import { resolveProfile } from "../../../src/oscal/resolve.js";
import { validateOscal } from "../../../src/oscal/validate.js";
import type { SourceDocument } from "../../../src/source/document.js";
import { withoutIdentity } from "../../support/profiles.js";
import { readJson } from "../../../src/source/json.js";
import { sharedPath } from "../../support/project.js";
import { withoutEdgeBlanks } from "../edge-blanks.js";

const folder = sharedPath("oscal/content/sp800-53-rev5-v1.0.0");
const present = existsSync(folder);

function json(name: string): SourceDocument {
  const { document } = readJson(readFileSync(join(folder, "json", name), "utf8"), name);
  if (!document) throw new Error(`${name} cannot be read.`);
  return document;
}

function xml(name: string): SourceDocument {
  const { document } = readOscalXml(readFileSync(join(folder, "xml", name), "utf8"), name);
  if (!document) throw new Error(`${name} cannot be read.`);
  return document;
}

async function moderate(catalog: SourceDocument): Promise<Catalog> {
  const root = json("NIST_SP-800-53_rev5_MODERATE-baseline_profile.json");
  // The profile names the catalog in XML; here it is given in either format.
  const load = (): Promise<LoadedDocument> => Promise.resolve({ uri: catalog.file, document: catalog });
  const { document, diagnostics } = await resolveProfile({ uri: root.file, document: root }, load, {
    lastModified: "2026-11-01T00:00:00Z",
    tool: "aims",
  });
  expect(diagnostics).toEqual([]);
  if (!document) throw new Error("There is no result.");
  return document.catalog;
}

describe.skipIf(!present)("SP 800-53 rev5 MODERATE, content v1.0.0 (needs ../shared/oscal)", () => {
  const published = present
    ? (json("NIST_SP-800-53_rev5_MODERATE-baseline-resolved-profile_catalog-min.json").value as CatalogDocument).catalog
    : undefined;

  it("is the published catalog, from the catalog in JSON", async () => {
    const resolved = await moderate(json("NIST_SP-800-53_rev5_catalog-min.json"));
    if (!published) throw new Error("The published catalog is not there.");
    expect(withoutIdentity(resolved)).toEqual(withoutIdentity(published));
    expect(await validateOscal({ catalog: resolved })).toEqual([]);
  });

  it("is the same catalog from the catalog in XML", async () => {
    const fromXml = await moderate(xml("NIST_SP-800-53_rev5_catalog.xml"));
    const fromJson = await moderate(json("NIST_SP-800-53_rev5_catalog-min.json"));
    // The UUID is made from all that the catalog says, blanks included.
    expect(withoutEdgeBlanks({ ...fromXml, uuid: fromJson.uuid })).toEqual(withoutEdgeBlanks(fromJson));
  });

  it("does not change the documents it is made from", async () => {
    const catalog = json("NIST_SP-800-53_rev5_catalog-min.json");
    const before = structuredClone(catalog.value);
    await moderate(catalog);
    expect(catalog.value).toEqual(before);
  });
});
