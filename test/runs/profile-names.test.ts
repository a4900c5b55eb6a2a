/** Names that people give to controls and to profiles: a message says the one that is needed. */
import { describe, expect, it } from "vitest";
import { Viewpoint } from "../../src/files/viewpoint.js";
import { defined } from "../../src/foundation/defined.js";
import { memoryHost } from "../../src/runs/memory-host.js";
import { explain } from "../../src/runs/explain.js";
import { resolveProfile } from "../../src/runs/resolve-profile.js";
import { validateOscal } from "../../src/runs/validate-oscal.js";
import { why } from "../../src/runs/why.js";
import { topicsText } from "../../src/report/explanation.js";
import { validateWorkspace } from "../../src/runs/validate-workspace.js";

const metadata = '{title: T, last-modified: "2026-01-01T00:00:00Z", version: "1", oscal-version: 1.2.2}';
const ns = "https://aims-as-code.org/ns/oscal";

/** A catalog whose controls have labels that are no tokens. */
const catalog = `catalog:
  uuid: 00000000-0000-4000-8000-000000000001
  metadata: ${metadata}
  controls:
    - {id: c.5.1, title: First, props: [{name: label, value: "5.1"}, {name: framework, ns: "${ns}", value: own}]}
    - {id: c.5.10, title: Tenth, props: [{name: label, value: "5.10"}, {name: framework, ns: "${ns}", value: own}]}
    - {id: a.4, title: Fourth, props: [{name: label, value: A.4}, {name: framework, ns: "${ns}", value: own}]}
`;

function profile(imports: string, rest = ""): string {
  return `profile:
  uuid: 00000000-0000-4000-8000-000000000002
  metadata: ${metadata}
  imports: [${imports}]
  merge: {as-is: true}
${rest}`;
}

function hostOf(files: Readonly<Record<string, string>>): ReturnType<typeof memoryHost> {
  return memoryHost({ folder: "/repo", files: new Map(Object.entries({ "catalog.yaml": catalog, ...files })) });
}

async function fixes(files: Readonly<Record<string, string>>, named = "p.yaml"): Promise<unknown[]> {
  const { problems } = await resolveProfile({ profile: named, asOf: "2026-11-01T00:00:00Z" }, hostOf(files));
  return problems.map(({ code, fix, suggestion }) => [code, fix, ...(suggestion === undefined ? [] : [suggestion])]);
}

const invalid = profile(
  '{href: catalog.yaml, include-controls: [{with-ids: [5.1, 5.10, "5.1", own:A.4, own:a.4, no such thing]}]}',
  "  modify: {alters: [{control-id: 5.10}]}\n",
);

const meant = [
  ["oscal-wrong-type", "Write c.5.1, the id of the control 5.1 (First).", "c.5.1"],
  ["oscal-wrong-type", "Write c.5.10, the id of the control 5.10 (Tenth).", "c.5.10"],
  ["oscal-wrong-form", "Write c.5.1, the id of the control 5.1 (First).", "c.5.1"],
  ["oscal-wrong-form", "Write a.4, the id of the control own:A.4 (Fourth).", "a.4"],
  ["oscal-wrong-form", "Write a.4, the id of the control own:a.4 (Fourth).", "a.4"],
  ["oscal-wrong-form", "Name a control by the id that it has in its catalog, such as c.5.1."],
  ["oscal-wrong-type", "Write c.5.10, the id of the control 5.10 (Tenth).", "c.5.10"],
];

describe("what is no id in a profile", () => {
  it("is answered by the id of the control that has it as label, number or reference", async () => {
    expect(await fixes({ "p.yaml": invalid })).toEqual(meant);
  });

  it("is so in the validation of the profile, and in a profile that is imported through another", async () => {
    const outer = profile("{href: p.yaml, include-all: {}}");
    const host = hostOf({ "p.yaml": invalid, "outer.yaml": outer });
    const { value } = await validateOscal({ files: ["p.yaml"] }, host);
    expect(value?.problems.map(({ fix }) => fix)).toEqual(meant.map(([, fix]) => fix));
    expect((await fixes({ "p.yaml": invalid, "outer.yaml": outer }, "outer.yaml")).slice(0, 7)).toEqual(meant);
  });

  it("stays what it is where the import cannot be read, and where it leads back to the profile", async () => {
    const fix = "Name a control by the id that it has in its catalog.";
    for (const href of ["gone.yaml", "p.yaml"]) {
      const own = profile(`{href: ${href}, include-controls: [{with-ids: [5.1]}]}`);
      expect(await fixes({ "p.yaml": own })).toEqual([["oscal-wrong-type", fix]]);
    }
  });

  it("is guessed by label where it might be an id", async () => {
    const own = profile(
      "{href: catalog.yaml, include-controls: [{with-ids: [A.4]}, {with-ids: [c.5.1]}]}",
      "  modify: {alters: [{control-id: C.5.1}]}\n",
    );
    expect(await fixes({ "p.yaml": own })).toEqual([
      ["profile-unknown-control", 'Did you mean "a.4"?'],
      ["profile-alter-unknown-control", 'Did you mean "c.5.1"?'],
    ]);
  });
});

describe("a control that somebody asks for", () => {
  const files = { "p.yaml": profile("{href: catalog.yaml, include-controls: [{with-ids: [a.4]}]}") };

  it.each([
    ["a.4", ["a.4"]],
    ["A.4", ["a.4"]],
    ["own:A.4", ["a.4"]],
    ["5.10", ["c.5.10"]],
    ["own:9.9", undefined],
  ])("is found by id, label and reference: %s", async (name, ids) => {
    const { value } = await why("p.yaml", name, hostOf(files));
    expect(value?.map(({ id }) => id)).toEqual(ids);
  });

  it("is listed with the id that a profile needs", async () => {
    const { topics } = await explain({ topic: "./p.yaml" }, hostOf(files));
    expect(topicsText(topics, new Viewpoint("/repo").nameOf)).toContain("1 control:\n  own:A.4 (a.4)  Fourth\n");
  });
});

describe("a file that is not there", () => {
  const own = profile("{href: ../catalog.yaml, include-all: {}}");

  it.each([
    ["profiles/nordfjord.yaml", "profiles/nordfjort.yaml"],
    ["profiles/nordfjort.json", "profiles/nordfjort.yaml"],
    ["profile/nordfjord.yaml", "profiles/nordfjort.yaml"],
    ["nordfjort.yaml", "profiles/nordfjort.yaml"],
    ["profiles/iso-42001-full.json", "iso-42001-full"],
  ])("is answered by the profile that was meant: %s", async (named, guess) => {
    const said = [["unreadable-file", `Did you mean "${guess}"?`]];
    expect(await fixes({ "profiles/nordfjort.yaml": own }, named)).toEqual(said);
    const workspace = hostOf({
      "aims.yaml": `profile: ${named}\n`,
      "profiles/nordfjort.yaml": own,
      "systems/a.yaml": "kind: system\nid: a\nname: A\n",
    });
    const { problems } = await validateWorkspace({ workspace: "." }, workspace);
    expect(problems.flatMap(({ code, fix }) => (code === "unreadable-file" ? [[code, fix]] : []))).toEqual(said);
  });

  it("has no guess where nothing is like it", async () => {
    expect(await fixes({}, "own/other.yaml")).toEqual([["unreadable-file", "Check the spelling of the path."]]);
  });

  it.each([
    ["iso-42001-full", "aims:profile/iso-42001-full"],
    ["../catalog/iso-42001.json", "aims:catalog/iso-42001"],
    ["catalogue.yaml", "catalog.yaml"],
    ["my%20catalog.json", "my%20catalog.yaml"],
  ])("is answered by the import that was meant: %s", async (href, guess) => {
    const files = { "p.yaml": profile(`{href: "${href}", include-all: {}}`), "my catalog.yaml": catalog };
    expect(await fixes(files)).toEqual([["profile-import-unreachable", `Did you mean "${guess}"?`]]);
  });
});

describe("a resolved catalog", () => {
  const own = profile("{href: ../catalog.yaml, include-all: {}}");

  /** The uuid of the catalog that is written, its link to the profile, and what its validation says. */
  async function written(named: string, out?: string): Promise<readonly [uuid: string, href: string, said: unknown[]]> {
    const host = hostOf({ "my profiles/own #1.yaml": own });
    const { text = "" } = await resolveProfile(
      { profile: named, asOf: "2026-11-01T00:00:00Z", ...defined({ out }) },
      host,
    );
    const { catalog: found } = JSON.parse(text) as {
      catalog: { uuid: string; metadata: { links: { href: string }[] } };
    };
    const { value } = out === undefined ? {} : await validateOscal({ files: [out], constraints: false }, host);
    return [found.uuid, found.metadata.links[0]?.href ?? "", value?.problems.map(({ message }) => message) ?? []];
  }

  it("names its profile as it lies from where the catalog goes, and keeps its uuid", async () => {
    const named = "my profiles/own #1.yaml";
    const here = await written(named);
    const encoded = "my%20profiles/own%20%231.yaml";
    expect(here).toEqual([here[0], encoded, []]);
    expect(await written(named, "resolved.json")).toEqual([here[0], encoded, []]);
    expect(await written(named, "out/deep/resolved.json")).toEqual([here[0], `../../${encoded}`, []]);
    expect(await written(named, "my profiles/resolved.json")).toEqual([here[0], "own%20%231.yaml", []]);
  });

  it("names what ships with aims by its address", async () => {
    const [, href, said] = await written("iso-42001-starter", "out/resolved.json");
    expect([href, said]).toEqual(["aims:profile/iso-42001-starter", []]);
  });
});
