import type { MutantsTask } from "../bounded/protocol.js";
import type { InspectedModule, RegoSources } from "../compiler/protocol.js";
import { loadRegoCompiler, type RegoCompiler } from "../compiler/rego-compiler.js";
import { PolicyEvaluationError } from "../evaluate/policy-evaluation-error.js";
import { loadPolicyInstance, type PolicyInstance } from "../evaluate/policy-instance.js";
import { compileModule, type WasmModule } from "../evaluate/web-assembly.js";
import { neededModules } from "../rules/needed-modules.js";
import { chosenMutant, MutantCopies } from "./copies.js";
import type { AskedTest, MutantAnswer, MutantJob } from "./job.js";

type Tell = (answer: MutantAnswer) => void;

/** Tells the watching thread that a step begins. */
type Step = (inTest: boolean) => void;

/** Asks the tests about each change of each module, in the thread of rules. */
export async function judgeMutants(task: MutantsTask, step: Step, tell: Tell): Promise<Record<string, never>> {
  const { sources, data, jobs } = task;
  const compiler = await loadRegoCompiler();
  const { modules } = compiler.inspect({ modules: sources });
  for (const job of jobs) {
    step(false);
    const compiled = compileCopies(compiler, sources, modules, job, tell);
    if (compiled === undefined) continue;
    const { wasm, ids } = compiled;
    const chosen = (id: number): Promise<PolicyInstance> =>
      loadPolicyInstance(wasm, { data: { ...data, [chosenMutant]: id } });
    await judgeCopies(job, ids, chosen, step, tell);
  }
  return {};
}

async function judgeCopies(
  { file, tests }: MutantJob,
  ids: readonly number[],
  chosen: (id: number) => Promise<PolicyInstance>,
  step: Step,
  tell: Tell,
): Promise<void> {
  step(true);
  const unchanged = await chosen(0);
  const expected = tests.map((test) => {
    step(true);
    return answerOf(test, unchanged);
  });
  const failing = tests.find((_, i) => !holds(expected[i]));
  if (failing !== undefined) {
    const reason = `the test ${failing.name} does not pass when the rule is compiled beside its changes`;
    tell({ file, id: 0, outcome: { kind: "unusable", reason } });
    return;
  }
  tell({ file, id: 0, outcome: { kind: "survived" } });
  // What noticed one change is likely to notice the next one, and few of many tests read the same part of a library.
  const order = [...tests.keys()];
  for (const id of ids) {
    if (id === 0) continue;
    step(true);
    tell({ file, id, outcome: { kind: "began" } });
    const instance = await chosen(id);
    const place = order.findIndex((i) => {
      step(true);
      const test = tests[i];
      return test !== undefined && JSON.stringify(answerOf(test, instance)) !== JSON.stringify(expected[i]);
    });
    const [first] = place === -1 ? [] : order.splice(place, 1);
    if (first !== undefined) order.unshift(first);
    const noticed = first === undefined ? undefined : tests[first];
    const outcome =
      noticed === undefined
        ? ({ kind: "survived" } as const)
        : ({ kind: "noticed", test: `data.${noticed.package}.${noticed.name}` } as const);
    tell({ file, id, outcome });
  }
}

/** Compiles the changed modules together; those that are refused are left out. */
function compileCopies(
  compiler: RegoCompiler,
  sources: RegoSources,
  modules: readonly InspectedModule[],
  { file, mutants, tests }: MutantJob,
  tell: Tell,
): { readonly wasm: WasmModule; readonly ids: readonly number[] } | undefined {
  const entrypoints = [...new Set(tests.map(entrypointOf))].sort();
  const needed = neededModules(
    [file, ...modules.filter((each) => tests.some((test) => test.package === each.package)).map(({ path }) => path)],
    modules,
  );
  const kept = Object.fromEntries(needed.map(({ path }) => [path, sources[path] ?? ""]));
  const copies = new MutantCopies(kept, modules, file, mutants);
  for (;;) {
    const compiled = compiler.compile({ modules: copies.sources(), entrypoints });
    if (compiled.ok) return { wasm: compileModule(compiled.wasm), ids: copies.ids };
    const refused = copies.refuse(compiled.errors);
    if (refused === undefined || refused.includes(0)) {
      const reason = compiled.errors[0]?.message ?? "it does not compile";
      tell({ file, id: 0, outcome: { kind: "unusable", reason } });
      return undefined;
    }
    for (const id of refused) tell({ file, id, outcome: { kind: "refused" } });
  }
}

function entrypointOf({ package: path, name }: AskedTest): string {
  return `${path}.${name}`.replaceAll(".", "/");
}

/** What a test gives, or the message of its error; undefined where it gives nothing. */
function answerOf(test: AskedTest, instance: PolicyInstance): unknown {
  try {
    const [first] = JSON.parse(instance.withInput({}).evaluateJson(entrypointOf(test))) as { result: unknown }[];
    return first?.result;
  } catch (error) {
    return PolicyEvaluationError.from(error).message;
  }
}

/** Whether a test passes: true, or true in each of its cases. */
function holds(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === true;
  const cases = Object.values(value);
  return cases.length > 0 && cases.every(holds);
}
