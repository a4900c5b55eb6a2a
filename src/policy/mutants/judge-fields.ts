import type { FieldsTask, FieldsResult } from "../bounded/protocol.js";
import { loadRegoCompiler } from "../compiler/rego-compiler.js";
import { PolicyEvaluationError } from "../evaluate/policy-evaluation-error.js";
import { loadPolicyInstance, type PolicyInstance } from "../evaluate/policy-instance.js";
import { compileModule, type WasmModule } from "../evaluate/web-assembly.js";
import { hostDocuments, isTest } from "../packages.js";
import { inputSchemas } from "../rules/input-schemas.js";
import { fieldChangesOf, fieldsOf } from "./field-changes.js";
import { seenInputs, watched, type SeenInput } from "./watch-inputs.js";

/** Changes fields of what the tests ask rules about, and compares what the rules say, in the thread of rules. */
export async function judgeFields(
  { sources, data, rules, timeLimit }: FieldsTask,
  step: (inTest: boolean) => void,
): Promise<FieldsResult> {
  step(false);
  const compiler = await loadRegoCompiler();
  const { modules } = compiler.inspect({ modules: sources });
  const request = {
    modules: watched(
      sources,
      modules,
      rules.map(({ file }) => file),
    ),
    data,
    timeLimit,
  };
  const { tests, errors } = compiler.test({ ...request, documents: hostDocuments }, () => {
    step(false);
  });
  if (errors.length > 0) return { changes: [], errors };
  const seen = seenInputs(tests);
  step(false);
  const entrypoints = rules.flatMap(({ asked }) => asked);
  const kept = Object.fromEntries(Object.entries(sources).filter(([path]) => !isTest({ name: path })));
  const compiled = compiler.compile({ modules: kept, entrypoints: [...new Set(entrypoints)].sort() });
  if (!compiled.ok) return { changes: [], errors: compiled.errors };
  const wasm = compileModule(compiled.wasm);
  const changes: FieldsResult["changes"][number][] = [];
  for (const { id, file, subject, asked } of rules) {
    step(false);
    const found = await changesOfRule(wasm, asked, seen.get(file) ?? [], fieldsOf(inputSchemas()[subject]), data);
    changes.push(...found.map((each) => ({ rule: id, ...each })));
  }
  return { changes, errors: [] };
}

/** Each change of each field once, and whether the rule says something else for at least one input. */
async function changesOfRule(
  wasm: WasmModule,
  asked: readonly string[],
  inputs: readonly SeenInput[],
  fields: ReturnType<typeof fieldsOf>,
  data: object,
): Promise<{ readonly field: string; readonly change: string; readonly noticed: boolean }[]> {
  const found = new Map<string, { field: string; change: string; noticed: boolean }>();
  const instances = new Map<string, PolicyInstance>();
  for (const { input, params } of inputs) {
    const key = params === undefined ? "" : JSON.stringify(params);
    const instance =
      instances.get(key) ??
      (await loadPolicyInstance(wasm, { data: params === undefined ? data : { ...data, params } }));
    instances.set(key, instance);
    const before = saidBy(instance, asked, input);
    for (const { field, change, input: changed } of fieldChangesOf(input, fields)) {
      const known = found.get(`${field} ${change}`) ?? { field, change, noticed: false };
      found.set(`${field} ${change}`, known);
      if (!known.noticed) known.noticed = saidBy(instance, asked, changed) !== before;
    }
  }
  return [...found.values()];
}

/** All that a rule says, as a text. */
function saidBy(instance: PolicyInstance, asked: readonly string[], input: unknown): string {
  try {
    const given = instance.withInput(input as object);
    return asked.map((name) => given.evaluateJson(name)).join("\n");
  } catch (error) {
    return PolicyEvaluationError.from(error).message;
  }
}
