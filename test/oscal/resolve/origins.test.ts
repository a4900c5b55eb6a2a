import { describe, expect, it } from "vitest";
import { originsOf } from "../../../src/oscal/resolve/origins.js";
import type { ProfileResolution } from "../../../src/oscal/resolve/resolve-profile.js";
import { originsText } from "../../../src/report/origins-text.js";
import { uuid } from "../chain.js";
import { catalogText, profileText, resolveFiles, resolveText } from "./documents.js";

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
    expect(originsText(originsOf(resolution, "z"))).toMatch(
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
    expect(originsText(originsOf(resolution, "y"))).toMatch(/^y {2}\(not in the resolved catalog\)\n/);
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
