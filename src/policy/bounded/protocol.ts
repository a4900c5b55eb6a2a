import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { JsonObject } from "../../foundation/json-value.js";
import type { RegoSources, RegoTest, TestResult } from "../compiler/protocol.js";
import type { MutantAnswer, MutantJob } from "../mutants/job.js";
import type { Rule, RuleSubject } from "../rule.js";
import type { ClaimingModule } from "../rules/data-problems.js";
import type { RulesRequest } from "../rules/request.js";

/** Work on rules that is done in a thread of its own, so that it can be ended and a signal is heard meanwhile. */
export type RulesTask = CheckTask | CompileTask | FieldsTask | MutantsTask | TestsTask | WasmTestsTask;

export interface CheckTask extends RulesRequest {
  readonly kind: "check";
}

export interface CompileTask extends RulesRequest {
  readonly kind: "compile";
}

/** Runs tests on OPA's own evaluator, and asks the compiled policy about them then. */
export interface TestsTask {
  readonly kind: "tests";
  readonly sources: RegoSources;
  /** The value of the data that lies beside the rules. */
  readonly data: JsonObject;
  /** Regular expression (RE2) over the full names. */
  readonly run?: string;
  readonly coverage: boolean;
  /** Whether the constant keys of references into data were checked before. */
  readonly keysAreKnown: boolean;
  /** Of one test, in milliseconds. */
  readonly timeLimit: number;
  readonly cacheFolder?: string;
}

/** Asks the compiled policy what tests give. */
export interface WasmTestsTask {
  readonly kind: "wasm-tests";
  readonly sources: RegoSources;
  /** The value of the data that lies beside the rules. */
  readonly data: JsonObject;
  readonly tests: readonly RegoTest[];
  readonly cacheFolder?: string;
}

/** Changes modules and asks the tests about each change. */
export interface MutantsTask {
  readonly kind: "mutants";
  readonly sources: RegoSources;
  /** The value of the data that lies beside the rules. */
  readonly data: JsonObject;
  readonly jobs: readonly MutantJob[];
}

/** Changes fields of what tests ask rules about. */
export interface FieldsTask {
  readonly kind: "fields";
  readonly sources: RegoSources;
  /** The value of the data that lies beside the rules. */
  readonly data: JsonObject;
  readonly rules: readonly {
    readonly id: string;
    readonly file: string;
    readonly subject: RuleSubject;
    /** Entry points of all that the rule says. */
    readonly asked: readonly string[];
  }[];
  /** Of one test, in milliseconds. */
  readonly timeLimit: number;
}

/** Each change of each field, for each rule once: whether the rule says something else for one of its inputs. */
export interface FieldsResult {
  readonly changes: readonly {
    readonly rule: string;
    readonly field: string;
    readonly change: string;
    readonly noticed: boolean;
  }[];
  /** Problems that kept the rules from being asked. */
  readonly errors: TestResult["errors"];
}

/** Rules as they were read, and what is wrong with them, but for their data, which stays in the thread that read it. */
export interface CheckedRules {
  readonly rules: Rule[];
  readonly diagnostics: Diagnostic[];
  /** All modules that were not compiled before: no data may stand where they declare something. */
  readonly modules: readonly ClaimingModule[];
}

/** The result of each kind of task. */
export interface RulesResults {
  readonly check: CheckedRules;
  readonly compile: CheckedRules & { readonly wasm?: Uint8Array<ArrayBuffer> };
  readonly fields: FieldsResult;
  /** The answers are told one by one. */
  readonly mutants: Record<string, never>;
  readonly tests: WasmTestsResult;
  readonly "wasm-tests": WasmTestsResult;
}

/** The answers of the compiled policy are told one by one; these are the problems that kept it from being compiled. */
export interface WasmTestsResult {
  readonly errors: TestResult["errors"];
}

/** The name of a test as it is written: OPA numbers those that have one name. */
export function baseName({ name }: Pick<RegoTest, "name">): string {
  return name.replace(/#\d+$/, "");
}

/** Whether a test passes, or the message of the error that it ends in. */
export type WasmTestAnswer = boolean | string;

export type RulesThreadMessage =
  | { readonly kind: "done"; readonly result: unknown }
  /** The results on OPA's own evaluator. */
  | { readonly kind: "opa"; readonly result: TestResult }
  /** The answer of one test, in their order: those of a thread that is ended are not lost. */
  | { readonly kind: "answer"; readonly answer: WasmTestAnswer }
  /** What became of one change. */
  | { readonly kind: "mutant"; readonly answer: MutantAnswer }
  | { readonly kind: "failed"; readonly message: string; readonly details: string };

/** Slots of the progress array: steps begun so far, and whether the step at hand is a test. */
export const rulesProgress: { readonly steps: 0; readonly inTest: 1 } = { steps: 0, inTest: 1 };

export const RULES_PROGRESS_BYTES = 8;

export interface RulesThreadStart {
  readonly task: RulesTask;
  readonly progress: SharedArrayBuffer;
}
