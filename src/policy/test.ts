import { availableParallelism } from "node:os";
import { RE2JS } from "re2js";
import { defined } from "../foundation/defined.js";
import type { JsonObject } from "../foundation/json-value.js";
import { by } from "../foundation/order.js";
import { runTask } from "./bounded/run-task.js";
import { baseName, type TestsTask, type WasmTestAnswer } from "./bounded/protocol.js";
import type { FileCoverage, RegoProblem, RegoSources, RegoTest, TestResult } from "./compiler/protocol.js";
import { loadRegoCompiler } from "./compiler/rego-compiler.js";
import { readingModules } from "./rules/reading-modules.js";
import { joinedCoverage, testGroups } from "./test-groups.js";

export type { FileCoverage } from "./compiler/protocol.js";

/** A test as it ran on OPA's own evaluator, and whether the compiled policy agrees. */
export interface RuleTest extends RegoTest {
  /** The result of the compiled policy, where that differs from OPA's. */
  readonly difference?: string;
}

export interface RuleTestOptions {
  /** Regular expression (RE2) over the full name `data.<package>.<test>`. */
  readonly run?: string;
  readonly coverage: boolean;
  /** Longest time that one test may take on one evaluator, in milliseconds. Default: 10,000. */
  readonly timeLimitMs?: number;
  readonly cacheFolder?: string;
  /** The data that lies beside the rules. */
  readonly data?: JsonObject;
  /** Whether a module ships with aims; none unless given. Those that no test needs are left out. */
  readonly isShipped?: (path: string) => boolean;
}

export interface RuleTestResult {
  readonly tests: readonly RuleTest[];
  /** Empty, too, where a test had to be ended on OPA's evaluator. */
  readonly coverage: readonly FileCoverage[];
  readonly errors: readonly RegoProblem[];
}

const DEFAULT_TIME_LIMIT_MS = 10_000;

/** Groups of tests at a time: each has a compiler of its own, which takes some 200 MB. */
const MOST_AT_ONCE = 2;

/**
 * Runs the tests twice, on OPA's own evaluator and as WASM with aims' builtins: a test that passes here passes on an OPA server too.
 * Both run in threads of their own, in which a test that exceeds the time limit is ended; the others keep their results. Many shipped tests
 * are compiled in groups.
 * @param sources Rego texts by path, rules and tests
 */
export async function testRules(sources: RegoSources, options: RuleTestOptions): Promise<RuleTestResult> {
  const { run, isShipped = () => false } = options;
  const own = Object.fromEntries(Object.entries(sources).filter(([path]) => !isShipped(path)));
  const reads = new Map((await readingModules(own)).map((module) => [module.path, module.reads]));
  const groups = testGroups(sources, { run, isShipped, reads });
  const results: RuleTestResult[] = [];
  const waiting = groups.entries();
  const work = async (): Promise<void> => {
    for (const [index, group] of waiting) results[index] = await testGroup(group, options);
  };
  const workers = Math.min(MOST_AT_ONCE, availableParallelism(), groups.length);
  await Promise.all(Array.from({ length: workers }, work));
  const [only] = results;
  if (results.length === 1 && only !== undefined) return only;
  return {
    tests: results.flatMap(({ tests }) => tests).sort(by(({ file }) => file)),
    coverage: joinedCoverage(results.map(({ coverage }) => coverage)),
    errors: results.flatMap(({ errors }) => errors),
  };
}

/** Runs the tests of modules that are compiled together. */
async function testGroup(sources: RegoSources, options: RuleTestOptions): Promise<RuleTestResult> {
  const { run, coverage, timeLimitMs = DEFAULT_TIME_LIMIT_MS, cacheFolder, data = {}, isShipped } = options;
  const keysAreKnown = isShipped !== undefined && Object.keys(sources).every(isShipped);
  const answers: (WasmTestAnswer | undefined)[] = [];
  let onOpa: TestResult | undefined;
  const optional = defined({ run, cacheFolder });
  const task = { kind: "tests", sources, data, coverage, keysAreKnown, timeLimit: timeLimitMs, ...optional } as const;
  const result = await runTask(task, {
    testLimit: limitOnOpa(timeLimitMs),
    onOpa: (result) => {
      onOpa = result;
    },
    onAnswer: (answer) => {
      answers.push(answer);
    },
  });
  const { tests, coverage: rows = [], errors } = onOpa ?? (await testOneByOne(task));
  if (errors.length > 0 || tests.length === 0) return { tests, coverage: rows, errors };
  const ran = tests.filter(({ state }) => state !== "skipped");
  const wrong = result?.errors ?? (await askTheOthers(task, ran, answers, onOpa !== undefined));
  if (wrong.length > 0) return { tests, coverage: rows, errors: wrong };
  const passing = new Set(ran.filter(({ state }) => state === "pass").map(ruleName));
  const differences = new Map(
    ran.map((test, i) => [test, differenceOf(test, passing.has(ruleName(test)), answers[i], timeLimitMs)]),
  );
  return {
    tests: tests.map((test) => ({ ...test, ...advised(test), ...defined({ difference: differences.get(test) }) })),
    coverage: rows,
    errors: [],
  };
}

/** OPA's evaluator ends tests by itself at the limit, unless they stay in one builtin. */
function limitOnOpa(timeLimit: number): number {
  return 2 * timeLimit;
}

/** After one of the tests did not end on OPA's evaluator, and took the results of the others with it. */
async function testOneByOne(task: TestsTask): Promise<TestResult> {
  const tests: RegoTest[] = [];
  for (const test of await testsNamed(task.sources, task.run)) {
    let alone: TestResult | undefined;
    await runTask(
      { ...task, coverage: false, run: `^${RE2JS.quote(fullName(test))}$` },
      {
        testLimit: limitOnOpa(task.timeLimit),
        onOpa: (result) => {
          alone = result;
        },
      },
    );
    tests.push(...(alone?.tests ?? [{ ...test, state: "error" as const, message: unfinished(task.timeLimit) }]));
  }
  return { tests, errors: [] };
}

/**
 * Asks the compiled policy about the tests that have no answer yet.
 * @param answers in the order of the tests; undefined for one that was ended
 * @param ended whether the first test without an answer is one
 */
async function askTheOthers(
  { sources, data, cacheFolder, timeLimit }: TestsTask,
  tests: readonly RegoTest[],
  answers: (WasmTestAnswer | undefined)[],
  ended: boolean,
): Promise<readonly RegoProblem[]> {
  if (ended) answers.push(undefined);
  while (answers.length < tests.length) {
    const others = tests.slice(answers.length);
    const result = await runTask(
      { kind: "wasm-tests", sources, data, tests: others, ...defined({ cacheFolder }) },
      {
        testLimit: timeLimit,
        onAnswer: (answer) => {
          answers.push(answer);
        },
      },
    );
    if (result !== undefined) return result.errors;
    answers.push(undefined);
  }
  return [];
}

type NamedTest = Pick<RegoTest, "package" | "name" | "file" | "row">;

async function testsNamed(sources: RegoSources, run: string | undefined): Promise<readonly NamedTest[]> {
  const compiler = await loadRegoCompiler("short");
  const wanted = run === undefined ? undefined : RE2JS.compile(run);
  return compiler.inspect({ modules: sources }).modules.flatMap((module) =>
    module.rules
      .filter(({ name }) => name.startsWith("test_"))
      .map(({ name, row }) => ({ package: module.package, name, file: module.path, row }))
      .filter((test) => wanted?.matcher(fullName(test)).find() ?? true),
  );
}

function fullName(test: NamedTest): string {
  return `data.${test.package}.${test.name}`;
}

/** Tests of one name are one rule for a compiled policy, which holds where one of them does. */
function ruleName(test: RegoTest): string {
  return `${test.package}.${baseName(test)}`;
}

/** @param passesOnOpa whether the test does, or another of its name */
function differenceOf(
  test: RegoTest,
  passesOnOpa: boolean,
  passes: WasmTestAnswer | undefined,
  timeLimit: number,
): string | undefined {
  if (passes === undefined) return endedByLimit(test) ? undefined : `as WASM, ${unfinished(timeLimit)}`;
  if (typeof passes === "string") return `as WASM it ends in an error: ${passes}`;
  if (passes === passesOnOpa) return undefined;
  return `${passesOnOpa ? "passes" : "fails"} on OPA, ${passes ? "passes" : "fails"} as WASM`;
}

const UNFINISHED = "the test did not end within";
const ADVICE = "give it less to do, or more time by --timeout";

function unfinished(timeLimit: number): string {
  return `${UNFINISHED} ${String(timeLimit)} ms: ${ADVICE}`;
}

function endedByLimit({ message }: RegoTest): boolean {
  return message?.startsWith(UNFINISHED) === true;
}

/** OPA's evaluator says when it ended a test, and nothing about what to do. */
function advised(test: RegoTest): { readonly message?: string } {
  const { message = "" } = test;
  return endedByLimit(test) && !message.endsWith(ADVICE) ? { message: `${message}: ${ADVICE}` } : {};
}
