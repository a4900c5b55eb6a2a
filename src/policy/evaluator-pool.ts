import { availableParallelism } from "node:os";

import { threadProgram } from "../files/package.js";
import type { RuleSubject } from "./rule.js";
import { EvaluationLedger } from "./evaluate/evaluation-ledger.js";
import type { EvaluationTask } from "./evaluate/evaluation-ledger.js";
import type { EvaluatorOptions } from "./in-process-evaluator.js";
import { PolicyEvaluationError } from "./evaluate/policy-evaluation-error.js";
import { jsonObjectBytes } from "./evaluate/policy-instance.js";
import { PoolWorker } from "./evaluate/pool-worker.js";
import type { StoppedAt } from "./evaluate/pool-worker.js";
import type { RuleEvaluator, SubjectAnswer, SubjectOutcomes } from "./evaluate/rule-evaluator.js";
import { compileModule } from "./evaluate/web-assembly.js";
import type { WorkerBatch, WorkerStart } from "./evaluate/worker-protocol.js";

export interface EvaluatorPoolOptions extends EvaluatorOptions {
  /** Worker threads. Default: one for each processor, at most four. */
  readonly workers?: number | undefined;
  /** Longest time that one evaluation may take. Default: 5000. */
  readonly timeLimitMs?: number | undefined;
}

/** Inputs sent to a worker at once: enough to make the messages cheap, few enough to share the work evenly. */
const BATCH = 32;
const DEFAULT_TIME_LIMIT_MS = 5000;
const MOST_WORKERS_BY_DEFAULT = 4;

/**
 * Evaluates in worker threads. An evaluation that exceeds the time limit is stopped with its thread; the rule in which it
 * happened gets the error "did not finish within N ms" for that subject, and after three subjects it is given up on, so that
 * every run ends. All other rules keep their outcomes, and the outcomes do not depend on the number of workers.
 *
 * Inputs wait in the caller's own memory: at most one batch of them a worker is copied. Idle workers do not keep the process
 * alive. The workers load the policy while the caller goes on: `ready` and evaluations are rejected with what
 * `loadPolicyInstance` throws. Throws PolicyEvaluationError for data that is not a JSON object.
 */
export function startEvaluatorPool(options: EvaluatorPoolOptions): RuleEvaluator {
  const start = {
    modules: options.modules.map(({ wasm, data }) => ({
      module: compileModule(wasm),
      data: jsonObjectBytes(data ?? {}, "data"),
    })),
    rules: options.rules.map(({ id, package: path, subject, declares }) => ({ id, package: path, subject, declares })),
    memoryLimitPages: options.memoryLimitPages,
  };
  const workers = options.workers ?? Math.min(availableParallelism(), MOST_WORKERS_BY_DEFAULT);
  return new EvaluatorPool(start, Math.max(1, workers), options.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS);
}

/** The same, as soon as it is ready. Throws PolicyEvaluationError as `loadPolicyInstance` does. */
export async function createEvaluatorPool(options: EvaluatorPoolOptions): Promise<RuleEvaluator> {
  const pool = startEvaluatorPool(options);
  await pool.ready;
  return pool;
}

interface Call {
  readonly tasks: readonly EvaluationTask[];
  /** Tasks without an answer. */
  open: number;
  readonly resolve: (outcomes: readonly SubjectOutcomes[]) => void;
  readonly reject: (error: Error) => void;
}

interface Assignment {
  readonly tasks: readonly EvaluationTask[];
  readonly batch: WorkerBatch;
}

class EvaluatorPool implements RuleEvaluator {
  /** Settled as soon as one worker has loaded the policy, or could not. */
  readonly ready: Promise<void>;
  readonly #start: Omit<WorkerStart, "progress">;
  readonly #timeLimitMs: number;
  readonly #ledger: EvaluationLedger;
  /** Each worker with the batch that it has. */
  readonly #workers = new Map<PoolWorker, Assignment | undefined>();
  readonly #calls: Call[] = [];
  readonly #callOf = new Map<EvaluationTask, Call>();
  /** In the order of the tasks, so that a rule that does not finish is given up on early. */
  #queue: EvaluationTask[] = [];
  #tasks = 0;
  #failure: PolicyEvaluationError | undefined;
  #announceStart: () => void = () => undefined;
  #announceFailure: (error: Error) => void = () => undefined;

  constructor(start: Omit<WorkerStart, "progress">, workers: number, timeLimitMs: number) {
    this.#start = start;
    this.#timeLimitMs = timeLimitMs;
    this.#ledger = new EvaluationLedger(start.rules);
    this.ready = new Promise((resolve, reject) => {
      this.#announceStart = resolve;
      this.#announceFailure = reject;
    });
    // A failure is met by whoever evaluates or waits; until then it must not count as unhandled.
    this.ready.catch(() => undefined);
    for (let i = 0; i < workers; i++) this.#startWorker();
  }

  evaluate(subject: RuleSubject, inputs: readonly Uint8Array[]): Promise<readonly SubjectOutcomes[]> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      const tasks = inputs.map((input): EvaluationTask => ({
        order: this.#tasks++,
        subject,
        input,
        oneByOne: false,
        unfinished: new Map(),
      }));
      const call: Call = { tasks, open: tasks.length, resolve, reject };
      this.#calls.push(call);
      for (const task of tasks) this.#callOf.set(task, call);
      this.#queue.push(...tasks);
      this.#settleCalls();
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    this.#fail(new PolicyEvaluationError("the evaluator is closed"));
    await Promise.all([...this.#workers.keys()].map((worker) => worker.terminate()));
    this.#workers.clear();
  }

  #startWorker(): void {
    const worker: PoolWorker = new PoolWorker(threadProgram("evaluation-worker"), this.#start, this.#timeLimitMs, {
      onReady: () => {
        this.#announceStart();
        this.#dispatch();
      },
      onFailed: (error) => {
        this.#fail(new PolicyEvaluationError(error));
        void this.close();
      },
      onAnswers: (answers) => {
        const assignment = this.#workers.get(worker);
        this.#workers.set(worker, undefined);
        this.#accept(assignment?.tasks ?? [], answers);
        this.#dispatch();
      },
      onStopped: (at) => {
        const assignment = this.#workers.get(worker);
        this.#workers.delete(worker);
        this.#startWorker();
        if (assignment !== undefined) this.#retry(assignment, at);
      },
    });
    this.#workers.set(worker, undefined);
  }

  #dispatch(): void {
    for (const worker of this.#workers.keys()) {
      if (this.#queue.length === 0) return;
      if (!worker.idle) continue;
      const subject = this.#queue[0]?.subject;
      const other = this.#queue.findIndex((task) => task.subject !== subject);
      const tasks = this.#queue.splice(0, Math.min(BATCH, other === -1 ? BATCH : other));
      const batch = this.#batchOf(tasks);
      this.#workers.set(worker, { tasks, batch });
      worker.send(batch);
    }
  }

  #batchOf(tasks: readonly EvaluationTask[]): WorkerBatch {
    const bytes = new Uint8Array(tasks.reduce((length, { input }) => length + input.byteLength, 0));
    let start = 0;
    const inputs = tasks.map((task) => {
      bytes.set(task.input, start);
      const end = start + task.input.byteLength;
      const place = { start, end, rules: this.#ledger.rulesToAsk(task) };
      start = end;
      return place;
    });
    return { subject: tasks[0]?.subject ?? "system", bytes, inputs };
  }

  #accept(tasks: readonly EvaluationTask[], answers: readonly SubjectAnswer[]): void {
    for (const [position, task] of tasks.entries()) {
      const answer = answers[position];
      if (answer === undefined) continue;
      task.answer = answer;
      const call = this.#callOf.get(task);
      if (call !== undefined) call.open--;
      this.#callOf.delete(task);
    }
    this.#settleCalls();
  }

  #settleCalls(): void {
    while (this.#calls[0]?.open === 0) {
      const call = this.#calls.shift();
      call?.resolve(call.tasks.map((task) => this.#ledger.settle(task)));
    }
  }

  /** Puts a batch that was not finished back into the queue; the answers of its worker so far are lost with it. */
  #retry({ tasks, batch }: Assignment, at: StoppedAt): void {
    const task = tasks[at.input];
    if (task !== undefined) {
      const asked = batch.inputs[at.input]?.rules ?? this.#ledger.rulesFor(task.subject).map(({ id }) => id);
      const rule = asked[at.rule];
      if (rule !== undefined) {
        this.#ledger.recordUnfinished(task, rule, at.reason);
      } else if (task.oneByOne) {
        // It did not get as far as a rule even one by one: there is no other way to try.
        for (const id of asked) this.#ledger.recordUnfinished(task, id, at.reason);
      }
      task.oneByOne = true;
    }
    this.#queue = [...tasks, ...this.#queue].sort((a, b) => a.order - b.order);
    this.#dispatch();
  }

  #fail(error: PolicyEvaluationError): void {
    this.#failure ??= error;
    this.#announceFailure(error);
    for (const call of this.#calls.splice(0)) call.reject(error);
    this.#callOf.clear();
    this.#queue = [];
  }
}
