import { defined } from "../foundation/defined.js";
import type { JsonObject } from "../foundation/json-value.js";
import { compileCached } from "./compiler/compile-cache.js";
import type { FileCoverage, RegoProblem, RegoSources, RegoTest } from "./compiler/protocol.js";
import { loadRegoCompiler } from "./compiler/rego-compiler.js";
import { hostDocuments } from "./packages.js";
import { PolicyEvaluationError } from "./evaluate/policy-evaluation-error.js";
import { loadPolicyInstance, type PolicyInstance } from "./evaluate/policy-instance.js";

/** A test as it ran on OPA's own evaluator, and whether the compiled policy agrees. */
export interface RuleTest extends RegoTest {
  /** The result of the compiled policy, where that differs from OPA's. */
  readonly difference?: string;
}

export interface RuleTestOptions {
  /** Regular expression (RE2) over the full name `data.<package>.<test>`. */
  readonly run?: string;
  readonly coverage: boolean;
  readonly cacheFolder?: string;
  /** The data that lies beside the rules. */
  readonly data?: JsonObject;
}

export interface RuleTestResult {
  readonly tests: readonly RuleTest[];
  readonly coverage: readonly FileCoverage[];
  readonly errors: readonly RegoProblem[];
}

/**
 * Runs the tests twice, on OPA's own evaluator and as WASM with aims' builtins: a test that passes here passes on an OPA server too.
 * @param sources Rego texts by path, rules and tests
 */
export async function testRules(sources: RegoSources, options: RuleTestOptions): Promise<RuleTestResult> {
  const compiler = await loadRegoCompiler();
  const { run, coverage: withCoverage, cacheFolder, data = {} } = options;
  const request = { modules: sources, coverage: withCoverage, run, data, documents: hostDocuments };
  const { tests, coverage = [], errors } = compiler.test(defined(request));
  if (errors.length > 0 || tests.length === 0) return { tests, coverage, errors };
  const entrypoints = [...new Set(tests.map(entrypointOf))].sort();
  const compiled = await compileCached({ modules: sources, entrypoints }, defined({ cacheFolder }));
  if (!compiled.ok) return { tests, coverage, errors: compiled.errors };
  const instance = await loadPolicyInstance(compiled.wasm, { data });
  return {
    tests: tests.map((test) => {
      const difference = test.state === "skipped" ? undefined : differenceOf(test, instance);
      return difference === undefined ? test : { ...test, difference };
    }),
    coverage,
    errors: [],
  };
}

function entrypointOf(test: RegoTest): string {
  return `${test.package.replaceAll(".", "/")}/${test.name}`;
}

function differenceOf(test: RegoTest, instance: PolicyInstance): string | undefined {
  const passes = passesAsWasm(test, instance);
  if (typeof passes === "string") return `as WASM it ends in an error: ${passes}`;
  const passesOnOpa = test.state === "pass";
  if (passes === passesOnOpa) return undefined;
  return `${passesOnOpa ? "passes" : "fails"} on OPA, ${passes ? "passes" : "fails"} as WASM`;
}

/** Whether the test holds in the compiled policy, or the message of its error. An undefined test, which has an empty result set, fails. */
function passesAsWasm(test: RegoTest, instance: PolicyInstance): boolean | string {
  let value: unknown;
  try {
    const [first] = JSON.parse(instance.withInput({}).evaluateJson(entrypointOf(test))) as { result: unknown }[];
    value = first?.result;
  } catch (error) {
    return PolicyEvaluationError.from(error).message;
  }
  if (test.cases === undefined) return value === true;
  const passesByName = new Map(casesOf(value, ""));
  return test.cases.every(({ name }) => passesByName.get(name) === true);
}

/** Results of a test with several cases by name; nested names are joined by `/`. */
function* casesOf(value: unknown, prefix: string): Generator<[string, boolean]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const name = prefix === "" ? key : `${prefix}/${key}`;
    if (typeof member === "boolean") yield [name, member];
    else yield* casesOf(member, name);
  }
}
