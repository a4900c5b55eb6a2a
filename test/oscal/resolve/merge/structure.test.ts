import { describe, expect, it } from "vitest";
import { catalogOf, catalogText, found, outline, resolveText } from "../../../support/profiles.js";

const all = "imports: [{href: catalog.yaml, include-all: {}}]\n";

describe("without a structure, or flat", () => {
  it.each(["", "merge: {flat: {}}", "merge: {combine: {method: keep}}"])(
    "there are no groups, no controls in controls, and loose parameters stand in the catalog: %s",
    async (merge) => {
      const catalog = catalogOf(await resolveText(all + merge));
      expect(outline(catalog)).toBe("r1 a.1 a.2 a.2.1 a.2.1.x a.2.2 b.1 b.2");
      expect(catalog.groups).toBeUndefined();
      expect(catalog.params).toEqual([
        { id: "loose", label: "Loose" },
        { id: "a_prm", label: "Of A" },
        { id: "b_prm" },
      ]);
    },
  );
});

describe("as-is", () => {
  it("keeps groups that hold a selected control, with all else in them, and drops the others", async () => {
    const catalog = catalogOf(
      await resolveText(
        "imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1, b.2]}]}]\nmerge: {as-is: true}",
      ),
    );
    expect(outline(catalog)).toBe("a(a.1) b(b.other(b.2))");
    const [group] = catalog.groups ?? [];
    expect({ ...group, controls: [] }).toEqual({
      id: "a",
      title: "Group A",
      params: [{ id: "a_prm", label: "Of A" }],
      props: [{ name: "label", value: "A" }],
      controls: [],
    });
  });

  it("puts parameters of dropped groups into the catalog where something refers to them", async () => {
    const resolution = await resolveText(
      "imports: [{href: c.yaml, include-controls: [{with-ids: [x]}]}]\nmerge: {as-is: true}",
      {
        "c.yaml": catalogText(`groups:
- {id: g, title: G, controls: [{id: x, title: X, parts: [{name: statement, prose: "{{ insert: param, h_prm }}"}]}]}
- {id: h, title: H, params: [{id: h_prm}, {id: h_unread}], controls: [{id: y, title: Y}]}`),
      },
    );
    expect(catalogOf(resolution).params).toEqual([{ id: "h_prm" }]);
  });

  it("keeps an empty group that says keep=always, and no other", async () => {
    const resolution = await resolveText("imports: [{href: c.yaml, include-all: {}}]\nmerge: {as-is: true}", {
      "c.yaml": catalogText(`groups:
- {id: g, title: G, props: [{name: keep, value: always}]}
- {id: h, title: H}
- {id: i, title: I, props: [{name: keep, value: never}, {name: keep, ns: 'https://example.org', value: always}]}`),
    });
    expect(outline(catalogOf(resolution))).toBe("g");
  });

  it("false is taken as flat, with a warning", async () => {
    const resolution = await resolveText(`${all}merge: {as-is: false}`);
    expect(found(resolution)).toEqual([
      'profile.yaml:5 warning profile-as-is-false: "as-is": false has no defined meaning; the controls are listed flat.',
    ]);
    expect(catalogOf(resolution).groups).toBeUndefined();
  });

  it("makes one group of those that two imports bring with one id", async () => {
    const resolution = await resolveText(
      "imports:\n- {href: catalog.yaml, include-controls: [{with-ids: [a.2, b.1]}]}\n- {href: catalog.yaml, include-controls: [{with-ids: [a.1, b.2]}]}\nmerge: {as-is: true}",
    );
    expect(found(resolution)).toEqual([]);
    expect(outline(catalogOf(resolution))).toBe("a(a.2 a.1) b(b.inner(b.1) b.other(b.2))");
    expect(catalogOf(resolution).groups?.[0]?.params).toEqual([{ id: "a_prm", label: "Of A" }]);
  });

  it("keeps the text of the first of two different groups with one id, with a warning; groups without id stay apart", async () => {
    const resolution = await resolveText(
      "imports:\n- {href: c.yaml, include-all: {}}\n- {href: d.yaml, include-all: {}}\nmerge: {as-is: true}",
      {
        "c.yaml": catalogText(
          "groups: [{id: g, title: One, controls: [{id: x, title: X}]}, {title: Same, controls: [{id: p, title: P}]}]",
          5,
        ),
        "d.yaml": catalogText(
          "groups: [{id: g, title: Two, controls: [{id: y, title: Y}]}, {title: Same, controls: [{id: q, title: Q}]}]",
          6,
        ),
      },
    );
    expect(found(resolution)).toEqual([
      'profile.yaml:6 warning profile-group-clash: Two imports bring different groups with the id "g"; its title and text are those of the first.',
    ]);
    expect(outline(catalogOf(resolution))).toBe("g(x y) Same(p) Same(q)");
    expect(catalogOf(resolution).groups?.[0]?.title).toBe("One");
  });
});

describe("loose parameters", () => {
  it("of one id are there once; different ones are reported", async () => {
    const other = (label: string, number: number): string =>
      catalogText(
        `params: [{id: p, label: ${label}}]\ncontrols: [{id: x${String(number)}, title: X, parts: [{name: statement, prose: "{{ insert: param, p }}"}]}]`,
        number,
      );
    const resolution = await resolveText(
      "imports:\n- {href: c.yaml, include-all: {}}\n- {href: d.yaml, include-all: {}}\n- {href: e.yaml, include-all: {}}",
      { "c.yaml": other("One", 5), "d.yaml": other("One", 6), "e.yaml": other("Two", 7) },
    );
    expect(catalogOf(resolution).params).toEqual([{ id: "p", label: "One" }]);
    expect(found(resolution)).toEqual([
      'profile.yaml:7 warning profile-loose-parameter-clash: Two imports declare different parameters "p" that belong to no control; the first is used.',
    ]);
  });
});

describe("parameters of a group", () => {
  const catalog = (label: string): string =>
    catalogText(
      `groups:\n- {id: g, title: G, params: [{id: p, label: ${label}}], controls: [{id: x, title: '{{ insert: param, p }}'}]}\n- {id: h, title: H, controls: [{id: y, title: '{{ insert: param, p }}'}]}`,
      5,
    );
  const imports =
    "imports:\n- {href: c.yaml, include-controls: [{with-ids: [x]}]}\n- {href: d.yaml, include-controls: [{with-ids: [y]}]}\nmerge: {as-is: true}";

  it("are there once where one import takes the group and the other does not", async () => {
    const resolution = await resolveText(imports, { "c.yaml": catalog("One"), "d.yaml": catalog("One") });
    expect(found(resolution)).toEqual([]);
    const { params, groups } = catalogOf(resolution);
    expect([params, groups?.map(({ id, params: own }) => [id, own])]).toEqual([
      undefined,
      [
        ["g", [{ id: "p", label: "One" }]],
        ["h", undefined],
      ],
    ]);
  });

  it("stand for another of their id, with a warning", async () => {
    const resolution = await resolveText(imports, { "c.yaml": catalog("One"), "d.yaml": catalog("Two") });
    expect(catalogOf(resolution).params).toBeUndefined();
    expect(found(resolution)).toEqual([
      'profile.yaml:6 warning profile-loose-parameter-clash: Two imports declare different parameters "p" that belong to no control; the one in a group is used.',
    ]);
    expect(resolution.provenance.absencesOf("p").map((steps) => steps.at(-1))).toEqual([
      expect.objectContaining({ action: "removed", item: "a group has another parameter of this id" }),
    ]);
  });

  it("become loose where no import takes their group", async () => {
    const resolution = await resolveText(imports.replace("[x]", "[y]"), {
      "c.yaml": catalog("One"),
      "d.yaml": catalogText("controls: [{id: y, title: Y}]", 6),
    });
    expect(catalogOf(resolution).params).toEqual([{ id: "p", label: "One" }]);
  });
});

describe("two structures", () => {
  it("are an error", async () => {
    const resolution = await resolveText(`${all}merge: {as-is: true, custom: {}}`);
    expect(resolution.document).toBeUndefined();
    expect(found(resolution)).toEqual([
      "profile.yaml:5 error profile-structure-ambiguous: The merge asks for more than one structure: as-is and custom.",
    ]);
  });
});
