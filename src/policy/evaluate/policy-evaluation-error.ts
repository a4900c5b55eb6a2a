import { Buffer } from "node:buffer";

/** The place in the Rego sources at which an evaluation failed; row and column count from 1. */
export interface RegoLocation {
  readonly file: string;
  readonly row: number;
  readonly column: number;
}

export interface PolicyEvaluationErrorDetails {
  readonly location?: RegoLocation | undefined;
  readonly builtin?: string | undefined;
  readonly outOfMemory?: boolean | undefined;
  readonly cause?: unknown;
}

/**
 * The one error of policy evaluation: whatever the WASM module, the runtime or a host builtin threw, normalised.
 * `location` is there when the policy said where it happened, `builtin` when a host builtin is the cause.
 */
export class PolicyEvaluationError extends Error {
  override readonly name = "PolicyEvaluationError";
  readonly location: RegoLocation | undefined;
  readonly builtin: string | undefined;
  /** Whether the policy's memory limit was the reason. */
  readonly outOfMemory: boolean;

  constructor(message: string, details: PolicyEvaluationErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.location = details.location;
    this.builtin = details.builtin;
    this.outOfMemory = details.outOfMemory ?? false;
  }

  /** The message with the place in the Rego sources before it: `rules/a.rego:3:1: var assignment conflict`. */
  get locatedMessage(): string {
    if (this.location === undefined) return this.message;
    const { file, row, column } = this.location;
    return `${file}:${String(row)}:${String(column)}: ${this.message}`;
  }

  /** Anything thrown during an evaluation, as a PolicyEvaluationError. */
  static from(thrown: unknown): PolicyEvaluationError {
    if (thrown instanceof PolicyEvaluationError) return thrown;
    const text = messageOf(thrown);
    if (text.includes("opa_malloc: failed")) {
      return new PolicyEvaluationError("the policy needs more memory than its limit allows", {
        outOfMemory: true,
        cause: thrown,
      });
    }
    if (thrown instanceof RangeError && text.includes("call stack")) {
      return new PolicyEvaluationError("the policy or its input is nested too deeply", { cause: thrown });
    }
    // A policy aborts with "file:row:column: message"; the file name may hold colons itself.
    const located = /^(.+):(\d+):(\d+): (.*)$/su.exec(text);
    if (located !== null) {
      const [, file = "", row, column, message = ""] = located;
      return new PolicyEvaluationError(message, {
        location: { file, row: Number(row), column: Number(column) },
        cause: thrown,
      });
    }
    return new PolicyEvaluationError(text === "" ? "the policy stopped for an unknown reason" : text, {
      cause: thrown,
    });
  }
}

function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  // opa-wasm throws the text of an abort with a character for each of its bytes.
  if (typeof thrown === "string") return Buffer.from(thrown, "latin1").toString("utf8");
  if (typeof thrown !== "object" || thrown === null || !("message" in thrown)) return "";
  return typeof thrown.message === "string" ? thrown.message : "";
}
