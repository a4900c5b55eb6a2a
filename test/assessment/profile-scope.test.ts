import { describe, expect, it } from "vitest";
import { aimsNamespace } from "../../src/assessment/aims-properties.js";
import { profileScope } from "../../src/assessment/profile-scope.js";
import { InputError } from "../../src/diagnostics/diagnostic.js";
import type { Control, Profile } from "../../src/oscal/model/types.js";
import type { ResolvedProfile } from "../../src/oscal/resolve/resolved-profile.js";
import { readYaml } from "../../src/source/yaml.js";
import { rule } from "./subjects.js";

const [read] = readYaml("catalog:\n  params:\n    - {id: limit, values: [x]}\n", "catalog.yaml");
const source = read?.document;
if (!source) throw new Error("The fixture is no YAML.");

function resolved(type: string, values: readonly string[], choices: readonly string[] = []): ResolvedProfile {
  if (!source) throw new Error("The fixture is no YAML.");
  const own = (name: string, value: string): { name: string; ns: string; value: string } => ({
    name,
    ns: aimsNamespace,
    value,
  });
  const control: Control = {
    id: "a.6.2.4",
    title: "Verification",
    props: [{ name: "label", value: "A.6.2.4" }, own("framework", "iso42001")],
    parts: [{ name: "statement", id: "a.6.2.4_smt" }],
  };
  const declaration = {
    id: "limit",
    props: [own("value-type", type), ...choices.map((choice) => own("choice", choice))],
  };
  return {
    profile: {} as Profile,
    source,
    catalogs: [],
    documents: [],
    warnings: [],
    controls: [control],
    parameters: new Map([
      ["limit", { id: "limit", declaration, values, setBy: { document: source, pointer: "/catalog/params/0" } }],
    ]),
  };
}

function problem(profile: ResolvedProfile): unknown {
  try {
    return profileScope(profile, [rule("tested")]);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.diagnostics.map(({ code, message, file, line, column }) => ({ code, message, file, line, column }));
  }
}

describe("profileScope", () => {
  it("knows controls by reference and selects the rules that speak for them", () => {
    const other = rule("other", { controls: ["iso27001:A.6.2.4"] });
    const tested = rule("tested", { controls: ["iso42001:9.9", "iso42001:A.6.2.4"] });
    expect(profileScope(resolved("days", ["30"]), [other, tested])).toEqual({
      controls: [{ reference: "iso42001:A.6.2.4", id: "a.6.2.4", title: "Verification", statementId: "a.6.2.4_smt" }],
      rules: [{ rule: tested, controls: ["iso42001:A.6.2.4"] }],
      parameters: { limit: 30 },
      minimumAssurance: "declared",
    });
  });

  it.each([
    ["days", ["365"], 365],
    ["integer", ["0"], 0],
    ["choice", ["high"], "high"],
    ["date", ["2027-12-02"], "2027-12-02"],
    ["list", ["a", "b"], ["a", "b"]],
    ["text", ["any"], "any"],
  ] as const)("gives rules a typed value: %s", (type, values, value) => {
    expect(profileScope(resolved(type, values, ["low", "high"]), [rule("tested")]).parameters).toEqual({
      limit: value,
    });
  });

  it.each([
    ["days", ["1.5"], 'is "1.5", which is not a whole number of days'],
    ["days", ["-1"], 'is "-1", which is not a whole number of days'],
    ["integer", ["many"], 'is "many", which is not a whole number of at least 0'],
    ["choice", ["medium"], 'is "medium"; it has to be one of low, high'],
    ["date", ["2027-13-02"], 'is "2027-13-02", which is not a day of the form YYYY-MM-DD'],
    ["days", [], "has no value"],
    ["days", ["1", "2"], "has 2 values where one is wanted"],
    ["duration", ["P1D"], 'is declared with the unknown value type "duration"'],
  ] as const)("refuses a value that does not fit its type: %s %s", (type, values, words) => {
    expect(problem(resolved(type, values, ["low", "high"]))).toEqual([
      {
        code: "parameter-value",
        message: `The parameter "limit" ${words}.`,
        file: "catalog.yaml",
        line: 3,
        column: 27,
      },
    ]);
  });

  it("refuses a profile for whose controls no rule speaks", () => {
    expect(() => profileScope(resolved("days", ["1"]), [rule("other", { controls: ["iso27001:A.5.1"] })])).toThrow(
      "No rule speaks for any control of the profile",
    );
  });

  it("refuses a rule that reads a parameter which no selected control declares", () => {
    expect(() => profileScope(resolved("days", ["1"]), [rule("tested", { parameters: ["limit", "other"] })])).toThrow(
      'The rule "tested" reads the parameter "other", which no selected control declares.',
    );
  });

  it("refuses a minimum assurance that is no level, whatever type the catalog gives it", () => {
    const profile = resolved("text", ["tsted"]);
    const limit = profile.parameters.get("limit");
    if (!limit) throw new Error("The fixture has no parameter.");
    const parameters = new Map([["minimum-assurance", { ...limit, id: "minimum-assurance" }]]);
    expect(() => profileScope({ ...profile, parameters }, [rule("tested")])).toThrow(
      'The parameter "minimum-assurance" is "tsted"; it has to be one of declared, documented, tested.',
    );
  });
});
