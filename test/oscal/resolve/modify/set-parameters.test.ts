import { describe, expect, it } from "vitest";
import type { Parameter } from "../../../../src/oscal/model/generated/types.js";
import { catalogOf, catalogText, controlOf, found, resolveText } from "../../../support/profiles.js";

const target = `controls:
- id: x
  title: X
  params:
  - id: p
    class: old
    depends-on: other
    props: [{name: label, value: a}, {name: label, class: c, value: b}, {name: sort, ns: 'https://example.org', value: z}]
    links: [{href: '#q', rel: related}, {href: '#r'}]
    label: Old
    usage: Old use
    constraints: [{description: Old constraint}]
    guidelines: [{prose: Old guideline}]
    values: [one, two]
    remarks: Kept
  - {id: q, select: {how-many: one, choice: [yes, no]}}
  - {id: r}`;

async function set(...settings: string[]): Promise<{ params: Record<string, Parameter>; found: string[] }> {
  const resolution = await resolveText(
    `imports: [{href: c.yaml, include-all: {}}]\nmodify:\n  set-parameters:\n${settings.map((each) => `  - ${each}`).join("\n")}`,
    { "c.yaml": catalogText(target) },
  );
  const params = controlOf(resolution, "x").params ?? [];
  return { params: Object.fromEntries(params.map((each) => [each.id, each])), found: found(resolution) };
}

describe("set-parameter", () => {
  it("replaces class, depends-on, label, usage and values, and leaves alone what it does not name", async () => {
    const { params, found: problems } = await set(
      "{param-id: p, class: new, depends-on: q, label: New, usage: New use, values: [three]}",
    );
    expect(problems).toEqual([]);
    expect(params["p"]).toEqual({
      id: "p",
      class: "new",
      "depends-on": "q",
      props: [
        { name: "label", value: "a" },
        { name: "label", class: "c", value: "b" },
        { name: "sort", ns: "https://example.org", value: "z" },
      ],
      links: [{ href: "#q", rel: "related" }, { href: "#r" }],
      label: "New",
      usage: "New use",
      constraints: [{ description: "Old constraint" }],
      guidelines: [{ prose: "Old guideline" }],
      values: ["three"],
      remarks: "Kept",
    });
    expect(params["r"]).toEqual({ id: "r" });
  });

  it("adds to constraints and guidelines", async () => {
    const { params } = await set(
      "{param-id: p, constraints: [{description: New}], guidelines: [{prose: New}]}",
      "{param-id: r, guidelines: [{prose: First}]}",
    );
    expect(params["p"]?.constraints).toEqual([{ description: "Old constraint" }, { description: "New" }]);
    expect(params["p"]?.guidelines).toEqual([{ prose: "Old guideline" }, { prose: "New" }]);
    expect(params["r"]).toEqual({ id: "r", guidelines: [{ prose: "First" }] });
  });

  it("replaces props and links that are the same, and adds the others", async () => {
    const { params } = await set(
      "{param-id: p, props: [{name: label, ns: 'http://csrc.nist.gov/ns/oscal', value: new}, {name: sort, value: own}], links: [{href: '#q', rel: related, text: New}, {href: '#q'}]}",
    );
    expect(params["p"]?.props).toEqual([
      { name: "label", class: "c", value: "b" },
      { name: "sort", ns: "https://example.org", value: "z" },
      { name: "label", ns: "http://csrc.nist.gov/ns/oscal", value: "new" },
      { name: "sort", value: "own" },
    ]);
    expect(params["p"]?.links).toEqual([{ href: "#r" }, { href: "#q", rel: "related", text: "New" }, { href: "#q" }]);
  });

  it("takes the selection away where it gives values, and the other way round, since the model has one or the other", async () => {
    const { params, found: problems } = await set(
      "{param-id: q, values: ['yes']}",
      "{param-id: p, select: {choice: [a]}}",
    );
    expect(params["q"]).toEqual({ id: "q", values: ["yes"] });
    expect(params["p"]?.values).toBeUndefined();
    expect(params["p"]?.select).toEqual({ choice: ["a"] });
    expect(problems).toEqual([
      'profile.yaml:7 info profile-parameter-alternative: The parameter "q" is given values and loses its select: OSCAL has one or the other.',
      'profile.yaml:8 info profile-parameter-alternative: The parameter "p" is given select and loses its values: OSCAL has one or the other.',
    ]);
  });

  it("is carried out as often as it is there, in order, with a warning", async () => {
    const { params, found: problems } = await set(
      "{param-id: r, values: ['1'], label: L}",
      "{param-id: r, values: ['2']}",
    );
    expect(params["r"]).toEqual({ id: "r", label: "L", values: ["2"] });
    expect(problems).toEqual([
      'profile.yaml:8 warning profile-parameter-set-twice: The parameter "r" is set already, in line 7; where both give a value, this one is used.',
    ]);
  });

  it("of a parameter that is not there is reported and skipped", async () => {
    const { params, found: problems } = await set("{param-id: pp, values: ['1']}", "{param-id: r, values: ['2']}");
    expect(params["r"]?.values).toEqual(["2"]);
    expect(problems).toEqual([
      'profile.yaml:7 warning profile-unknown-parameter: No selected control declares the parameter "pp".',
    ]);
  });

  it("of a parameter whose control is not selected says so, and offers no other one", async () => {
    const resolution = await resolveText(
      "imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.2]}]}]\nmodify: {set-parameters: [{param-id: a.1_prm, values: ['1']}]}",
    );
    expect(resolution.diagnostics.map(({ code, message, fix }) => [code, message, fix])).toEqual([
      [
        "profile-unknown-parameter",
        'The parameter "a.1_prm" is that of the control "a.1" of "catalog.yaml", which no import selects.',
        'Select "a.1" in the import, or remove the setting.',
      ],
    ]);
  });

  it("reaches parameters of groups and of the catalog, which then stay though nothing refers to them", async () => {
    const resolution = await resolveText(
      "imports: [{href: catalog.yaml, include-all: {}}]\nmerge: {as-is: true}\nmodify: {set-parameters: [{param-id: unread, values: [u]}, {param-id: a_unread, values: [v]}, {param-id: b_prm, values: [w]}]}",
    );
    expect(catalogOf(resolution).params).toEqual([
      { id: "loose", label: "Loose" },
      { id: "unread", label: "Unread", values: ["u"] },
    ]);
    expect(catalogOf(resolution).groups?.[0]?.params).toEqual([
      { id: "a_prm", label: "Of A" },
      { id: "a_unread", values: ["v"] },
    ]);
    expect(catalogOf(resolution).groups?.[1]?.groups?.[0]?.params).toEqual([{ id: "b_prm", values: ["w"] }]);
  });

  it("reaches every control of an id that is kept more than once", async () => {
    const resolution = await resolveText(
      "imports: [{href: c.yaml, include-all: {}}, {href: c.yaml, include-all: {}}]\nmodify: {set-parameters: [{param-id: r, values: ['1']}]}",
      { "c.yaml": catalogText(target) },
    );
    expect(catalogOf(resolution).controls?.map(({ params }) => params?.at(-1))).toEqual([
      { id: "r", values: ["1"] },
      { id: "r", values: ["1"] },
    ]);
  });

  it("knows no parameter by the name of what every object has", async () => {
    expect((await set("{param-id: __proto__, values: ['1']}", "{param-id: constructor, values: ['1']}")).found).toEqual(
      [
        'profile.yaml:7 warning profile-unknown-parameter: No selected control declares the parameter "__proto__".',
        'profile.yaml:8 warning profile-unknown-parameter: No selected control declares the parameter "constructor".',
      ],
    );
  });
});
