import { describe, expect, it } from "vitest";
import { catalogOf, found, outline, resolveText } from "../../../support/profiles.js";

const custom = (rest: string, imports = "{href: catalog.yaml, include-all: {}}"): string =>
  `imports: [${imports}]\nmerge:\n  custom:\n${rest.replace(/^/gm, "    ")}`;

describe("a custom structure", () => {
  it("has the groups of the profile, with what it inserts, and nothing else", async () => {
    const resolution = await resolveText(
      custom(`groups:
- id: first
  title: First things
  props: [{name: label, value: '1'}]
  groups:
  - {id: two, title: Two, insert-controls: [{include-controls: [{with-ids: [b.2, a.1]}]}]}
  - {id: inner, title: Inner, insert-controls: [{include-controls: [{matching: [{pattern: 'b.*'}]}], exclude-controls: [{with-ids: [b.2]}]}]}
insert-controls: [{include-controls: [{with-ids: [r1]}]}]`),
    );
    expect(found(resolution)).toEqual([]);
    expect(outline(catalogOf(resolution))).toBe("r1 first(two(a.1 b.2) inner(b.1))");
    const [group] = catalogOf(resolution).groups ?? [];
    expect({ title: group?.title, props: group?.props, keys: Object.keys(group ?? {}).sort() }).toEqual({
      title: "First things",
      props: [{ name: "label", value: "1" }],
      keys: ["groups", "id", "props", "title"],
    });
    expect(catalogOf(resolution).params).toEqual([
      { id: "loose", label: "Loose" },
      { id: "a_prm", label: "Of A" },
      { id: "b_prm" },
    ]);
  });

  it.each([
    ["keep", "r1 a.1 a.2(a.2.1(a.2.1.x) a.2.2) b.1 b.2"],
    ["ascending", "a.1 a.2(a.2.1(a.2.1.x) a.2.2) b.1 b.2 r1"],
    ["descending", "r1 b.2 b.1 a.2(a.2.2 a.2.1(a.2.1.x)) a.1"],
  ])("puts what it inserts in the order %s, at every level", async (order, expected) => {
    const resolution = await resolveText(custom(`insert-controls: [{order: ${order}, include-all: {}}]`));
    expect(outline(catalogOf(resolution))).toBe(expected);
  });

  it("sorts controls that are lifted out of others with those they come to stand beside", async () => {
    const resolution = await resolveText(
      custom("insert-controls: [{order: descending, include-controls: [{with-ids: [a.2.1, a.2.2, a.1, b.2]}]}]"),
    );
    expect(outline(catalogOf(resolution))).toBe("b.2 a.2.2 a.2.1 a.1");
  });

  it("has the parameter of a group once, though two imports bring the group", async () => {
    const resolution = await resolveText(
      custom(
        "groups: [{id: a, title: Group A, insert-controls: [{include-all: {}}]}]",
        "{href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}, {href: catalog.yaml, include-controls: [{with-ids: [a.2]}]}",
      ),
    );
    const { params, groups } = catalogOf(resolution);
    expect([params, groups?.map(({ id, params: own }) => [id, own])]).toEqual([
      undefined,
      [["a", [{ id: "a_prm", label: "Of A" }]]],
    ]);
    expect(resolution.provenance.absencesOf("a")).toEqual([]);
  });

  it("has the parameter that the profile declares, without a warning about the imported ones", async () => {
    const resolution = await resolveText(
      custom(
        "groups: [{id: a, title: Group A, params: [{id: a_prm, label: Own}], insert-controls: [{include-all: {}}]}]",
        "{href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}, {href: catalog.yaml, include-controls: [{with-ids: [a.2]}]}",
      ),
    );
    expect(found(resolution)).toEqual([]);
    const { params, groups } = catalogOf(resolution);
    expect([params, groups?.[0]?.params]).toEqual([undefined, [{ id: "a_prm", label: "Own" }]]);
  });

  it("takes over what an imported group of the same id holds", async () => {
    const resolution = await resolveText(
      custom(`groups:
- id: a
  title: New title
  params: [{id: a_prm, label: Replaced}, {id: new_prm}]
  props: [{name: other, value: x}]
  insert-controls: [{include-controls: [{with-ids: [a.1]}]}]`),
    );
    expect(found(resolution)).toEqual([
      'profile.yaml:9 info profile-group-title: The imported group "a" is titled "Group A"; the title given here is used.',
    ]);
    const [group] = catalogOf(resolution).groups ?? [];
    expect({ ...group, controls: group?.controls?.map(({ id }) => id) }).toEqual({
      controls: ["a.1"],
      id: "a",
      title: "New title",
      params: [{ id: "a_prm", label: "Replaced" }, { id: "new_prm" }],
      props: [
        { name: "label", value: "A" },
        { name: "other", value: "x" },
      ],
    });
    expect(catalogOf(resolution).params).toEqual(undefined);
  });

  it("leaves out what it does not insert", async () => {
    const resolution = await resolveText(
      custom("insert-controls: [{include-controls: [{with-child-controls: 'yes', with-ids: [a.2.1]}]}]"),
    );
    expect(outline(catalogOf(resolution))).toBe("a.2.1(a.2.1.x)");
  });

  it("reports instructions that insert nothing, and controls that are inserted twice", async () => {
    const resolution = await resolveText(
      custom(`insert-controls:
- {include-controls: [{with-ids: [b.2, c.1]}]}
- {include-controls: [{matching: [{pattern: 'c*'}]}]}
- {include-controls: [{with-ids: [b.2]}]}
- {}`),
    );
    expect(found(resolution)).toEqual([
      'profile.yaml:8 warning profile-unknown-control: There is no control "c.1" in the controls that are imported.',
      'profile.yaml:9 warning profile-pattern-unmatched: The pattern "c*" matches no control of the controls that are imported.',
      'profile.yaml:10 warning profile-control-inserted-twice: The control "b.2" is inserted here a second time, so that its id means several controls.',
      "profile.yaml:11 warning profile-selects-nothing: Nothing is selected from the controls that are imported: there is neither include-all nor include-controls.",
    ]);
    expect(outline(catalogOf(resolution))).toBe("b.2 b.2");
  });

  it("inserts only what is imported, in the order of the imports", async () => {
    const resolution = await resolveText(
      custom(
        "insert-controls: [{include-all: {}}]",
        "{href: catalog.yaml, include-controls: [{with-ids: [b.2]}]}, {href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}",
      ),
    );
    expect(outline(catalogOf(resolution))).toBe("b.2 a.1");
  });

  it("keeps groups that stay empty, since the profile declares them", async () => {
    expect(outline(catalogOf(await resolveText(custom("groups: [{id: empty, title: E}]"))))).toBe("empty");
  });

  it("changes what it inserts in each place apart", async () => {
    const resolution = await resolveText(
      `${custom(`groups:
- {id: x, title: X, insert-controls: [{include-controls: [{with-ids: [b.2]}]}]}
- {id: y, title: Y, insert-controls: [{include-controls: [{with-ids: [b.2]}]}]}`)}\nmodify: {alters: [{control-id: b.2, adds: [{props: [{name: label, value: n}]}]}]}`,
    );
    const props = [{ name: "label", value: "n" }];
    expect(catalogOf(resolution).groups?.map(({ controls }) => controls)).toEqual([
      [{ id: "b.2", title: "B two", props }],
      [{ id: "b.2", title: "B two", props }],
    ]);
  });
});
