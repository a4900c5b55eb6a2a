import { parentPort, workerData } from "node:worker_threads";

import { defined } from "../../foundation/defined.js";
import { checkRulesHere, compileRulesHere } from "../rules/compile-here.js";
import { compileCached } from "../compiler/compile-cache.js";
import type { RegoProblem, RegoTest } from "../compiler/protocol.js";
import { RegoCompilerError } from "../compiler/rego-compiler-error.js";
import { loadRegoCompiler, type RegoCompiler } from "../compiler/rego-compiler.js";
import { PolicyEvaluationError } from "../evaluate/policy-evaluation-error.js";
import { loadPolicyInstance, type PolicyInstance } from "../evaluate/policy-instance.js";
import { judgeFields } from "../mutants/judge-fields.js";
import { judgeMutants } from "../mutants/judge.js";
import { hostDocuments } from "../packages.js";
import { baseName, rulesProgress } from "./protocol.js";
import type {
  RulesTask,
  RulesThreadMessage,
  RulesThreadStart,
  TestsTask,
  WasmTestAnswer,
  WasmTestsResult,
  WasmTestsTask,
} from "./protocol.js";

// The entry of the thread that checks, compiles and tests rules.

type Post = (message: RulesThreadMessage) => void;

/** Tells the watching thread that a step begins. */
type Step = (inTest: boolean) => void;

async function perform(task: RulesTask, step: Step, post: Post): Promise<unknown> {
  switch (task.kind) {
    case "check":
      return checkRulesHere(task);
    case "compile":
      return compileRulesHere(task);
    case "fields":
      return judgeFields(task, step);
    case "mutants":
      return judgeMutants(task, step, (answer) => {
        post({ kind: "mutant", answer });
      });
    case "tests":
      return testTwice(task, step, post);
    case "wasm-tests":
      return wasmTests(task, step, post);
  }
}

async function testTwice(task: TestsTask, step: Step, post: Post): Promise<WasmTestsResult> {
  const { sources, data, run, coverage, timeLimit, cacheFolder } = task;
  const compiler = await loadRegoCompiler();
  const request = { modules: sources, data, documents: hostDocuments, coverage, run, timeLimit };
  const errors = unknownKeys(compiler, task);
  const result =
    errors.length > 0
      ? { tests: [], errors }
      : compiler.test(defined(request), () => {
          step(true);
        });
  post({ kind: "opa", result });
  const tests = result.tests.filter(({ state }) => state !== "skipped");
  if (tests.length === 0) return { errors: [] };
  step(false);
  return wasmTests({ kind: "wasm-tests", sources, data, tests, ...defined({ cacheFolder }) }, step, post);
}

/** The run of tests itself passes over constant keys that the data files do not have. */
function unknownKeys(compiler: RegoCompiler, { sources, data, keysAreKnown }: TestsTask): readonly RegoProblem[] {
  if (keysAreKnown || Object.keys(data).length === 0) return [];
  const { errors } = compiler.check({ modules: sources, data, documents: hostDocuments });
  return errors.filter(({ code }) => code === "undefined_key");
}

async function wasmTests(
  { sources, data, tests, cacheFolder }: WasmTestsTask,
  step: Step,
  post: Post,
): Promise<WasmTestsResult> {
  const entrypoints = [...new Set(tests.map(entrypointOf))].sort();
  const compiled = await compileCached({ modules: sources, entrypoints }, defined({ cacheFolder }));
  if (!compiled.ok) return { errors: compiled.errors };
  const instance = await loadPolicyInstance(compiled.wasm, { data });
  for (const test of tests) {
    step(true);
    post({ kind: "answer", answer: passesAsWasm(test, instance) });
  }
  return { errors: [] };
}

function entrypointOf(test: RegoTest): string {
  return `${test.package}.${baseName(test)}`.replaceAll(".", "/");
}

/** Whether the test holds in the compiled policy, or the message of its error. An undefined test, which has an empty result set, fails. */
function passesAsWasm(test: RegoTest, instance: PolicyInstance): WasmTestAnswer {
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

if (parentPort !== null) {
  const port = parentPort;
  const { task, progress } = workerData as RulesThreadStart;
  const slots = new Int32Array(progress);
  const post: Post = (message) => {
    port.postMessage(message);
  };
  const step: Step = (inTest) => {
    Atomics.store(slots, rulesProgress.inTest, inTest ? 1 : 0);
    Atomics.add(slots, rulesProgress.steps, 1);
  };
  perform(task, step, post).then(
    (result) => {
      post({ kind: "done", result });
    },
    (error: unknown) => {
      const details = error instanceof RegoCompilerError ? error.details : "";
      post({ kind: "failed", message: error instanceof Error ? error.message : String(error), details });
    },
  );
}
