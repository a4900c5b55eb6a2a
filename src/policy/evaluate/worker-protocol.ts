import type { EntryRule } from "../rules/entry-modules.js";
import type { RuleSubject } from "../rule.js";
import type { SubjectAnswer } from "./rule-evaluator.js";
import type { WasmModule } from "./web-assembly.js";

/** Data that a worker is started with. */
export interface WorkerStart {
  readonly modules: readonly {
    readonly module: WasmModule;
    /** JSON text of its data document. */
    readonly data: Uint8Array;
  }[];
  readonly rules: readonly EntryRule[];
  readonly memoryLimitPages: number | undefined;
  /** Three 32-bit integers by which the worker shows what it is doing: see `progressSlot`. */
  readonly progress: SharedArrayBuffer;
}

/** Slots of the progress array: evaluations begun so far, position of the input, position of the rule or -1 for all. */
export const progressSlot: { readonly evaluations: 0; readonly input: 1; readonly rule: 2 } = {
  evaluations: 0,
  input: 1,
  rule: 2,
};

export const PROGRESS_BYTES = 12;

/** A batch of inputs, end to end in `bytes`. */
export interface WorkerBatch {
  readonly subject: RuleSubject;
  readonly bytes: Uint8Array;
  readonly inputs: readonly WorkerInput[];
}

export interface WorkerInput {
  readonly start: number;
  readonly end: number;
  /** Ids of the rules to ask one by one; absent: all rules at once. */
  readonly rules?: readonly string[] | undefined;
}

export type WorkerMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly error: string }
  | { readonly kind: "answers"; readonly answers: readonly SubjectAnswer[] };
