import { describe, expect, it } from "vitest";
import { originsOf } from "../../../src/oscal/origins.js";
import type { ProfileResolution } from "../../../src/oscal/resolve.js";
import { uuid } from "../../support/documents.js";
import { catalogText, originText, profileText, resolveFiles, resolveText } from "../../support/profiles.js";

/** For each thing of the id: the pointer of the resolved catalog or "absent", then the steps as `action pointer item`. */
function why(resolution: ProfileResolution, id: string): string[][] {
  return originsOf(resolution, id).map(({ pointer = "absent", steps }) => [
    pointer,
    ...steps.map((step) => [step.action, step.pointer, step.property, step.item].filter(Boolean).join(" ")),
  ]);
}

/** The last step of the one thing of the id, which is not in the resolved catalog. */
function end(resolution: ProfileResolution, id: string): string | undefined {
  const [[place, ...steps] = [], ...others] = why(resolution, id);
  expect([place, others]).toEqual(["absent", []]);
  return steps.at(-1);
}

const custom = `imports: [{href: catalog.yaml, include-all: {}}]
merge:
  custom:
    groups:
    - id: own
      title: Own
      insert-controls:
      - include-controls: [{matching: [{pattern: 'a.*'}]}]
        exclude-controls: [{with-ids: [a.1]}]`;

describe("what a custom structure leaves out", () => {
  it("names the exclusion, or the structure that takes it nowhere, after the import", async () => {
    const resolution = await resolveText(custom);
    const imported = "imported /profile/imports/0/include-all";
    const excluded = "excluded /profile/merge/custom/groups/0/insert-controls/0/exclude-controls/0/with-ids/0";
    expect(why(resolution, "a.1")).toEqual([["absent", "defined /catalog/groups/0/controls/0", imported, excluded]]);
    expect(why(resolution, "a.1_smt.a")).toEqual([
      ["absent", "defined /catalog/groups/0/controls/0/parts/0/parts/0", imported, excluded],
    ]);
    expect(why(resolution, "r1")).toEqual([
      ["absent", "defined /catalog/controls/0", imported, "removed /profile/merge/custom no insert-controls takes it"],
    ]);
    expect(why(resolution, "b.inner")).toEqual([
      [
        "absent",
        "defined /catalog/groups/1/groups/0",
        "imported /profile/imports/0",
        "removed /profile/merge/custom no group here has this id",
      ],
    ]);
  });

  it("does not count what another insert-controls takes", async () => {
    const resolution = await resolveText(`${custom}\n      - include-controls: [{with-ids: [a.1]}]`);
    expect(why(resolution, "a.1")).toEqual([
      [
        "/catalog/groups/0/controls/1",
        "defined /catalog/groups/0/controls/0",
        "imported /profile/imports/0/include-all",
      ],
    ]);
  });
});

describe("what the structure or the finish leaves out", () => {
  it("names the structure for groups", async () => {
    const chosen = "imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}]";
    const none = "none of its controls is selected";
    expect(end(await resolveText(`${chosen}\nmerge: {as-is: true}`), "b.other")).toBe(
      `removed /profile/merge/as-is ${none}`,
    );
    expect(end(await resolveText(`${chosen}\nmerge: {flat: {}}`), "a")).toBe(
      "removed /profile/merge/flat a flat list has no groups",
    );
    expect(end(await resolveText(chosen), "b.inner")).toBe("removed /profile a flat list has no groups");
  });

  it("names the profile whose finish pruned what nothing refers to", async () => {
    const resolution = await resolveFiles({
      "top.yaml": profileText("imports: [{href: profile.yaml, include-all: {}}]", 7),
      "profile.yaml": profileText("imports: [{href: catalog.yaml, include-all: {}}]\nmerge: {as-is: true}"),
      "catalog.yaml": catalogText(`params: [{id: loose}]
controls: [{id: x, title: X}]
back-matter: {resources: [{uuid: ${uuid(91)}}]}`),
    });
    for (const [id, pointer] of [
      ["loose", "/catalog/params/0"],
      [uuid(91), "/catalog/back-matter/resources/0"],
    ] as const) {
      const [origin] = originsOf(resolution, id);
      expect(origin).toMatchObject({ id, steps: [{ pointer }, { file: "profile.yaml" }, { file: "profile.yaml" }] });
      expect(end(resolution, id)).toBe("removed /profile nothing refers to it");
    }
  });

  it("names the profile for roles and parties", async () => {
    const text = `profile:
  uuid: ${uuid(2)}
  metadata:
    title: T
    last-modified: '2026-01-01T00:00:00Z'
    version: '1'
    oscal-version: 1.2.2
    roles: [{id: creator, title: C}]
    parties: [{uuid: ${uuid(80)}, type: person}]
  imports: [{href: catalog.yaml, include-all: {}}]
`;
    const resolution = await resolveFiles({
      "profile.yaml": text,
      "catalog.yaml": catalogText("controls: [{id: x, title: X}]"),
    });
    expect(why(resolution, "creator")).toEqual([
      ["absent", "defined /profile/metadata/roles/0", "removed /profile nothing refers to it"],
    ]);
    expect(why(resolution, uuid(80))).toEqual([
      ["absent", "defined /profile/metadata/parties/0", "removed /profile nothing refers to it"],
    ]);
  });
});

describe("what has no id", () => {
  it("is found by its pointer in the resolved catalog", async () => {
    const resolution = await resolveText("imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}]");
    expect(why(resolution, "/catalog/controls/0/props/1")).toEqual([
      [
        "/catalog/controls/0/props/1",
        "defined /catalog/groups/0/controls/0/props/1",
        "imported /profile/imports/0/include-controls/0/with-ids/0",
      ],
    ]);
    expect(originText(resolution, "/catalog/metadata/title")).toMatch(
      /^\/catalog\/metadata\/title\n {2}defined in {5}profile\.yaml:\d+:\d+\n$/,
    );
    for (const nowhere of ["/catalog/controls/9", "/~", "/"]) expect(why(resolution, nowhere)).toEqual([]);
  });
});

describe("a uuid", () => {
  it("is the same in upper and lower case, present or left out", async () => {
    const [lower, other] = ["abcdefab-cdef-4abc-8def-abcdefabcdef", "abcdefab-cdef-4abc-8def-abcdefabcdee"];
    const resolution = await resolveText("imports: [{href: catalog.yaml, include-all: {}}]", {
      "catalog.yaml": catalogText(
        `controls: [{id: x, title: '#${lower}'}]\nback-matter: {resources: [{uuid: ${lower.toUpperCase()}}, {uuid: ${other}}]}`,
      ),
    });
    for (const id of [lower, lower.toUpperCase()]) {
      expect(why(resolution, id)).toEqual([
        ["/catalog/back-matter/resources/0", "defined /catalog/back-matter/resources/0", "imported /profile/imports/0"],
      ]);
    }
    expect(end(resolution, other.toUpperCase())).toBe("removed /profile nothing refers to it");
  });
});

describe("roles, parties, locations and groups", () => {
  const metadata =
    "uuid: UUID\n  metadata:\n    title: T\n    last-modified: '2026-01-01T00:00:00Z'\n    version: '1'\n    oscal-version: 1.2.2";
  const files = {
    "profile.yaml": `profile:
  ${metadata.replace("UUID", uuid(2))}
    roles: [{id: creator, title: Creator}, {id: g, title: Like the group}]
    locations: [{uuid: ${uuid(81)}, title: Here}]
    parties: [{uuid: ${uuid(80)}, type: person, name: Jo, location-uuids: [${uuid(81)}]}]
    responsible-parties: [{role-id: creator, party-uuids: [${uuid(80)}]}, {role-id: g, party-uuids: [${uuid(80)}]}]
  imports: [{href: catalog.yaml, include-controls: [{with-ids: [x]}]}]
  merge: {as-is: true}
`,
    "catalog.yaml": `catalog:
  ${metadata.replace("UUID", uuid(1))}
    roles:
    - {id: author, title: Author}
    - {id: kept, title: Kept, props: [{name: keep, value: always}]}
    - {id: x, title: Like the control}
  groups:
  - {id: g, title: G, controls: [{id: x, title: X}]}
  - {id: h, title: H, controls: [{id: y, title: Y}]}
`,
  };

  it("that are kept have their definition, what stands in the catalog before what its metadata has", async () => {
    const resolution = await resolveFiles(files);
    expect(resolution.diagnostics).toEqual([]);
    expect(why(resolution, "creator")).toEqual([["/catalog/metadata/roles/0", "defined /profile/metadata/roles/0"]]);
    expect(why(resolution, uuid(80))).toEqual([["/catalog/metadata/parties/0", "defined /profile/metadata/parties/0"]]);
    expect(why(resolution, uuid(81))).toEqual([
      ["/catalog/metadata/locations/0", "defined /profile/metadata/locations/0"],
    ]);
    expect(why(resolution, "kept")).toEqual([
      ["/catalog/metadata/roles/2", "defined /catalog/metadata/roles/1", "imported /profile/imports/0"],
    ]);
    expect(why(resolution, "g")).toEqual([
      ["/catalog/groups/0", "defined /catalog/groups/0", "imported /profile/imports/0"],
      ["/catalog/metadata/roles/1", "defined /profile/metadata/roles/1"],
    ]);
    expect(originText(resolution, uuid(80))).toMatch(new RegExp(`^${uuid(80)} {2}Jo\n {2}defined in`));
    expect(originText(resolution, "creator")).toMatch(/^creator {2}Creator\n {2}defined in/);
  });

  it("that are not kept have who left them out, or why nobody took them along", async () => {
    const resolution = await resolveFiles(files);
    expect(end(resolution, "h")).toBe("removed /profile/merge/as-is none of its controls is selected");
    expect(originsOf(resolution, "author")).toEqual([
      {
        id: "author",
        unkept: true,
        steps: [
          {
            action: "defined",
            file: "catalog.yaml",
            line: 9,
            column: 7,
            pointer: "/catalog/metadata/roles/0",
          },
        ],
      },
    ]);
    expect(originText(resolution, "author")).toMatch(
      /^author {2}\(not in the resolved catalog: of an import's metadata only roles and parties that say keep come along, with what these parties name\)\n/,
    );
    expect(why(resolution, "x")).toHaveLength(1);
  });

  it("are not left out where another import brings what has their id", async () => {
    const twice = (id: string): string => `{href: catalog.yaml, include-controls: [{with-ids: [${id}]}]}`;
    const resolution = await resolveFiles({
      "profile.yaml": profileText(`imports: [${twice("x")}, ${twice("y")}]\nmerge: {as-is: true}`),
      "catalog.yaml": files["catalog.yaml"],
    });
    expect(why(resolution, "g")).toEqual([
      ["/catalog/groups/0", "defined /catalog/groups/0", "imported /profile/imports/0"],
    ]);
    expect(why(resolution, "h")).toEqual([
      ["/catalog/groups/1", "defined /catalog/groups/1", "imported /profile/imports/1"],
    ]);
  });
});

describe("what another of its id displaced", () => {
  it("stands after what is in the resolved catalog, controls with their parameters", async () => {
    const resolution = await resolveText(
      `imports:
- {href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}
- {href: other.yaml, include-all: {}}
merge: {combine: {method: use-first}, flat: {}}`,
      { "other.yaml": catalogText("controls: [{id: a.1, title: Other, params: [{id: a.1_prm}]}]", 5) },
    );
    const displaced = [
      "imported /profile/imports/1/include-all",
      "removed /profile/merge/combine another control of this id comes first",
    ];
    const selected = "imported /profile/imports/0/include-controls/0/with-ids/0";
    expect(why(resolution, "a.1")).toEqual([
      ["/catalog/controls/0", "defined /catalog/groups/0/controls/0", selected],
      ["absent", "defined /catalog/controls/0", ...displaced],
    ]);
    expect(why(resolution, "a.1_prm")).toEqual([
      ["/catalog/controls/0/params/0", "defined /catalog/groups/0/controls/0/params/0", selected],
      ["absent", "defined /catalog/controls/0/params/0", ...displaced],
    ]);
  });

  it("is told of loose parameters and resources that differ, not of the same from two imports", async () => {
    const rest =
      "imports: [{href: catalog.yaml, include-all: {}}, {href: other.yaml, include-controls: [{with-ids: [y]}]}]";
    const one = (label: string, number: number): string =>
      catalogText(
        `params: [{id: p, label: ${label}}, {id: same}]
controls: [{id: ${number === 5 ? "y" : "x"}, title: '{{ insert: param, p }} {{ insert: param, same }} #${uuid(90)}'}]
back-matter: {resources: [{uuid: ${uuid(90)}, title: ${label}}]}`,
        number,
      );
    const resolution = await resolveText(rest, { "catalog.yaml": one("A", 1), "other.yaml": one("B", 5) });
    expect(why(resolution, "same")).toHaveLength(1);
    expect(why(resolution, "p")).toEqual([
      ["/catalog/params/0", "defined /catalog/params/0", "imported /profile/imports/0"],
      [
        "absent",
        "defined /catalog/params/0",
        "imported /profile/imports/1",
        "removed /profile/imports/1 another parameter of this id comes first",
      ],
    ]);
    expect(why(resolution, uuid(90)).map((each) => each.at(-1))).toEqual([
      "overridden /profile/imports/1/href",
      "removed /profile/imports/1/href a later one of this uuid takes its place",
    ]);
  });
});

describe("what nobody selects", () => {
  it("is said to be so, unless an imported profile selected it", async () => {
    const resolution = await resolveFiles({
      "top.yaml": profileText("imports: [{href: profile.yaml, include-controls: [{with-ids: [x]}]}]", 7),
      "profile.yaml": profileText("imports: [{href: catalog.yaml, include-controls: [{with-ids: [x, y]}]}]"),
      "catalog.yaml": catalogText(
        "controls: [{id: x, title: X}, {id: y, title: Y}, {id: z, title: Z, parts: [{id: z_smt, name: statement}]}]",
      ),
    });
    expect(originText(resolution, "z")).toMatch(
      /^z {2}\(not in the resolved catalog: nobody selects it\)\n {2}defined in +catalog\.yaml:4:\d+\n$/,
    );
    expect(originsOf(resolution, "z_smt")).toMatchObject([{ unselected: true, steps: [{ action: "defined" }] }]);
    expect(why(resolution, "y")).toEqual([
      [
        "absent",
        "defined /catalog/controls/1",
        "imported /profile/imports/0/include-controls/0/with-ids/1",
        "excluded /profile/imports/0 it is not included",
      ],
    ]);
    expect(originText(resolution, "y")).toMatch(/^y {2}\(not in the resolved catalog\)\n/);
  });

  it("is not told of an import where another one selects it", async () => {
    const resolution = await resolveFiles({
      "top.yaml": profileText(
        "imports: [{href: profile.yaml, include-controls: [{with-ids: [x]}]}, {href: profile.yaml, include-controls: [{with-ids: [y]}]}]",
        7,
      ),
      "profile.yaml": profileText("imports: [{href: catalog.yaml, include-all: {}}]"),
      "catalog.yaml": catalogText("controls: [{id: x, title: X}, {id: y, title: Y}]"),
    });
    expect(why(resolution, "x").map(([place]) => place)).toEqual(["/catalog/controls/0"]);
    expect(why(resolution, "y").map(([place]) => place)).toEqual(["/catalog/controls/1"]);
  });
});

describe("what an alteration adds", () => {
  it("shows props and links with the control or part that holds them", async () => {
    const resolution = await resolveText(`imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}]
modify:
  alters:
  - control-id: a.1
    adds:
    - {props: [{name: sort-id, value: x}], links: [{href: 'https://example.org'}]}
    - {by-id: a.1_gdn, props: [{name: label, value: y}]}`);
    const adds = "/profile/modify/alters/0/adds";
    const before = [
      "defined /catalog/groups/0/controls/0",
      "imported /profile/imports/0/include-controls/0/with-ids/0",
    ];
    expect(why(resolution, "a.1")).toEqual([
      [
        "/catalog/controls/0",
        ...before,
        `added ${adds}/0/props/0 prop sort-id`,
        `added ${adds}/0/links/0 link https://example.org`,
      ],
    ]);
    expect(why(resolution, "a.1_gdn")[0]?.at(-1)).toBe(`added ${adds}/1/props/0 prop label`);
    expect(resolution.provenance.of("/catalog/controls/0/title").map(({ action }) => action)).toEqual([
      "defined",
      "imported",
    ]);
    expect(resolution.provenance.of("/catalog/controls/0/links").map(({ item }) => item)).toEqual([
      undefined,
      undefined,
      "link https://example.org",
    ]);
  });
});
