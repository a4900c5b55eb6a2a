/** Whether the order of a profile's array means something, judged by the catalogs that the profile and its permutation resolve to. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addTo } from "../../../src/foundation/multimap.js";
import { diffDocuments } from "../../../src/oscal/diff.js";
import type { Profile, Resource } from "../../../src/oscal/model/generated/types.js";
import { resolveProfile } from "../../../src/oscal/resolve.js";
import type { SourceDocument } from "../../../src/source/document.js";
import { uuid } from "../../support/documents.js";
import { alphabet, catalogText, documentOf } from "../../support/profiles.js";
import { runs } from "../../support/runs.js";
import { arbitraryProfile } from "../resolve/arbitrary-profile.js";

const other = `controls: [{id: a.1, title: Other}]
groups: [{id: z, title: Z, params: [{id: z_prm}], controls: [{id: z.1, title: "{{ insert: param, z_prm }}"}]}]`;
const catalogs = new Map([
  ["alphabet", documentOf(alphabet, "alphabet.yaml")],
  ["other", documentOf(catalogText(other, 7), "other.yaml")],
]);

const places = ["alphabet", "other", "alphabet.json", "other.json", "alphabet.yaml", "gone.json", "other.pdf"];
const resource: fc.Arbitrary<Resource> = fc
  .uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 4 })
  .map((hrefs) => ({ uuid: uuid(50), rlinks: hrefs.map((href) => ({ href })) }));

/**
 * Few things are tailored, so that two instructions often meet. Controls that hold others are not altered: what that does to the inner
 * ones is not to be seen in a profile.
 */
const altered = ["a.1", "a.1", "b.1"];
const set = ["a.1_prm", "a.1_prm", "a_prm"];

const profiles: fc.Arbitrary<Profile> = fc
  .tuple(arbitraryProfile(["alphabet", "other", `#${uuid(50)}`], 2), resource)
  .map(([{ modify = {}, ...profile }, each]) => {
    const { "set-parameters": settings, alters } = modify;
    return {
      ...profile,
      // With everything of one catalog, the instructions find something.
      imports: [{ href: "alphabet", "include-all": {} }, ...profile.imports],
      merge: { ...profile.merge, combine: { method: "use-first" } },
      modify: {
        ...(settings && {
          "set-parameters": settings.map((setting, index) => ({ ...setting, "param-id": set[index] ?? "a_prm" })),
        }),
        ...(alters && { alters: alters.map((alter, index) => ({ ...alter, "control-id": altered[index] ?? "b.1" })) }),
      },
      "back-matter": { resources: [...(profile["back-matter"]?.resources ?? []), each] },
    };
  });

/** A copy in which two elements of one array have changed places; undefined where no array holds two. */
function permuted(profile: Profile, pick: number): Profile | undefined {
  const copy = structuredClone(profile);
  const arrays = new Map<string, unknown[][]>();
  const collect = (value: unknown, name: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value) && value.length > 1) addTo(arrays, name, value);
    for (const [key, member] of Object.entries(value)) collect(member, Array.isArray(value) ? name : key);
  };
  collect(copy, "");
  // Of arrays of one name there may be many, so that the name is chosen first.
  const named = [...arrays.values()][pick % Math.max(arrays.size, 1)] ?? [];
  const array = named[Math.floor(pick / 100) % Math.max(named.length, 1)];
  if (array === undefined) return undefined;
  const at = Math.floor(pick / 10_000) % (array.length - 1);
  array.splice(at, 2, array[at + 1], array[at]);
  return copy;
}

async function resolved(profile: Profile): Promise<unknown> {
  const document = (file: string, value: unknown): SourceDocument => ({
    ...{ file, value, line: 1 },
    locate: () => ({ line: 1, column: 1 }),
    frame: () => "",
  });
  const { document: result } = await resolveProfile(
    { uri: "root", document: document("root", { profile }) },
    (href) => {
      const found = catalogs.get(href.replace(/\.\w+$/, ""));
      return Promise.resolve(found ? { uri: href, document: found } : { failure: "it is not there." });
    },
    { lastModified: "2026-11-01T00:00:00Z", tool: "test" },
  );
  return result;
}

test("profiles that are the same but for the order resolve to the same catalog", async () => {
  let same = 0;
  let differing = 0;
  await fc.assert(
    fc.asyncProperty(profiles, fc.nat(), async (profile, pick) => {
      const copy = permuted(profile, pick);
      if (copy === undefined) return;
      const difference = diffDocuments({ profile }, { profile: copy });
      if ("models" in difference || difference.changes.length > 0) {
        differing += 1;
        return;
      }
      const [before, after] = [await resolved(profile), await resolved(copy)];
      if (before === undefined && after === undefined) return;
      same += 1;
      expect(diffDocuments(before, after)).toMatchObject({ changes: [] });
    }),
    { seed: 20261130, numRuns: runs(400, 6000) },
  );
  expect(same).toBeGreaterThan(10);
  expect(differing).toBeGreaterThan(10);
});
