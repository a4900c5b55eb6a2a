import { describe, expect, it } from "vitest";
import { catalogOf, catalogText, found, outline, resolveText } from "../../../support/profiles.js";

const importing = (rest: string): string => `imports:\n- {href: catalog.yaml, ${rest}}\nmerge: {as-is: true}`;

/** The controls that are selected, and the problems that are reported. */
async function selected(rest: string): Promise<{ outline: string; found: string[] }> {
  const resolution = await resolveText(importing(rest));
  return { outline: outline(catalogOf(resolution)), found: found(resolution) };
}

describe("an import selects", () => {
  it("all controls, at every level", async () => {
    expect(await selected("include-all: {}")).toEqual({
      outline: "r1 a(a.1 a.2(a.2.1(a.2.1.x) a.2.2)) b(b.inner(b.1) b.other(b.2))",
      found: [],
    });
  });

  it("by id, in the catalog's order, without the controls inside", async () => {
    expect(await selected("include-controls: [{with-ids: [b.2, a.2]}, {with-ids: [a.1, a.2]}]")).toEqual({
      outline: "a(a.1 a.2) b(b.other(b.2))",
      found: [],
    });
  });

  it.each([
    ["no", "a(a.2)"],
    ["yes", "a(a.2(a.2.1(a.2.1.x) a.2.2))"],
  ])("with the controls inside where it says so: %s", async (value, expected) => {
    const { outline: result } = await selected(
      `include-controls: [{with-child-controls: '${value}', with-ids: [a.2]}]`,
    );
    expect(result).toBe(expected);
  });

  it("controls whose parents are left out, in the place of these", async () => {
    expect(await selected("include-controls: [{with-ids: [a.2.1.x, a.2.2, a.1]}]")).toEqual({
      outline: "a(a.1 a.2.1.x a.2.2)",
      found: [],
    });
    expect((await selected("include-controls: [{with-ids: [a.2, a.2.1.x]}]")).outline).toBe("a(a.2(a.2.1.x))");
  });

  it("by pattern", async () => {
    expect(await selected("include-controls: [{matching: [{pattern: '?.2'}, {pattern: 'a.2.[!1]'}]}]")).toEqual({
      outline: "a(a.2(a.2.2)) b(b.other(b.2))",
      found: [],
    });
    expect(
      (await selected("include-controls: [{with-child-controls: 'yes', matching: [{pattern: '*.2.1'}]}]")).outline,
    ).toBe("a(a.2.1(a.2.1.x))");
  });

  it("nothing that is also excluded, whichever is more exact", async () => {
    expect(
      await selected("include-controls: [{with-ids: [a.1, a.2]}], exclude-controls: [{matching: [{pattern: 'a.1*'}]}]"),
    ).toEqual({
      outline: "a(a.2)",
      found: [],
    });
    expect(
      await selected(
        "include-all: {}, exclude-controls: [{with-ids: [a.2]}, {with-child-controls: 'yes', with-ids: [a.2.1]}]",
      ),
    ).toEqual({
      outline: "r1 a(a.1 a.2.2) b(b.inner(b.1) b.other(b.2))",
      found: [],
    });
  });

  it("what is inside an excluded control where only that is included", async () => {
    expect(
      await selected(
        "include-controls: [{with-child-controls: 'yes', with-ids: [a.2]}], exclude-controls: [{with-ids: [a.2]}]",
      ),
    ).toEqual({
      outline: "a(a.2.1(a.2.1.x) a.2.2)",
      found: [],
    });
  });
});

describe("instructions that select nothing are reported", () => {
  it("ids that the catalog does not have, with the one that was meant", async () => {
    const resolution = await resolveText(importing("include-controls: [{with-ids: [a.1, a.21, nonsense]}]"));
    expect(found(resolution)).toEqual([
      'profile.yaml:5 warning profile-unknown-control: There is no control "a.21" in "catalog.yaml".',
      'profile.yaml:5 warning profile-unknown-control: There is no control "nonsense" in "catalog.yaml".',
    ]);
    expect(resolution.diagnostics.map(({ pointer, fix }) => [pointer, fix])).toEqual([
      ["/profile/imports/0/include-controls/0/with-ids/1", 'Did you mean "a.1"?'],
      ["/profile/imports/0/include-controls/0/with-ids/2", "Name a control by its id, or remove it here."],
    ]);
    expect(outline(catalogOf(resolution))).toBe("a(a.1)");
  });

  it("the id of a group, with how its controls are selected", async () => {
    const resolution = await resolveText(importing("include-controls: [{with-ids: [a]}]"));
    expect(resolution.diagnostics.map(({ pointer, message, fix }) => [pointer, message, fix])).toEqual([
      [
        "/profile/imports/0/include-controls/0/with-ids/0",
        '"a" is a group in "catalog.yaml", not a control: a profile selects controls by their own ids.',
        'Select with "matching" and the pattern "a.*", or list the ids under "with-ids": a.1, a.2, a.2.1, a.2.1.x, a.2.2.',
      ],
    ]);
  });

  it("the id of a group whose controls no pattern tells from others, or that holds none", async () => {
    const catalog = catalogText(`groups:
- {id: mixed, title: M, controls: [{id: x-1, title: A}, {id: y-1, title: B}]}
- {id: near, title: N, controls: [{id: x-2, title: C}, {id: x-3, title: D}]}
- {id: bare, title: B}`);
    const resolution = await resolveText(importing("include-controls: [{with-ids: [mixed, near, bare, x-1]}]"), {
      "catalog.yaml": catalog,
    });
    expect(resolution.diagnostics.map(({ fix }) => fix)).toEqual([
      'List the ids of its controls under "with-ids": x-1, y-1.',
      'List the ids of its controls under "with-ids": x-2, x-3.',
      "Remove it: the group holds no control.",
    ]);
  });

  it("patterns that match nothing, and those that are not there", async () => {
    expect(await selected("include-controls: [{matching: [{pattern: 'c.*'}, {}, {pattern: a.1}]}]")).toEqual({
      outline: "a(a.1)",
      found: [
        'profile.yaml:5 warning profile-pattern-unmatched: The pattern "c.*" matches no control of "catalog.yaml".',
        "profile.yaml:5 warning profile-pattern-missing: There is no pattern here, so nothing matches.",
      ],
    });
  });

  it("exclusions of what is not included", async () => {
    expect(
      await selected(
        "include-controls: [{with-ids: [a.1]}], exclude-controls: [{with-ids: [b.2, b.3], matching: [{pattern: 'b.*'}]}]",
      ),
    ).toEqual({
      outline: "a(a.1)",
      found: [
        'profile.yaml:5 warning profile-exclude-unused: The control "b.2" is excluded but was not included.',
        'profile.yaml:5 warning profile-unknown-control: There is no control "b.3" in "catalog.yaml".',
        'profile.yaml:5 warning profile-pattern-unmatched: The pattern "b.*" excludes none of the controls that are included from "catalog.yaml".',
      ],
    });
  });

  it("imports and selections without a selection", async () => {
    const resolution = await resolveText("imports: [{href: catalog.yaml}]");
    expect(found(resolution)).toEqual([
      'profile.yaml:4 warning profile-selects-nothing: Nothing is selected from "catalog.yaml": there is neither include-all nor include-controls.',
    ]);
    expect(catalogOf(resolution).controls).toBeUndefined();
    expect((await selected("include-controls: [{with-child-controls: 'yes'}]")).found).toEqual([
      "profile.yaml:5 warning profile-selects-nothing: This selection names no control: it has neither with-ids nor matching.",
    ]);
  });

  it("up to a number that can be read; the rest is counted", async () => {
    const ids = Array.from({ length: 150 }, (_, number) => `x${String(number)}`).join(", ");
    const { diagnostics } = await resolveText(importing(`include-controls: [{with-ids: [${ids}]}]`));
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)).toEqual({
      code: "profile-more-problems",
      severity: "info",
      message: "50 more warnings about this profile are not shown.",
      file: "profile.yaml",
      fix: "Correct those that are shown first.",
    });
  });
});
