import { describe, expect, test } from "vitest";
import { catalogOf, compareVersions, parseVersion, profileOf, rootOf } from "../../src/oscal/model.js";
import { noModelProblem } from "../../src/oscal/no-model.js";

describe("the root of a document", () => {
  test("is the object below the property that names a model, beside $schema", () => {
    const root = { uuid: "x" };
    expect(rootOf({ $schema: "s", profile: root })).toEqual({ model: "profile", root });
  });

  test.each([
    undefined,
    null,
    "catalog",
    [],
    [{ catalog: {} }],
    {},
    { catalogue: {} },
    { catalog: 5 },
    { catalog: [] },
  ])("is missing in %j", (value) => {
    expect(rootOf(value)).toBeUndefined();
  });

  test("is not what has the name of a model beside other properties, unless metadata stand below it", () => {
    const metadata = { title: "t" };
    expect(rootOf({ tool: {}, profile: { uuid: "x" } })).toBeUndefined();
    expect(rootOf({ comment: "c", profile: { metadata } })).toEqual({ model: "profile", root: { metadata } });
    expect(rootOf({ catalog: {}, profile: { metadata } })).toEqual({ model: "profile", root: { metadata } });
    const { message, fix, pointer } = noModelProblem({ tool: {}, profile: { uuid: "x" } });
    expect({ message, fix, pointer }).toEqual({
      message:
        'This is not an OSCAL document: its root has other properties beside "profile", and no OSCAL metadata stand below that.',
      fix: "Name an OSCAL document, or leave the model as the only property of the root.",
      pointer: "/profile",
    });
  });

  test("is a catalog, a profile or neither", () => {
    const catalog = { uuid: "x" };
    const profile = { uuid: "y" };
    expect(
      [{ catalog }, { profile }, { "assessment-plan": {} }].map((value) => [
        catalogOf({ value }),
        profileOf({ value }),
      ]),
    ).toEqual([
      [catalog, undefined],
      [undefined, profile],
      [undefined, undefined],
    ]);
  });
});

describe("the problem of a document without one", () => {
  test("names the model that was probably meant", () => {
    expect(noModelProblem({ $schema: "s", catalogs: {} })).toMatchObject({
      code: "oscal-no-model",
      severity: "error",
      pointer: "/catalogs",
      message: '"catalogs" is not an OSCAL model.',
      fix: 'Did you mean "catalog"?',
      suggestion: "catalog",
    });
  });

  test("does not take a model's own name for a misspelt one", () => {
    const problem = noModelProblem({ catalog: 5 });
    expect(problem).toMatchObject({
      code: "oscal-no-model",
      pointer: "/catalog",
      message: "This is not an OSCAL document: no root property names one of the models, with an object below it.",
    });
    expect(problem).not.toHaveProperty("suggestion");
  });
});

describe("versions of OSCAL", () => {
  test("are taken apart, also with a v before them", () => {
    expect(parseVersion("1.2.2")).toEqual({ text: "1.2.2", numbers: [1, 2, 2], preRelease: "" });
    expect(parseVersion("v1.0.0-rc2")).toEqual({ text: "1.0.0-rc2", numbers: [1, 0, 0], preRelease: "rc2" });
  });

  test.each(["", "1.2", "1.2.2 ", "one", "1.2.2.2", "1.2.2-", "vv1.2.2"])("%j is not one", (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });

  test("are ordered by their numbers, a pre-release before its release", () => {
    const ordered = ["0.9.9", "1.0.0-milestone1", "1.0.0-rc1", "1.0.0", "1.0.10", "1.1.0", "1.10.0"];
    const versions = ordered.flatMap((text) => parseVersion(text) ?? []);
    expect([...versions].reverse().sort(compareVersions)).toEqual(versions);
  });
});
