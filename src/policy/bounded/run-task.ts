import { Worker } from "node:worker_threads";

import { threadProgram } from "../../files/package.js";
import type { TestResult } from "../compiler/protocol.js";
import type { MutantAnswer } from "../mutants/job.js";
import { RegoCompilerError } from "../compiler/rego-compiler-error.js";
import { RULES_PROGRESS_BYTES, rulesProgress } from "./protocol.js";
import type { RulesResults, RulesTask, RulesThreadMessage, RulesThreadStart, WasmTestAnswer } from "./protocol.js";

export interface TaskOptions {
  /** Longest time in milliseconds that one test may take. */
  readonly testLimit?: number;
  /** Told the results on OPA's own evaluator. */
  readonly onOpa?: (result: TestResult) => void;
  /** Told the answer of each test of the compiled policy. */
  readonly onAnswer?: (answer: WasmTestAnswer) => void;
  /** Told what became of each change of a module. */
  readonly onMutant?: (answer: MutantAnswer) => void;
}

/** Longest time for reading, checking or compiling: own rules with all those of aims take some ten seconds, and several times that on a busy machine. */
export const WORK_LIMIT_MS = 120_000;
const LOOKS = 4;

/**
 * Does a task in a thread of its own, which is ended when a test takes longer than its limit, or the reading and compiling longer than
 * two minutes: undefined then.
 *
 * @throws RegoCompilerError when the compiler breaks
 */
export async function runTask<Kind extends RulesTask["kind"]>(
  task: Extract<RulesTask, { readonly kind: Kind }>,
  { testLimit = WORK_LIMIT_MS, onOpa, onAnswer, onMutant }: TaskOptions = {},
): Promise<RulesResults[Kind] | undefined> {
  const progress = new SharedArrayBuffer(RULES_PROGRESS_BYTES);
  const start: RulesThreadStart = { task, progress };
  const worker = new Worker(threadProgram("rules-thread"), { workerData: start });
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<RulesResults[Kind] | undefined>((resolve, reject) => {
      watch = watchSteps(new Int32Array(progress), testLimit, () => {
        resolve(undefined);
      });
      worker.on("message", (message: RulesThreadMessage) => {
        if (message.kind === "opa") onOpa?.(message.result);
        else if (message.kind === "answer") onAnswer?.(message.answer);
        else if (message.kind === "mutant") onMutant?.(message.answer);
        else if (message.kind === "done") resolve(message.result as RulesResults[Kind]);
        else reject(new RegoCompilerError(message.message, message.details));
      });
      worker.on("error", reject);
      worker.on("exit", () => {
        reject(new RegoCompilerError("The Rego compiler ended before it answered."));
      });
    });
  } finally {
    clearInterval(watch);
    worker.removeAllListeners();
    worker.on("error", () => undefined);
    await worker.terminate();
  }
}

/** Calls back once no step was begun for the time that the one at hand may take. */
function watchSteps(progress: Int32Array, testLimit: number, onStopped: () => void): NodeJS.Timeout {
  let seen = -1;
  let since = performance.now();
  return setInterval(
    () => {
      const steps = Atomics.load(progress, rulesProgress.steps);
      if (steps !== seen) since = performance.now();
      seen = steps;
      const limit = Atomics.load(progress, rulesProgress.inTest) === 1 ? testLimit : Math.max(WORK_LIMIT_MS, testLimit);
      if (performance.now() - since > limit) onStopped();
    },
    Math.max(1, Math.min(testLimit / LOOKS, 250)),
  );
}
