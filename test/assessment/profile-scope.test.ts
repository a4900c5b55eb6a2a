import { describe, expect, it } from "vitest";
import { aimsNamespace } from "../../src/oscal/properties.js";
import { profileScope } from "../../src/assessment/scope.js";
import type { Control, Profile } from "../../src/oscal/model/generated/types.js";
import type { ResolvedProfile } from "../../src/oscal/resolved-profile.js";
import type { Rule } from "../../src/policy/rule.js";
import { readYaml } from "../../src/source/yaml.js";
import { assessable, catalogText, profileText, resolveFiles, resolveText } from "../support/profiles.js";
import { rule } from "../support/subjects.js";

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
    sourceCatalogs: [],
    documents: [],
    controls: [control],
    parameters: new Map([
      [
        "limit",
        {
          id: "limit",
          declaration,
          original: declaration,
          declarations: [{ document: source, pointer: "/catalog/params/0", parameter: declaration }],
          redeclared: [],
          values,
          setBy: { document: source, pointer: "/catalog/params/0" },
        },
      ],
    ]),
  };
}

/** The scope, or else what is wrong. */
function problem(profile: ResolvedProfile, rules = [rule("tested")], ownRules: readonly Rule[] = []): unknown {
  const { value, problems } = profileScope(profile, rules, ownRules);
  return value ?? problems.map(({ code, message, file, line, column }) => ({ code, message, file, line, column }));
}

describe("profileScope", () => {
  it("knows controls by reference and selects the rules that speak for them", () => {
    const other = rule("other", { controls: ["iso27001:A.6.2.4"] });
    const tested = rule("tested", { controls: ["iso42001:9.9", "iso42001:A.6.2.4"] });
    expect(profileScope(resolved("days", ["30"]), [other, tested])).toEqual({
      value: {
        controls: [{ reference: "iso42001:A.6.2.4", id: "a.6.2.4", title: "Verification", statementId: "a.6.2.4_smt" }],
        rules: [{ rule: tested, controls: ["iso42001:A.6.2.4"] }],
        parameters: { limit: 30 },
        minimumAssurance: "declared",
      },
      problems: [],
    });
  });

  it("refuses two controls that are called alike, since they would share their verdicts", () => {
    const profile = resolved("days", ["30"]);
    const [first] = profile.controls;
    if (!first) throw new Error("The fixture has a control.");
    const { value, problems } = profileScope({ ...profile, controls: [first, { ...first, id: "x.1" }] }, [
      rule("tested"),
    ]);
    expect([value, problems.map(({ code, message }) => [code, message])]).toEqual([
      undefined,
      [
        [
          "control-reference-twice",
          'The controls "a.6.2.4" and "x.1" are both called iso42001:A.6.2.4: a rule that speaks for one would speak for both.',
        ],
      ],
    ]);
  });

  it.each([
    ["days", ["365"], 365],
    ["integer", ["0"], 0],
    ["choice", ["high"], "high"],
    ["date", ["2027-12-02"], "2027-12-02"],
    ["list", ["a", "b"], ["a", "b"]],
    ["text", ["any"], "any"],
  ] as const)("gives rules a typed value: %s", (type, values, value) => {
    expect(profileScope(resolved(type, values, ["low", "high"]), [rule("tested")]).value?.parameters).toEqual({
      limit: value,
    });
  });

  it.each([
    ["days", ["1.5"], 'is "1.5", which is not a whole number of days'],
    ["days", ["-1"], 'is "-1", which is not a whole number of days'],
    ["integer", ["many"], 'is "many", which is not a whole number of at least 0'],
    ["choice", ["medium"], 'is "medium"; it has to be one of low, high'],
    ["date", ["2027-13-02"], 'is "2027-13-02", which is not a day of the form YYYY-MM-DD'],
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
    expect(profileScope(resolved("days", ["1"]), [rule("other", { controls: ["iso27001:A.5.1"] })])).toEqual({
      problems: [
        {
          code: "no-rules",
          severity: "error",
          message: "No rule speaks for any control of the profile: nothing would be assessed, which is not a pass.",
          file: "catalog.yaml",
          fix: "Select controls that a rule names in its METADATA (see: aims rules list).",
        },
      ],
    });
  });

  it("refuses a rule that reads a parameter which no selected control declares", () => {
    expect(problem(resolved("days", ["1"]), [rule("tested", { parameters: ["limit", "other"] })])).toEqual([
      {
        code: "parameter-not-declared",
        message: 'The rule "tested" reads the parameter "other", which no selected control declares.',
        file: "catalog.yaml",
        line: 1,
        column: 1,
      },
    ]);
  });

  it("refuses a minimum assurance that is not a level, whatever type the catalog gives it", () => {
    const profile = resolved("text", ["tsted"]);
    const limit = profile.parameters.get("limit");
    if (!limit) throw new Error("The fixture has no parameter.");
    const parameters = new Map([["minimum-assurance", { ...limit, id: "minimum-assurance" }]]);
    expect(problem({ ...profile, parameters })).toEqual([
      {
        code: "parameter-value",
        message: 'The parameter "minimum-assurance" is "tsted"; it has to be one of declared, documented, tested.',
        file: "catalog.yaml",
        line: 3,
        column: 27,
      },
    ]);
  });

  it("refuses a parameter for rules without a value, at what should have set it", () => {
    expect(problem(resolved("days", []))).toEqual([
      {
        code: "parameter-value",
        message: 'The parameter "limit" has no value.',
        file: "catalog.yaml",
        line: 3,
        column: 7,
      },
    ]);
  });
});

const ns = `ns: '${aimsNamespace}'`;
const days = `{name: value-type, ${ns}, value: days}`;

/** Two controls, each with a statement; the first declares the parameters. */
function catalogWith(params: string): string {
  const control = (id: string, label: string, rest: string): string =>
    `- {id: ${id}, title: T, props: [{name: framework, ${ns}, value: own}, {name: label, value: ${label}}], parts: [{id: ${id}_smt, name: statement}]${rest}}`;
  return catalogText(`controls:\n${control("a", "A", `, params: [${params}]`)}\n${control("b", "B", "")}`);
}

async function problemsOf(
  profile: string,
  {
    params = `{id: limit, values: ['30'], props: [${days}]}`,
    parameters = ["limit"],
    own = [] as readonly Rule[],
  } = {},
): Promise<unknown> {
  const resolution = await resolveText(profile, { "catalog.yaml": catalogWith(params) });
  return problem(assessable(resolution), [rule("reader", { controls: ["own:A"], parameters })], own);
}

const all = "imports: [{href: catalog.yaml, include-all: {}}]";

describe("profileScope of a profile that changes parameters", () => {
  it.each([
    [
      "the type",
      `modify:\n  set-parameters:\n  - param-id: limit\n    values: [never]\n    props:\n    - {name: value-type, ${ns}, value: text}`,
      ["value-type", 10],
      'is "never", which is not a whole number of days',
    ],
    [
      "the type, by taking the parameter out and putting one of the same id in",
      `modify:\n  alters:\n  - control-id: a\n    removes: [{by-id: limit}]\n    adds:\n    - params:\n      - {id: limit, values: [never]}`,
      ["value-type", 11],
      'is "never", which is not a whole number of days',
    ],
    [
      "the type, by adding props to the parameter",
      `modify:\n  alters:\n  - control-id: a\n    removes: [{by-name: value-type}]\n    adds:\n    - {by-id: limit, props: [{name: value-type, ${ns}, value: text}]}`,
      ["value-type", 10],
      undefined,
    ],
    [
      "the type, by taking its prop out",
      `modify:\n  alters:\n  - control-id: a\n    removes:\n    - {by-name: value-type}`,
      ["value-type", 9],
      undefined,
    ],
    [
      "the type, by declaring the parameter in a group of its own",
      `merge:\n  custom:\n    insert-controls: [{include-all: {}}]\n    groups:\n    - {id: g, title: G, params: [{id: limit, values: [never]}]}`,
      ["value-type", 9],
      'is "never", which is not a whole number of days',
    ],
    [
      "a bound",
      `modify:\n  set-parameters:\n  - param-id: limit\n    values: ['9']\n    props:\n    - {name: maximum, ${ns}, value: '10'}`,
      ["maximum", 10],
      undefined,
    ],
    [
      "the choices",
      `modify:\n  set-parameters:\n  - param-id: limit\n    values: ['9']\n    props:\n    - {name: choice, ${ns}, value: '9'}`,
      ["choice", 10],
      undefined,
    ],
  ] as const)("refuses a profile that changes %s", async (_, modify, [name, line], value) => {
    expect(await problemsOf(`${all}\n${modify}`)).toEqual([
      {
        code: "parameter-redeclared",
        message: `The profile changes the prop "${name}" of the parameter "limit": which values a parameter may have is for the catalog that declares it to say.`,
        file: "profile.yaml",
        line,
        column: expect.any(Number) as number,
      },
      ...(value === undefined
        ? []
        : [
            {
              code: "parameter-value",
              message: `The parameter "limit" ${value}.`,
              file: "profile.yaml",
              line: expect.any(Number) as number,
              column: expect.any(Number) as number,
            },
          ]),
    ]);
  });

  it("takes values, and props that have nothing to do with the type", async () => {
    const profile = `${all}\nmodify: {set-parameters: [{param-id: limit, values: ['9'], props: [${days}, {name: maximum, value: x}]}]}`;
    expect(await problemsOf(profile)).toMatchObject({ parameters: { limit: 9 } });
  });

  it("names the instruction that takes a value away", async () => {
    expect(
      await problemsOf(`${all}\nmodify:\n  set-parameters:\n  - {param-id: limit, select: {choice: ['1', '2']}}`),
    ).toEqual([
      {
        code: "parameter-value",
        message: 'The parameter "limit" has no value.',
        file: "profile.yaml",
        line: 7,
        column: 7,
      },
    ]);
  });

  it("leaves parameters open that no selected rule reads and that are not typed for rules", async () => {
    const open = "{id: open, label: Open}, {id: several, values: [a, b]}";
    expect(await problemsOf(all, { params: open, parameters: [] })).toMatchObject({ parameters: {} });
    expect(await problemsOf(all, { params: open, parameters: ["open"] })).toEqual([
      {
        code: "parameter-value",
        message: 'The parameter "open" has no value.',
        file: "catalog.yaml",
        line: 5,
        column: expect.any(Number) as number,
      },
    ]);
  });
});

describe("profileScope of own rules", () => {
  it("knows all controls of the catalogs, also those that an imported profile leaves out", async () => {
    const own = rule("own", { controls: ["own:B"] });
    const wrong = rule("wrong", { controls: ["own:C"] });
    const resolution = await resolveFiles({
      "top.yaml": profileText("imports: [{href: inner.yaml, include-all: {}}]"),
      "inner.yaml": profileText("imports: [{href: catalog.yaml, include-controls: [{with-ids: [a]}]}]", 3),
      "catalog.yaml": catalogWith(""),
    });
    const reader = rule("reader", { controls: ["own:A"] });
    expect(problem(assessable(resolution), [reader, own], [own])).toMatchObject({ rules: [{ rule: reader }] });
    expect(problem(assessable(resolution), [reader, own], [own, wrong])).toEqual([
      {
        code: "unknown-control",
        message: 'The rule "wrong" speaks for own:C, which the catalog does not have.',
        file: "rules/wrong.rego",
        line: 1,
        column: 1,
      },
    ]);
  });
});

describe("profileScope of an own rule for a control that many believe to exist", () => {
  it("says why there is none in place of a guess", () => {
    const wrong = rule("wrong", { controls: ["iso42001:A.11"] });
    const reasons = new Map([["iso42001:A.11", "Annex A ends before."]]);
    const all = [rule("tested"), wrong];
    const { problems } = profileScope(resolved("days", ["30"]), all, [wrong], (control) => reasons.get(control));
    expect(problems.map(({ code, fix }) => [code, fix])).toEqual([
      ["unknown-control", "Annex A ends before. Name a control of the catalog under custom.controls."],
    ]);
  });
});

describe("profileScope of a profile whose catalogs declare one parameter", () => {
  const both = "imports: [{href: catalog.yaml, include-all: {}}, {href: other.yaml, include-all: {}}]";
  const integer = `{name: value-type, ${ns}, value: integer}`;
  const other = (params: string): string =>
    catalogText(`controls:\n- id: c\n  title: C\n  params: [${params}]\n  parts: [{id: c_smt, name: statement}]`, 3);

  async function problemsOfBoth(params: string, profile = both): Promise<unknown> {
    const resolution = await resolveText(profile, {
      "catalog.yaml": catalogWith(`{id: limit, values: ['30'], props: [${days}]}`),
      "other.yaml": other(params),
    });
    return problem(assessable(resolution), [rule("reader", { controls: ["own:A"], parameters: ["limit"] })]);
  }

  it.each([
    [
      "another type",
      `{id: limit, values: ['5'], props: [${integer}]}`,
      "as integer here (other.yaml:7) and as days in catalog.yaml:5",
    ],
    [
      "a type that the value does not fit",
      `{id: limit, values: [five], props: [${integer}]}`,
      "as integer here (other.yaml:7) and as days in catalog.yaml:5",
    ],
    [
      "no type",
      "{id: limit, values: [five]}",
      "without a value-type here (other.yaml:7) and as days in catalog.yaml:5",
    ],
  ])("refuses %s, with both places", async (_, params, words) => {
    expect(await problemsOfBoth(params)).toEqual([
      {
        code: "parameter-type-clash",
        message: `The parameter "limit" is declared ${words}: rules that read it could not tell which is meant.`,
        file: "other.yaml",
        line: 7,
        column: 14,
      },
    ]);
  });

  it("refuses two values of one type, with both places, unless the profile sets one", async () => {
    const other = `{id: limit, values: ['5'], props: [${days}]}`;
    expect(await problemsOfBoth(other)).toEqual([
      {
        code: "parameter-value-clash",
        message:
          'The parameter "limit" is "5" here (other.yaml:7) and "30" in catalog.yaml:5: rules that read it could not tell which is meant.',
        file: "other.yaml",
        line: 7,
        column: 14,
      },
    ]);
    const set = `${all}\nmodify: {set-parameters: [{param-id: limit, values: ['31']}]}`;
    expect(await problemsOfBoth(other, set)).toMatchObject({ parameters: { limit: 31 } });
  });

  it("takes the same type and value twice, and another type that is not selected", async () => {
    expect(await problemsOfBoth(`{id: limit, values: ['30'], props: [${days}]}`)).toMatchObject({
      parameters: { limit: 30 },
    });
    expect(await problemsOfBoth(`{id: limit, props: [${integer}]}`, all)).toMatchObject({ parameters: { limit: 30 } });
    expect(
      await problemsOfBoth(
        `{id: limit, props: [${integer}]}`,
        `${all}\nmodify: {set-parameters: [{param-id: limit, values: ['31']}]}`,
      ),
    ).toMatchObject({ parameters: { limit: 31 } });
  });
});
