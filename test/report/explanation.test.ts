import { describe, expect, it } from "vitest";
import type { Origin } from "../../src/oscal/origins.js";
import { codesText, codeText, constraintText, namedOrigin, originsText } from "../../src/report/explanation.js";

const doc = { title: "A thing", meaning: "It is a thing.", fix: "Correct it." };

describe("a code in words", () => {
  it("has its title, meaning and fix", () => {
    expect(codeText("a-thing", doc, undefined)).toBe(`a-thing: A thing

It is a thing.

Fix: Correct it.
`);
  });

  it("has its example, and of a reference rule how it is switched off", () => {
    expect(codeText("a-thing", { ...doc, example: "a: b\nc: d" }, "warning")).toBe(`a-thing: A thing

It is a thing.

Fix: Correct it.

Example:
    a: b
    c: d

A reference rule (warning); aims oscal validate --disable a-thing does not ask it.
`);
  });

  it("stands in a list with the others, area by area", () => {
    const areas = [
      { title: "First", codes: { "a-thing": doc, "another-thing": { ...doc, title: "Another" } } },
      { title: "Second", codes: { b: doc } },
    ];
    expect(codesText(areas)).toBe(`First
  a-thing        A thing
  another-thing  Another

Second
  b              A thing
`);
  });
});

describe("a constraint in words", () => {
  it("says for each declaration what it asks for, and nothing of what it does not have", () => {
    const declaration = { kind: "has-cardinality", level: "error", on: "catalog", target: "group", min: 1 } as const;
    expect(constraintText("some-id", [declaration, { ...declaration, kind: "matches", regex: "x+" }])).toBe(`some-id

Kind:        has-cardinality: there are as many as it says
Level:       error
Declared on: catalog
Target:      group
At least:    1

Kind:        matches: the value has a form
Level:       error
Declared on: catalog
Target:      group
Pattern:     x+
At least:    1
`);
  });
});

describe("an origin in words", () => {
  const origin: Origin = {
    id: "a.1",
    pointer: "/catalog/controls/0",
    title: "First",
    steps: [{ action: "defined", file: "/ws/catalog.yaml", line: 3, column: 5, pointer: "/catalog/controls/0" }],
    parameters: [
      {
        id: "days",
        pointer: "/catalog/controls/0/params/0",
        values: ["10"],
        steps: [
          {
            action: "set",
            file: "/ws/profile.yaml",
            line: 9,
            column: 3,
            pointer: "/profile/modify/set-parameters/0/values",
            property: "values",
          },
        ],
      },
    ],
  };
  const nameOf = (file: string): string => file.replace("/ws/", "in/");

  it("names its files, and those of its parameters, and otherwise stays the same", () => {
    const [defined] = origin.steps;
    const [days] = origin.parameters ?? [];
    expect(namedOrigin(origin, nameOf)).toEqual({
      ...origin,
      steps: [{ ...defined, file: "in/catalog.yaml" }],
      parameters: [{ ...days, steps: [{ ...days?.steps[0], file: "in/profile.yaml" }] }],
    });
    expect(namedOrigin({ id: "a.2", unselected: true, steps: [] }, nameOf)).toEqual({
      id: "a.2",
      unselected: true,
      steps: [],
    });
  });

  it("has a line for each step, and parameters below what holds them", () => {
    expect(originsText([namedOrigin(origin, nameOf)])).toBe(`a.1  First
  defined in     in/catalog.yaml:3:5
  days = 10
    set by         in/profile.yaml:9:3  (values)
`);
  });
});
