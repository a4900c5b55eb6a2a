import { describe, expect, it } from "vitest";
import { aimsNamespace } from "../../src/oscal/properties.js";
import { isForRules, redeclarations, typeClash, typedValue } from "../../src/assessment/scope/parameter-value.js";
import type { Parameter, Property } from "../../src/oscal/model/generated/types.js";
import type { ParameterDeclaration } from "../../src/oscal/resolved-profile.js";
import { readYaml } from "../../src/source/yaml.js";

function declared(props: Readonly<Record<string, string>>, ns = aimsNamespace): Parameter {
  return { id: "limit", props: Object.entries(props).map(([name, value]): Property => ({ name, ns, value })) };
}

describe("typedValue", () => {
  const bounds = { "value-type": "days", minimum: "10", maximum: "20" };

  it.each(["10", "15", "20"])("takes a number between the bounds: %s", (text) => {
    expect(typedValue({ original: declared(bounds), values: [text] })).toEqual({ value: Number(text) });
  });

  it.each([
    ["9", "minimum", "10"],
    ["21", "maximum", "20"],
  ])("refuses a number beyond the bounds: %s", (value, bound, limit) => {
    expect(typedValue({ original: declared(bounds), values: [value] })).toEqual({
      fault: { kind: "out-of-bounds", value, bound, limit },
    });
  });

  it.each(["ten", "abc", "1.5", "-1", "", "1e2"])("refuses a bound that is not a whole number: %s", (bound) => {
    for (const name of ["minimum", "maximum"]) {
      expect(typedValue({ original: declared({ "value-type": "integer", [name]: bound }), values: ["5"] })).toEqual({
        fault: { kind: "bad-bound", bound: name, limit: bound },
      });
    }
  });
});

describe("isForRules", () => {
  it("is so where the declaration has a value type in the namespace of aims", () => {
    expect(isForRules({ original: declared({ "value-type": "days" }) })).toBe(true);
    expect(isForRules({ original: declared({ "value-type": "days" }, "https://example.org") })).toBe(false);
    expect(isForRules({ original: { id: "limit" } })).toBe(false);
  });
});

describe("redeclarations", () => {
  it("are those of the props that say which values there may be", () => {
    const [read] = readYaml("a: b\n", "profile.yaml");
    if (!read?.document) throw new Error("The fixture is no YAML.");
    const place = { document: read.document, pointer: "/a" };
    const changes = ["value-type", "choice", "minimum", "maximum"].map((name) => ({
      name,
      ns: aimsNamespace,
      ...place,
    }));
    const others = [
      { name: "remark", ns: aimsNamespace, ...place },
      { name: "maximum", ...place },
      { name: "maximum", ns: "https://example.org", ...place },
    ];
    expect(redeclarations({ redeclared: [...others, ...changes] })).toEqual(changes);
  });
});

describe("typeClash", () => {
  const [read] = readYaml("a: b\n", "catalog.yaml");
  if (!read?.document) throw new Error("The fixture is no YAML.");
  const { document } = read;
  const declaration = (pointer: string, type?: string, ns = aimsNamespace): ParameterDeclaration => ({
    document,
    pointer,
    parameter: type === undefined ? { id: "limit" } : declared({ "value-type": type }, ns),
  });

  it("is the first declaration and the next one of another type", () => {
    const declarations = [
      declaration("/0", "days"),
      declaration("/1", "days"),
      declaration("/2", "date"),
      declaration("/3"),
    ];
    expect(typeClash({ declarations })).toEqual({
      first: { ...declarations[0], type: "days" },
      other: { ...declarations[2], type: "date" },
    });
    expect(typeClash({ declarations: [declaration("/0"), declaration("/1", "list")] })).toEqual({
      first: { ...declaration("/0"), type: undefined },
      other: { ...declaration("/1", "list"), type: "list" },
    });
  });

  it("is none among declarations of one type, or of none in the namespace of aims", () => {
    expect(typeClash({ declarations: [] })).toBeUndefined();
    expect(typeClash({ declarations: [declaration("/0", "days"), declaration("/1", "days")] })).toBeUndefined();
    expect(
      typeClash({ declarations: [declaration("/0"), declaration("/1", "days", "https://example.org")] }),
    ).toBeUndefined();
  });
});
