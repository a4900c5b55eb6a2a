import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Catalog, CatalogDocument, Control, Group, Profile } from "../../../src/oscal/model/generated/types.js";
import { resolveProfile, type ProfileResolution } from "../../../src/oscal/resolve.js";
import { checkConstraints } from "../../../src/oscal/validate/constraints.js";
import { validateOscal, type OscalProblem } from "../../../src/oscal/validate.js";
import type { SourceDocument } from "../../../src/source/document.js";
import { uuid } from "../../support/documents.js";
import { alphabet, catalogText, documentOf } from "../../support/profiles.js";
import { runs } from "../../support/runs.js";
import { arbitraryProfile, soundProfile } from "./arbitrary-profile.js";

const other = `groups:
- {id: a, title: Group A}
- {id: b, title: Group B, controls: [{id: z.2, title: Z}]}
- {id: z, title: Z, params: [{id: z_prm}], controls: [{id: z.1, title: Z, parts: [{name: statement, prose: "{{ insert: param, z_prm }}"}]}, {id: b.2, title: Other}]}`;
const catalogs = new Map([
  ["alphabet", withStatements(documentOf(alphabet, "alphabet.yaml"))],
  ["other", withStatements(documentOf(catalogText(other, 7), "other.yaml"))],
]);

/** The catalog with a statement in every control, which a constraint of OSCAL asks for. */
function withStatements({ file, value }: SourceDocument): SourceDocument {
  const document = structuredClone(value) as CatalogDocument;
  for (const control of controlsOf(document.catalog)) {
    if (!control.parts?.some(({ name }) => name === "statement")) {
      control.parts = [{ name: "statement", prose: "Do it." }, ...(control.parts ?? [])];
    }
  }
  return inMemory(file, document);
}

/** A document that has no text: places in it do not matter here. */
function inMemory(file: string, value: unknown): SourceDocument {
  return { file, value, line: 1, locate: () => ({ line: 1, column: 1 }), frame: () => "" };
}

function resolve(profile: Profile, others: ReadonlyMap<string, SourceDocument>): Promise<ProfileResolution> {
  return resolveProfile(
    { uri: "root", document: inMemory("root", { profile }) },
    (href) => {
      const document = others.get(href);
      return Promise.resolve(document ? { uri: href, document } : { failure: "it is not there." });
    },
    { lastModified: "2026-11-01T00:00:00Z", tool: "test" },
  );
}

/** Everything of a catalog again, in its own structure. */
async function again(catalog: Catalog): Promise<Catalog> {
  const profile: Profile = {
    uuid: uuid(9),
    metadata: catalog.metadata,
    imports: [{ href: "catalog", "include-all": {} }],
    merge: { "as-is": true },
  };
  const { document } = await resolve(profile, new Map([["catalog", inMemory("catalog", { catalog })]]));
  if (!document) throw new Error("A resolved catalog cannot be resolved again.");
  return document.catalog;
}

function content({ params, controls, groups, "back-matter": backMatter }: Catalog): unknown {
  return { params, controls, groups, backMatter };
}

function* controlsOf({ groups, controls }: Pick<Group, "groups" | "controls">): Generator<Control> {
  for (const control of controls ?? []) {
    yield control;
    yield* controlsOf(control);
  }
  for (const group of groups ?? []) yield* controlsOf(group);
}

/** Whether a profile does what a catalog cannot say of itself: name parameters that only it names, or keep groups without controls. */
function leavesMoreThanCatalogs(profile: Profile): boolean {
  return profile.merge?.custom !== undefined || profile.modify?.["set-parameters"] !== undefined;
}

async function constraintErrors(document: unknown): Promise<OscalProblem[]> {
  return (await checkConstraints(document)).filter(({ severity }) => severity === "error");
}

/** Whether the schema refuses the profile: its merge has no structure, or two. */
function isInvalid({ merge }: Profile): boolean {
  const structures = [merge?.flat, merge?.["as-is"], merge?.custom].filter((each) => each !== undefined);
  return merge !== undefined && structures.length !== 1;
}

const count = runs(500, 10_000);

describe("random profiles", () => {
  const inner = arbitraryProfile(["alphabet", "other"], 4);
  const profiles = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(arbitraryProfile(["alphabet", "other", "inner"], 3), inner, fc.constant(false)) },
    { weight: 1, arbitrary: fc.tuple(soundProfile("alphabet", 3), inner, fc.constant(true)) },
  );

  it.each([...catalogs])("over the valid catalog %s", async (_, { value }) => {
    expect(await validateOscal(value)).toEqual([]);
    expect(await constraintErrors(value)).toEqual([]);
  });

  it("give a valid catalog or say why not, leave their sources alone, and give the same when all of it is resolved again", async () => {
    const before = JSON.stringify([...catalogs.values()].map(({ value }) => value));
    const seen = { resolved: 0, refused: 0, warned: 0, sound: 0, again: 0 };
    await fc.assert(
      fc.asyncProperty(profiles, async ([profile, imported, sound]) => {
        if (!isInvalid(profile)) expect(await validateOscal({ profile })).toEqual([]);
        const others = new Map([...catalogs, ["inner", inMemory("inner", { profile: imported })]]);
        const { document, diagnostics } = await resolve(profile, others);
        if (diagnostics.length > 0) seen.warned += 1;
        if (document === undefined) {
          seen.refused += 1;
          expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
          return;
        }
        seen.resolved += 1;
        expect(await validateOscal(document)).toEqual([]);
        if (sound) {
          seen.sound += 1;
          expect(diagnostics).toEqual([]);
          expect(await constraintErrors(document)).toEqual([]);
        }
        const ids = [...controlsOf(document.catalog)].map(({ id }) => id);
        if (new Set(ids).size < ids.length) {
          expect(diagnostics.map(({ code }) => code)).toEqual(
            expect.arrayContaining([expect.stringMatching(/^profile-(?:duplicate-control|control-inserted-twice)$/)]),
          );
        }
        const second = await again(document.catalog);
        if (!leavesMoreThanCatalogs(profile)) {
          seen.again += 1;
          expect(content(second)).toEqual(content(document.catalog));
        }
        expect(content(await again(second))).toEqual(content(second));
      }),
      { seed: 20261101, numRuns: count },
    );
    expect(JSON.stringify([...catalogs.values()].map(({ value }) => value))).toBe(before);
    // The profiles are of all kinds.
    expect(Object.entries(seen).filter(([, times]) => times < count / 25)).toEqual([]);
    expect(seen.resolved + seen.refused).toBe(count);
  });
});
