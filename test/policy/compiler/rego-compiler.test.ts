import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import type { RegoSources } from "../../../src/policy/compiler/protocol.js";
import { loadRegoCompiler, type RegoCompiler } from "../../../src/policy/compiler/rego-compiler.js";
import { projectText } from "../../support/project.js";

interface LoadedPolicy {
  setData(data: object): void;
  evaluate(input: unknown, entrypoint: string): unknown;
}
const { loadPolicy } = createRequire(import.meta.url)("@open-policy-agent/opa-wasm") as {
  readonly loadPolicy: (wasm: Uint8Array, memory: number, builtins: Record<string, unknown>) => Promise<LoadedPolicy>;
};

const retention = `# METADATA
# title: Log retention
# description: Logs are kept long enough.
# custom:
#   id: log-retention
#   controls: [iso42001:A.6.2.8]
package aims.rules.log_retention

import data.aims.lib.days
import data.params

# METADATA
# description: Shorter than required.
violation contains {"message": sprintf("kept %d days", [input.system.days]), "at": "/system/days"} if {
	input.system.days < params["log-retention"]
	print("never seen", days.year)
}

default observed := set()
`;
const days = "package aims.lib.days\n\nyear := 365\n\nweeks(n) := n * 7\n";
const modules: RegoSources = { "rules/log-retention.rego": retention, "rules/lib/days.rego": days };

let rego: RegoCompiler;
beforeAll(async () => {
  rego = await loadRegoCompiler();
});

describe("compile", () => {
  it("makes a policy that opa-wasm runs, and that asks for aims:sprintf, with Rego texts, where the source says sprintf", async () => {
    const compiled = rego.compile({
      modules,
      entrypoints: ["aims/rules/log_retention/violation", "aims/lib/days/year"],
    });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
    const { wasm, ...rest } = compiled;
    expect(rest).toEqual({
      ok: true,
      entrypoints: ["aims/lib/days/year", "aims/rules/log_retention/violation"],
      requiredBuiltins: ["aims:sprintf"],
      warnings: [],
    });
    const policy = await loadPolicy(wasm, 5, {
      "aims:sprintf": (format: string[], values: string) => `${JSON.stringify(format)} <- ${values}`,
    });
    policy.setData({ params: { "log-retention": 184 } });
    expect(policy.evaluate({ system: { days: 30 } }, "aims/rules/log_retention/violation")).toEqual([
      { result: [{ message: '["kept %d days"] <- [[30]]', at: "/system/days" }] },
    ]);
    expect(policy.evaluate({ system: { days: 200 } }, "aims/rules/log_retention/violation")).toEqual([{ result: [] }]);
    expect(policy.evaluate({}, "aims/lib/days/year")).toEqual([{ result: 365 }]);
  });

  it("names the entrypoints of a policy also where they are far longer than usual", () => {
    const long = "p".repeat(200_000);
    const compiled = rego.compile({ modules: { "a.rego": `package a\n\n${long} := 1\n` }, entrypoints: [`a/${long}`] });
    expect(compiled).toMatchObject({ entrypoints: [`a/${long}`] });
  });

  it("leaves a function alone that an author called sprintf", () => {
    const own = "package a\n\nsprintf(x, y) := [x, y]\n\np := sprintf(1, 2)\n";
    expect(rego.compile({ modules: { "a.rego": own }, entrypoints: ["a/p"] })).toMatchObject({ requiredBuiltins: [] });
  });

  it.each([
    ["p := sprintf(1, [])", "rego_type_error", 6, "sprintf: invalid argument(s): have: (number, "],
    ['p := sprintf("a")', "rego_type_error", 6, "sprintf: arity mismatch: have: (string, ???)"],
    [
      "p := [time.date(1, 2, 3)]",
      "rego_type_error",
      7,
      "time.date: arity mismatch: have: (number, number, number, ???)",
    ],
    ['p if time.clock("x")', "rego_type_error", 6, "time.clock: invalid argument(s): have: (string"],
    ["p := semver.compare(hex.encode([]), input.x)", "rego_type_error", 21, "hex.encode: invalid argument(s)"],
    ["p if sprintf(input.x, [y])", "rego_unsafe_var_error", 6, "var y is unsafe"],
  ])("reports mistakes in %s as the author wrote it", (rule, code, column, message) => {
    const result = rego.compile({ modules: { "rules/a.rego": `package a\n\n${rule}\n` }, entrypoints: ["a/p"] });
    expect(result).toEqual({
      ok: false,
      errors: [{ code, message: expect.stringContaining(message), file: "rules/a.rego", row: 3, column }],
    });
  });

  it.each([
    [
      "q with sprintf as f",
      13,
      "sprintf cannot be replaced by `with`: call it in a function of your own and replace that one",
    ],
    [
      "q with time.date as 1",
      13,
      "time.date cannot be replaced by `with`: call it in a function of your own and replace that one",
    ],
    [
      "q with f as sprintf",
      18,
      "sprintf cannot take the place of a function by `with`: call it in a function of your own and use that one",
    ],
    [
      "q with concat as sprintf",
      23,
      "sprintf cannot take the place of a function by `with`: call it in a function of your own and use that one",
    ],
  ])("refuses `%s`, which a compiled policy could not do", (expression, column, message) => {
    const text = `package a\n\nf(_, _) := "f"\n\nq := concat("", [sprintf("%s", [1])])\n\np if ${expression}\n`;
    const errors = [{ code: "rego_compile_error", message, file: "a.rego", row: 7, column }];
    expect(rego.compile({ modules: { "a.rego": text }, entrypoints: ["a/p"] })).toEqual({ ok: false, errors });
    expect(rego.check({ modules: { "a.rego": text } }).errors).toEqual(errors);
  });

  it.each([
    'import data.b.internal\n\np := [internal, sprintf("%s", [1])]',
    'p := internal\n\ninternal := sprintf("%s", [1])',
    'p if {\n\tsome internal in [1]\n\tsprintf("%d", [internal])\n}',
    'p if f(1)\n\nf(internal) := sprintf("%d", [internal])',
  ])("says that %j hides what the call needs", (rules) => {
    const modules = { "a.rego": `package a\n\n${rules}\n`, "b.rego": "package b\n\ninternal := 1\n" };
    expect(rego.compile({ modules, entrypoints: ["a/p"] })).toMatchObject({
      ok: false,
      errors: expect.arrayContaining([
        expect.objectContaining({
          message: "sprintf cannot be called in a file where something is named internal: give that another name",
        }),
      ]),
    });
  });

  it("gives the same bytes for the same sources", () => {
    const request = { modules, entrypoints: ["aims/rules/log_retention"] };
    expect(rego.compile(request)).toEqual(
      rego.compile({ ...request, modules: Object.fromEntries(Object.entries(modules).reverse()) }),
    );
  });

  it.each([
    ["package a\n\np := [1,\n", "rego_parse_error", 4, 1],
    ["package a\n\nimport data.b\n\np := 1\n", "rego_compile_error", 3, 1],
    ["package a\n\np if x == 1\n", "rego_unsafe_var_error", 3, 6],
    ["package a\n\np := p\n", "rego_recursion_error", 3, 1],
    ["", "rego_parse_error", 1, 1],
  ])("says where %j is wrong", (text, code, row, column) => {
    const result = rego.compile({
      modules: { "rules/a.rego": text, "ok.rego": "package ok\n\np := 1\n" },
      entrypoints: ["ok/p"],
    });
    expect(result).toEqual({ ok: false, errors: expect.any(Array) });
    if (result.ok) return;
    expect(result.errors[0]).toEqual({ code, message: expect.any(String), file: "rules/a.rego", row, column });
  });

  it("reports all bad files at once, sorted", () => {
    const result = rego.compile({
      modules: { "b.rego": "x", "a.rego": "package a\n\n}", "c.rego": "package c" },
      entrypoints: ["c"],
    });
    expect(result.ok ? [] : result.errors.map(({ file, row, column }) => [file, row, column])).toEqual([
      ["a.rego", 3, 1],
      ["b.rego", 1, 1],
    ]);
  });

  it.each([[[]], [["a/nothing"]], [["//"]]])("refuses the entrypoints %j", (entrypoints) => {
    expect(rego.compile({ modules: { "a.rego": "package a\n\np := 1\n" }, entrypoints })).toEqual({
      ok: false,
      errors: [{ code: "entrypoint_error", message: expect.any(String), file: "", row: 0, column: 0 }],
    });
  });

  it("takes every builtin that it allows, and asks the host for the ones that aims brings", () => {
    const { builtins } = JSON.parse(projectText("compiler/capabilities.json")) as {
      builtins: { name: string; infix?: string; decl: { args?: unknown[]; result?: unknown } }[];
    };
    const callable = builtins.filter(
      ({ name, infix, decl }) => infix === undefined && decl.result !== undefined && !/^(?:internal|rego)\./.test(name),
    );
    const operators = builtins.filter(({ infix }) => infix !== undefined).map(({ name }) => name);
    const fromHost = projectText("compiler/host_builtins.txt").trim().split("\n");
    const calls = callable.map(({ name, decl }) => {
      const names = (decl.args ?? []).map((_, i) => `input.x${String(i)}`);
      return `p contains ${name}(${names.join(", ")})\n`;
    });
    const result = rego.compile({ modules: { "a.rego": `package a\n\n${calls.join("\n")}` }, entrypoints: ["a/p"] });
    expect(result).toMatchObject({
      ok: true,
      requiredBuiltins: fromHost.filter((name) => !operators.includes(name)).map((name) => `aims:${name}`),
    });
  });
});

describe("check", () => {
  const input = {
    $defs: {
      system: {
        type: "object",
        additionalProperties: false,
        properties: { days: { type: "number" }, stage: { type: "string" } },
      },
    },
    type: "object",
    additionalProperties: false,
    properties: { asOf: { type: "string" }, system: { $ref: "#/$defs/system" } },
  };
  const checkWith = (text: string): unknown =>
    rego.check({ modules: { "a.rego": text }, inputSchemas: { system: input }, inputSchemaOf: { "a.rego": "system" } })
      .errors;

  it("finds nothing wrong with sound rules", () => {
    expect(
      rego.check({ modules, inputSchemas: { system: input }, inputSchemaOf: { "rules/log-retention.rego": "system" } }),
    ).toEqual({
      errors: [],
    });
  });

  it("names the right words for a misspelt path into the input", () => {
    expect(checkWith("package a\n\np if input.sytem.days > 1\n\nq if input.system.stge\n")).toEqual([
      {
        code: "rego_type_error",
        message:
          'undefined ref: input.sytem.days: there is no "sytem" in input; did you mean "system"? It has "asOf", "system".',
        file: "a.rego",
        row: 3,
        column: 6,
      },
      {
        code: "rego_type_error",
        message:
          'undefined ref: input.system.stge: there is no "stge" in input.system; did you mean "stage"? It has "days", "stage".',
        file: "a.rego",
        row: 5,
        column: 6,
      },
    ]);
  });

  it("checks types, in packages that have METADATA of their own and only where a schema is given", () => {
    const text = '# METADATA\n# title: t\npackage a\n\np if startswith(input.system.days, "1")\n';
    expect(checkWith(text)).toMatchObject([{ code: "rego_type_error", row: 5, column: 6 }]);
    expect(rego.check({ modules: { "a.rego": text } })).toEqual({ errors: [] });
  });

  it("fetches no schema and reads no file for one", () => {
    for (const $ref of ["http://localhost/x.json", "file:///etc/hostname"]) {
      const { errors } = rego.check({
        modules: { "a.rego": "package a\n\np if input.x\n" },
        inputSchemas: { s: { $ref } },
        inputSchemaOf: { "a.rego": "s" },
      });
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/remote reference loading disabled|not implemented on js/) },
      ]);
    }
  });

  it.each([
    ["http.send({})", "http.send is a builtin of OPA that is not available to rules: rules have no network"],
    ["time.now_ns()", "time.now_ns is not available to rules, which have no clock: take the date from input.asOf"],
    [
      "yaml.marshal(1)",
      "yaml.marshal is a builtin of OPA that is not available to rules: descriptors are read before rules see them",
    ],
    [
      'regex.split("a", "b")',
      "regex.split is a builtin of OPA that is not available to rules: it is not in the capabilities that aims allows",
    ],
    ["any([true])", "any is a deprecated builtin of OPA and not available to rules"],
    ['spritnf("%s", [1])', "there is no function spritnf; did you mean sprintf?"],
    [
      "graph.reachable_paths({}, [])",
      "graph.reachable_paths is a builtin of OPA that is not available to rules: it is not in the capabilities that aims allows",
    ],
  ])("says in plain words why %s is refused", (call, message) => {
    const { errors } = rego.check({ modules: { "a.rego": `package a\n\np := ${call}\n` } });
    expect(errors).toContainEqual({ code: "rego_type_error", message, file: "a.rego", row: 3, column: 6 });
  });

  it("allows what the request's own capabilities allow", () => {
    const text = { "a.rego": "package a\n\np := lower(input.x)\n" };
    expect(rego.check({ modules: text, capabilities: { builtins: [], features: ["rego_v1"] } }).errors).toMatchObject([
      { code: "rego_type_error", message: expect.stringContaining("lower") },
    ]);
  });
});

describe("inspect", () => {
  it("describes a module by its METADATA, rules, imports and what it reads", () => {
    const result = rego.inspect({ modules });
    expect(result).toEqual({
      errors: [],
      modules: [
        {
          path: "rules/lib/days.rego",
          package: "aims.lib.days",
          row: 1,
          annotations: [],
          rules: [
            { name: "year", kind: "value", row: 3, column: 1 },
            { name: "weeks", kind: "function", row: 5, column: 1 },
          ],
          imports: [],
          parameters: { keys: [], dynamic: false },
          reference: { keys: [], dynamic: false },
          reads: [],
        },
        {
          path: "rules/log-retention.rego",
          package: "aims.rules.log_retention",
          row: 7,
          metadata: expect.objectContaining({ scope: "package", row: 1, title: "Log retention" }),
          annotations: [
            {
              scope: "package",
              row: 1,
              target: "data.aims.rules.log_retention",
              title: "Log retention",
              description: "Logs are kept long enough.",
              custom: { id: "log-retention", controls: ["iso42001:A.6.2.8"] },
            },
            {
              scope: "rule",
              row: 12,
              target: "data.aims.rules.log_retention.violation",
              description: "Shorter than required.",
            },
          ],
          rules: [
            { name: "violation", kind: "set", row: 14, column: 1 },
            { name: "observed", kind: "value", row: 19, column: 1 },
          ],
          imports: [
            { path: "data.aims.lib.days", name: "days", row: 9 },
            { path: "data.params", name: "params", row: 10 },
          ],
          parameters: { keys: [{ key: "log-retention", row: 15 }], dynamic: false },
          reference: { keys: [], dynamic: false },
          reads: ["aims.lib.days", "aims.lib.days.year", "params", 'params["log-retention"]'],
        },
      ],
    });
  });

  it("describes the sound modules when another is not, and points into METADATA that is not YAML", () => {
    const result = rego.inspect({ modules: { ...modules, "bad.rego": "# METADATA\n# title: [\npackage bad\n" } });
    expect(result.modules.map(({ path }) => path)).toEqual(["rules/lib/days.rego", "rules/log-retention.rego"]);
    expect(result.errors).toMatchObject([{ code: "rego_parse_error", file: "bad.rego" }]);
  });
});

describe("test", () => {
  const tests = `package t_test

import data.t

test_passes if t.double(2) == 4

test_fails if {
	print("seen")
	got := t.double(3)
	got == 7
}

test_cases[name] if {
	some name, case in {"one": [1, 2], "two": [2, 5]}
	t.double(case[0]) == case[1]
}

test_conflict if t.twice

todo_test_later if false
`;

  const subject =
    "package t\n\ndouble(n) := n * 2\n\ntwice := 1\n\ntwice := 2\n\nunused if {\n\tinput.a\n\tinput.b\n}\n";
  const sources = { "t.rego": subject, "t_test.rego": tests };

  it("tells how each test ended and where the failing ones stopped", () => {
    const { errors, tests: outcomes } = rego.test({ modules: sources });
    expect(errors).toEqual([]);
    const at = { package: "t_test", file: "t_test.rego" };
    expect(outcomes).toEqual([
      { ...at, name: "test_passes", row: 5, state: "pass" },
      {
        ...at,
        name: "test_fails",
        row: 7,
        state: "fail",
        output: "seen\n",
        failedAt: { file: "t_test.rego", row: 10, text: "\tgot == 7\n\t|\n\t6" },
        trace: expect.stringMatching(/^t_test\.rego:10 .*Fail got = 7$/m),
      },
      {
        ...at,
        name: "test_cases",
        row: 13,
        state: "fail",
        cases: [
          { name: "one", state: "pass" },
          { name: "two", state: "fail" },
        ],
        failedAt: { file: "t_test.rego", row: 15, text: expect.stringContaining("case[1]: 5") },
        trace: expect.stringContaining("test_cases"),
      },
      {
        ...at,
        name: "test_conflict",
        row: 18,
        state: "error",
        message: expect.stringMatching(/^t\.rego:\d: rule data\.t\.twice produced conflicting values/),
      },
      { ...at, name: "todo_test_later", row: 20, state: "skipped" },
    ]);
  });

  it("counts covered lines by file", () => {
    const { coverage } = rego.test({ modules: sources, coverage: true, run: "test_passes$" });
    expect(coverage).toEqual([
      {
        file: "t.rego",
        covered: [[3, 3]],
        notCovered: [
          [5, 5],
          [7, 7],
          [9, 11],
        ],
        coveredLines: 1,
        notCoveredLines: 5,
        percent: 16.67,
      },
      expect.objectContaining({ file: "t_test.rego" }),
    ]);
  });

  it("gives the same answer twice", () => {
    const request = { modules: sources, coverage: true };
    expect(rego.test(request)).toEqual(rego.test(request));
  });

  it("runs the tests whose full names match, with the data given", () => {
    const text = "package a\n\ntest_b if data.limit == 3\n\ntest_c if data.limit == 4\n";
    const { tests: outcomes } = rego.test({
      modules: { "a_test.rego": text },
      data: { limit: 3 },
      run: "^data\\.a\\.test_b$",
    });
    expect(outcomes.map(({ name, state }) => [name, state])).toEqual([["test_b", "pass"]]);
    expect(rego.test({ modules: {}, run: "(" }).errors).toMatchObject([{ code: "test_filter_error" }]);
  });

  it("runs nothing when a module is wrong", () => {
    expect(rego.test({ modules: { ...sources, "bad.rego": "package" } })).toMatchObject({
      tests: [],
      errors: [{ file: "bad.rego" }],
    });
  });

  it("ends a test that would not end", () => {
    const loops = ["i", "j", "k"].map((name) => `some ${name} in numbers.range(1, 2000)`).join("; ");
    const text = `package a\n\ntest_endless if count([1 | ${loops}; i + j == k]) == 0\n\ntest_other if true\n`;
    const { tests: outcomes } = rego.test({ modules: { "a_test.rego": text }, timeLimit: 300 });
    expect(outcomes).toMatchObject([
      { name: "test_endless", state: "error", message: "the test did not end within 300 ms" },
      { name: "test_other", state: "pass" },
    ]);
  });
});

describe("format", () => {
  it("lays a module out, and a second time the same", () => {
    const result = rego.format({ path: "a.rego", text: "package a\np   if {  input.x==1 }\n" });
    expect(result).toEqual({ ok: true, text: "package a\n\np if input.x == 1\n" });
    if (result.ok) expect(rego.format({ path: "a.rego", text: result.text })).toEqual(result);
  });

  it("says where it cannot", () => {
    expect(rego.format({ path: "a.rego", text: "package a\n\np if {" })).toMatchObject({
      ok: false,
      errors: [{ code: "rego_parse_error", file: "a.rego", row: 3 }],
    });
  });
});

describe("evaluate", () => {
  it("finds what the input names in a set that the input names", () => {
    const modules = { "a.rego": 'package a\n\nknown if input.x in {"a", input.y}\n' };
    const known = (x: string): unknown => rego.evaluate({ query: "data.a.known", modules, input: { x, y: "b" } });
    expect(["a", "b"].map(known)).toMatchObject([
      { ok: true, rows: [{ expressions: [true] }] },
      { ok: true, rows: [{ expressions: [true] }] },
    ]);
    expect(known("c")).toMatchObject({ ok: true, rows: [] });
  });

  it("answers as OPA does, with all digits in the text", () => {
    expect(rego.evaluate({ query: "x := data.n + input.m; y := {3, 1}", input: { m: 1 }, data: { n: 2 } })).toEqual({
      ok: true,
      rows: [{ expressions: [true, true], bindings: { x: 3, y: [1, 3] } }],
      text: '[{"expressions":[true,true],"bindings":{"x":3,"y":[1,3]}}]',
    });
    expect(rego.evaluate({ query: "9007199254740993" })).toMatchObject({
      text: '[{"expressions":[9007199254740993],"bindings":{}}]',
    });
  });

  it("tells undefined, false and null apart, also as inputs", () => {
    const rowsOf = (query: string, input?: unknown): unknown =>
      rego.evaluate(input === undefined ? { query } : { query, input });
    expect(rowsOf("input")).toMatchObject({ ok: true, rows: [] });
    expect(rowsOf("input", null)).toMatchObject({ rows: [{ expressions: [null] }] });
    expect(rowsOf("input", false)).toMatchObject({ rows: [{ expressions: [false] }] });
    expect(rowsOf("x := 1 / 0")).toMatchObject({ ok: true, rows: [] });
  });

  it("reports conflicts, syntax errors of the query, and builtins that are not allowed", () => {
    const conflict = "package a\n\np := 1 if true\n\np := 2 if true\n";
    expect(rego.evaluate({ query: "data.a.p", modules: { "a.rego": conflict } })).toMatchObject({
      ok: false,
      errors: [{ code: "eval_conflict_error", file: "a.rego", row: 5 }],
    });
    expect(rego.evaluate({ query: "x := " })).toMatchObject({
      ok: false,
      errors: [{ code: "rego_parse_error", row: 1 }],
    });
    expect(rego.evaluate({ query: 'rand.intn("a", 3)' })).toMatchObject({
      errors: [{ message: expect.stringContaining("no randomness") }],
    });
  });
});

describe("the resident instance", () => {
  it.each([
    ["[", "]", 101, "brackets are nested"],
    ["f(", ")", 101, "brackets are nested"],
    ["1 + ", "", 5000, "too long or nested too deeply"],
  ])("answers text of %j and %j, %i times, with a problem and lives on", (open, close, times, message) => {
    const text = `package a\n\np := ${open.repeat(times)}1${close.repeat(times)}\n`;
    const result = rego.compile({
      modules: { "a.rego": text, "b.rego": "package b\n\np := 1\n" },
      entrypoints: ["b/p"],
    });
    expect(result).toMatchObject({
      ok: false,
      errors: [{ code: "rego_parse_error", message: expect.stringContaining(message), file: "a.rego" }],
    });
    expect(rego.evaluate({ query: "x := 1" })).toMatchObject({ ok: true });
  });

  it("throws what is the caller's fault or its own, and answers the next request", () => {
    expect(() => rego.check({ modules: {}, inputSchemaOf: { "a.rego": "none" } })).toThrow(
      expect.objectContaining({
        name: "RegoCompilerError",
        message: 'The Rego compiler failed: there is no input schema "none"',
      }),
    );
    expect(rego.evaluate({ query: "x := 1" })).toMatchObject({ ok: true });
  });

  it("is one in a process and leaves no trace in the globals", async () => {
    expect(await loadRegoCompiler()).toBe(rego);
    expect(Object.keys(globalThis)).not.toContain("Go");
    expect("fs" in globalThis || "path" in globalThis).toBe(false);
  });
});
