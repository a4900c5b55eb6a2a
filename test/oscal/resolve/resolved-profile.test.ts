import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { catalogControls, resolvedProfile, type ResolvedProfile } from "../../../src/oscal/resolved-profile.js";
import {
  alphabet,
  assessable,
  catalogText,
  documentOf,
  profileText,
  resolveFiles,
  resolveText,
} from "../../support/profiles.js";
import type { CatalogDocument } from "../../../src/oscal/model/generated/types.js";

const all = "imports: [{href: catalog.yaml, include-all: {}}]";

async function assessed(rest: string): Promise<ResolvedProfile> {
  return assessable(await resolveText(rest));
}

async function problemsOf(rest: string, files: Readonly<Record<string, string>> = {}): Promise<readonly Diagnostic[]> {
  const { value, problems } = resolvedProfile(await resolveText(rest, files));
  if (value) throw new Error("The profile can be assessed.");
  return problems;
}

describe("resolvedProfile", () => {
  it.each(["", "merge: {as-is: true}"])(
    "has all controls in catalog order, inner ones after their parents: %s",
    async (merge) => {
      const { controls } = await assessed(`${all}\n${merge}`);
      expect(controls.map(({ id }) => id)).toEqual(["r1", "a.1", "a.2", "a.2.1", "a.2.1.x", "a.2.2", "b.1", "b.2"]);
    },
  );

  it("has the parameters with their values and who set them", async () => {
    const { parameters } = await assessed(
      `${all}\nmodify:\n  set-parameters:\n  - {param-id: a_prm, values: ['5', '6']}\n  - {param-id: b_prm, label: B}`,
    );
    expect(
      [...parameters.values()].map(({ id, values, setBy }) => [id, values, setBy.document.file, setBy.pointer]),
    ).toEqual([
      ["loose", [], "catalog.yaml", "/catalog/params/0"],
      ["a_prm", ["5", "6"], "profile.yaml", "/profile/modify/set-parameters/0"],
      ["b_prm", [], "catalog.yaml", "/catalog/groups/1/groups/0/params/0"],
      ["a.1_prm", ["10"], "catalog.yaml", "/catalog/groups/0/controls/0/params/0"],
    ]);
    expect(parameters.get("b_prm")?.declaration).toEqual({ id: "b_prm", label: "B" });
  });

  it("names what it imports: catalogs as they stand, profiles as the catalogs they resolve to", async () => {
    const resolution = await resolveFiles({
      "top.yaml": profileText("imports: [{href: inner.yaml, include-all: {}}, {href: other.yaml, include-all: {}}]"),
      "inner.yaml": profileText("imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}]", 3),
      "catalog.yaml": alphabet,
      "other.yaml": catalogText("controls: [{id: x, title: X}]", 4),
    });
    const { profile, source, catalogs, sourceCatalogs, documents } = assessable(resolution);
    expect([profile.uuid, source.file]).toEqual([expect.stringMatching(/2$/), "top.yaml"]);
    expect(
      catalogs.map(({ href, catalog, source: from }) => [href, catalog.controls?.map(({ id }) => id), from.file]),
    ).toEqual([
      ["inner.yaml", ["a.1"], "inner.yaml"],
      ["other.yaml", ["x"], "other.yaml"],
    ]);
    expect(
      sourceCatalogs.map(({ catalog, source: from }) => [[...catalogControls(catalog)].length, from.file]),
    ).toEqual([
      [8, "catalog.yaml"],
      [1, "other.yaml"],
    ]);
    expect(documents.map(({ file }) => file)).toEqual(["top.yaml", "inner.yaml", "catalog.yaml", "other.yaml"]);
  });

  it("keeps what the catalog declares beside what profiles make of it, and names what differs", async () => {
    const { parameters } = await assessed(
      [
        all,
        "modify:",
        "  set-parameters:",
        "  - {param-id: a.1_prm, label: L, props: [{name: unit, value: week}]}",
        "  - {param-id: a_prm, values: ['5']}",
        "  alters: [{control-id: a.2, adds: [{params: [{id: mine, props: [{name: unit, value: day}]}]}]}]",
      ].join("\n"),
    );
    const of = (id: string): unknown => {
      const { declaration, original, redeclared = [] } = parameters.get(id) ?? {};
      return [
        declaration,
        original,
        redeclared.map(({ document, pointer, ...each }) => [each, document.file, pointer]),
      ];
    };
    expect(of("a.1_prm")).toEqual([
      { id: "a.1_prm", label: "L", values: ["10"], props: [{ name: "unit", value: "week" }] },
      { id: "a.1_prm", label: "Days", values: ["10"] },
      [[{ name: "unit" }, "profile.yaml", "/profile/modify/set-parameters/0/props/0"]],
    ]);
    expect(of("a_prm")).toEqual([{ id: "a_prm", label: "Of A", values: ["5"] }, { id: "a_prm", label: "Of A" }, []]);
    const mine = { id: "mine", props: [{ name: "unit", value: "day" }] };
    expect(of("mine")).toEqual([mine, mine, []]);
  });

  it("has every place that declares a parameter once", async () => {
    const group = "params: [{id: days, values: ['1']}]\n  controls: [{id: x, title: X}, {id: y, title: Y}]";
    const resolution = await resolveFiles({
      "profile.yaml": profileText(
        [
          "imports:",
          "- {href: one.yaml, include-controls: [{with-ids: [x]}]}",
          "- {href: one.yaml, include-controls: [{with-ids: [y]}]}",
          "- {href: two.yaml, include-all: {}}",
          "merge: {as-is: true}",
          "modify: {set-parameters: [{param-id: days, label: Days}]}",
        ].join("\n"),
      ),
      "one.yaml": catalogText(`groups:\n- title: Without an id\n  ${group}`),
      "two.yaml": catalogText("controls: [{id: z, title: Z, params: [{id: days, values: ['2']}]}]", 3),
    });
    const { parameters } = assessable(resolution);
    const { values, original, declarations } = parameters.get("days") ?? {};
    expect({
      values,
      original,
      declarations: declarations?.map(({ document, ...each }) => ({ file: document.file, ...each })),
    }).toEqual({
      values: ["1"],
      original: { id: "days", values: ["1"] },
      declarations: [
        { file: "two.yaml", pointer: "/catalog/controls/0/params/0", parameter: { id: "days", values: ["2"] } },
        { file: "one.yaml", pointer: "/catalog/groups/0/params/0", parameter: { id: "days", values: ["1"] } },
      ],
    });
  });

  it("names the setting that takes the values of a parameter away", async () => {
    const { parameters } = await assessed(
      `${all}\nmodify: {set-parameters: [{param-id: a.1_prm, select: {choice: [x]}}]}`,
    );
    const { values, setBy } = parameters.get("a.1_prm") ?? {};
    expect([values, setBy?.document.file, setBy?.pointer]).toEqual([
      [],
      "profile.yaml",
      "/profile/modify/set-parameters/0",
    ]);
  });

  it("passes warnings on that do not change what is assessed", async () => {
    const { value, problems } = resolvedProfile(
      await resolveText(
        "imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1]}], exclude-controls: [{with-ids: [b.2]}]}]",
      ),
    );
    expect(value?.controls.map(({ id }) => id)).toEqual(["a.1"]);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["profile-exclude-unused", "warning"]]);
  });

  it.each([
    ["imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1, c.9]}]}]", ["profile-unknown-control"]],
    [
      "imports: [{href: catalog.yaml, include-controls: [{matching: [{pattern: 'q*'}]}]}]",
      ["profile-pattern-unmatched"],
    ],
    ["imports: [{href: catalog.yaml}]", ["profile-selects-nothing"]],
    [
      "imports: [{href: catalog.yaml, include-all: {}}, {href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}]",
      ["profile-duplicate-control"],
    ],
    [
      `${all}\nmodify: {set-parameters: [{param-id: limt, values: ['1']}], alters: [{control-id: c.9}]}`,
      ["profile-unknown-parameter", "profile-alter-unknown-control"],
    ],
    ["imports: [{href: missing.yaml, include-all: {}}]", ["profile-import-unreachable"]],
  ])("is not there where something the profile means would not be assessed: %s", async (rest, codes) => {
    expect((await problemsOf(rest)).map(({ code, severity }) => [code, severity])).toEqual(
      codes.map((code) => [code, "error"]),
    );
  });
});

describe("catalogControls", () => {
  it("gives every control with its place", () => {
    const { catalog } = documentOf(alphabet, "c.yaml").value as CatalogDocument;
    expect([...catalogControls(catalog)].map(({ control, pointer }) => `${control.id} ${pointer}`)).toEqual([
      "r1 /catalog/controls/0",
      "a.1 /catalog/groups/0/controls/0",
      "a.2 /catalog/groups/0/controls/1",
      "a.2.1 /catalog/groups/0/controls/1/controls/0",
      "a.2.1.x /catalog/groups/0/controls/1/controls/0/controls/0",
      "a.2.2 /catalog/groups/0/controls/1/controls/1",
      "b.1 /catalog/groups/1/groups/0/controls/0",
      "b.2 /catalog/groups/1/groups/1/controls/0",
    ]);
  });
});
