import { Worker } from "node:worker_threads";

import type { SubjectAnswer } from "./rule-evaluator.js";
import { PROGRESS_BYTES, progressSlot } from "./worker-protocol.js";
import type { WorkerBatch, WorkerMessage, WorkerStart } from "./worker-protocol.js";

/** The step at which a worker was stopped: position of the input in its batch, and of the rule (-1: all at once). */
export interface StoppedAt {
  readonly input: number;
  readonly rule: number;
  /** Why it did not finish. */
  readonly reason: string;
}

export interface PoolWorkerEvents {
  /** The policy is loaded; called once. */
  readonly onReady: () => void;
  /** The worker could not load the policy. */
  readonly onFailed: (error: string) => void;
  readonly onAnswers: (answers: readonly SubjectAnswer[]) => void;
  /** The batch was not finished; the worker is gone. */
  readonly onStopped: (at: StoppedAt) => void;
}

/** Looks at the progress in the course of one time limit: an evaluation is stopped after this many without any. */
const LOOKS = 4;

/**
 * MiB for young objects. Answers are short-lived texts: in the room that the engine would take by itself, they only lie longer. What
 * lives on has the engine's own limit, so that a large descriptor is judged like a small one.
 */
const YOUNG_GENERATION = 4;

/** One worker thread, which is given a batch at a time and terminated when one evaluation in it takes too long. */
export class PoolWorker {
  readonly #worker: Worker;
  readonly #progress: Int32Array;
  readonly #events: PoolWorkerEvents;
  readonly #timeLimitMs: number;
  #ready = false;
  #busy = false;
  #watch: NodeJS.Timeout | undefined;

  constructor(entry: URL, start: Omit<WorkerStart, "progress">, timeLimitMs: number, events: PoolWorkerEvents) {
    const progress = new SharedArrayBuffer(PROGRESS_BYTES);
    this.#progress = new Int32Array(progress);
    this.#events = events;
    this.#timeLimitMs = timeLimitMs;
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION };
    this.#worker = new Worker(entry, { workerData: { ...start, progress } satisfies WorkerStart, resourceLimits });
    this.#worker.on("message", (message: WorkerMessage) => {
      this.#receive(message);
    });
    this.#worker.on("error", (error) => {
      this.#died(`the evaluation broke down: ${error.message}`);
    });
    this.#worker.on("exit", (code) => {
      this.#died(`the evaluation ended with exit code ${String(code)}`);
    });
  }

  get idle(): boolean {
    return this.#ready && !this.#busy;
  }

  send(batch: WorkerBatch): void {
    this.#busy = true;
    this.#worker.ref();
    this.#watch = this.#watchProgress();
    this.#worker.postMessage(batch, [batch.bytes.buffer as ArrayBuffer]);
  }

  /** Ends the thread, whatever it is doing; no event follows. */
  async terminate(): Promise<void> {
    this.#rest();
    this.#worker.removeAllListeners();
    // A thread that is going down may still report an error, which nobody would be waiting for.
    this.#worker.on("error", () => undefined);
    await this.#worker.terminate();
  }

  #receive(message: WorkerMessage): void {
    if (message.kind === "failed") {
      this.#events.onFailed(message.error);
      return;
    }
    this.#rest();
    // Waiting for the next batch must not keep the process alive.
    this.#worker.unref();
    if (message.kind === "ready") {
      this.#ready = true;
      this.#events.onReady();
    } else {
      this.#events.onAnswers(message.answers);
    }
  }

  #rest(): void {
    this.#busy = false;
    clearInterval(this.#watch);
  }

  #watchProgress(): NodeJS.Timeout {
    let seen = -1;
    let looks = 0;
    return setInterval(
      () => {
        const evaluations = Atomics.load(this.#progress, progressSlot.evaluations);
        looks = evaluations === seen ? looks + 1 : 0;
        seen = evaluations;
        if (looks >= LOOKS) this.#stop(`did not finish within ${String(this.#timeLimitMs)} ms`);
      },
      Math.max(1, this.#timeLimitMs / LOOKS),
    );
  }

  #died(reason: string): void {
    if (!this.#ready) {
      this.#events.onFailed(reason);
    } else if (this.#busy) {
      this.#stop(reason);
    }
  }

  #stop(reason: string): void {
    const at = {
      input: Atomics.load(this.#progress, progressSlot.input),
      rule: Atomics.load(this.#progress, progressSlot.rule),
      reason,
    };
    void this.terminate();
    this.#events.onStopped(at);
  }
}
