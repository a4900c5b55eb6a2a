import { Buffer } from "node:buffer";

import { authorsName, loadBuiltins } from "../builtins/index.js";
import type { HostBuiltin } from "../builtins/rego/value.js";
import { PolicyEvaluationError } from "./policy-evaluation-error.js";
import { compileModule } from "./web-assembly.js";
import type { WasmModule } from "./web-assembly.js";
import { WasmPolicy } from "./wasm-policy.js";

/** Input of an evaluation: a plain object, or the UTF-8 bytes of its JSON text (faster: nothing is serialised again). */
export type PolicyInput = Uint8Array | ArrayBuffer | object;

export interface PolicyOptions {
  /** The `data` document: a JSON object, or the UTF-8 bytes of one. Default: empty. */
  readonly data?: PolicyInput | undefined;
  /** Most memory the policy may use, in pages of 64 KiB. Default: 4096 (256 MiB). */
  readonly memoryLimitPages?: number | undefined;
}

const DEFAULT_MEMORY_LIMIT_PAGES = 4096;

/**
 * Loads a compiled policy: the bytes of a WASM module, or a module from `compileModule`, which several instances (also in
 * worker threads) can share. Throws PolicyEvaluationError for bytes that are not a policy, for a builtin that aims does not
 * provide, for malformed data, and for data that exceeds the memory limit.
 */
export async function loadPolicyInstance(
  wasm: WasmModule | Uint8Array | ArrayBuffer,
  options: PolicyOptions = {},
): Promise<PolicyInstance> {
  try {
    const module = compileModule(wasm);
    const data = jsonObjectBytes(options.data ?? {}, "data");
    const limit = options.memoryLimitPages ?? DEFAULT_MEMORY_LIMIT_PAGES;
    const policy = new WasmPolicy(module, data, limit);
    const builtins = await loadBuiltins(policy.requiredBuiltins);
    const missing = policy.requiredBuiltins.find((name) => !builtins.has(name));
    if (missing !== undefined) {
      const builtin = authorsName(missing);
      throw new PolicyEvaluationError(`the policy calls the builtin ${builtin}, which aims does not provide`, {
        builtin,
      });
    }
    return new PolicyInstance(policy, () => new WasmPolicy(module, data, limit), builtins);
  } catch (error) {
    throw PolicyEvaluationError.from(error);
  }
}

/** A policy that is ready to evaluate. Synchronous; one evaluation at a time. */
export class PolicyInstance {
  #policy: WasmPolicy | undefined;
  readonly #recreate: () => WasmPolicy;
  readonly #builtins: ReadonlyMap<string, HostBuiltin>;
  readonly #entrypoints: ReadonlyMap<string, number>;

  constructor(policy: WasmPolicy, recreate: () => WasmPolicy, builtins: ReadonlyMap<string, HostBuiltin>) {
    policy.useBuiltins(builtins);
    this.#policy = policy;
    this.#recreate = recreate;
    this.#builtins = builtins;
    this.#entrypoints = policy.entrypoints;
  }

  /** Names of the entrypoints that can be asked. */
  get entrypoints(): ReadonlyMap<string, unknown> {
    return this.#entrypoints;
  }

  /**
   * The value of an entrypoint (`aims/entry/system`) for an input. Throws PolicyEvaluationError when the input is not one
   * well-formed JSON object, when the entrypoint is unknown or undefined, and for whatever stops the policy; the instance
   * stays usable.
   */
  evaluate(entrypoint: string, input: PolicyInput): unknown {
    return this.withInput(input).evaluate(entrypoint);
  }

  /**
   * The same input for several entrypoints, parsed once. Valid until the next call of `evaluate` or `withInput`.
   * Throws PolicyEvaluationError when the input is not one well-formed JSON object.
   */
  withInput(input: PolicyInput): PolicyWithInput {
    const json = jsonObjectBytes(input, "input");
    let loaded: WasmPolicy | undefined;
    const evaluateJson = (entrypoint: string): string => {
      const id = this.#entrypoints.get(entrypoint);
      if (id === undefined) throw new PolicyEvaluationError(`the policy has no entrypoint ${entrypoint}`);
      return this.#guarded((policy) => {
        if (loaded !== policy) {
          policy.setInput(json);
          loaded = policy;
        }
        return policy.evaluate(id);
      });
    };
    return { evaluateJson, evaluate: (entrypoint) => resultOf(evaluateJson(entrypoint), entrypoint) };
  }

  #guarded<T>(work: (policy: WasmPolicy) => T): T {
    const used = this.#policy;
    try {
      return work(used ?? this.#renew());
    } catch (error) {
      const failure = this.#fail(error);
      // Earlier inputs may have left little room: what fits the limit must not depend on what was evaluated before.
      if (used === undefined || !failure.outOfMemory) throw failure;
    }
    try {
      return work(this.#renew());
    } catch (error) {
      throw this.#fail(error);
    }
  }

  #renew(): WasmPolicy {
    const policy = this.#recreate();
    policy.useBuiltins(this.#builtins);
    this.#policy = policy;
    return policy;
  }

  // An abort or trap leaves the module's stack and heap as they were at that moment: the next use starts from a fresh one.
  #fail(error: unknown): PolicyEvaluationError {
    this.#policy = undefined;
    return PolicyEvaluationError.from(error);
  }
}

export interface PolicyWithInput {
  /** The value of an entrypoint. Throws PolicyEvaluationError, as `PolicyInstance.evaluate` does. */
  evaluate(entrypoint: string): unknown;
  /** The JSON text of its result set, to be read with `resultOf`. */
  evaluateJson(entrypoint: string): string;
}

/**
 * The value in a result set, `[{"result": value}]`. Throws PolicyEvaluationError for an empty one: it means undefined, which
 * must never be mistaken for "nothing found".
 */
export function resultOf(json: string, entrypoint: string): unknown {
  const results: unknown = JSON.parse(json);
  const first: unknown = Array.isArray(results) && results.length === 1 ? results[0] : undefined;
  if (typeof first !== "object" || first === null || !("result" in first)) {
    throw new PolicyEvaluationError(`the policy gave no result for ${entrypoint}`);
  }
  return first.result;
}

/**
 * A JSON object as the bytes of its text. Throws PolicyEvaluationError for anything else; what is inside given bytes is
 * checked when a policy reads them.
 */
export function jsonObjectBytes(value: PolicyInput, what: "input" | "data"): Uint8Array {
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) {
    const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
    if (!isSingleObject(bytes)) throw new PolicyEvaluationError(`the ${what} is not one well-formed JSON object`);
    return bytes;
  }
  // Callers outside TypeScript can pass anything; a falsy input would be evaluated as no input at all.
  const given: unknown = value;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new PolicyEvaluationError(`the ${what} is not a JSON object`);
  }
  const text: unknown = JSON.stringify(given);
  // A toJSON method can turn an object into anything.
  if (typeof text !== "string" || !text.startsWith("{")) {
    throw new PolicyEvaluationError(`the ${what} is not a JSON object`);
  }
  return Buffer.from(text.replace(ESCAPED_LONE_SURROGATE, "$1\\ufffd"));
}

// JSON.stringify writes an unpaired surrogate as an escape, on which the module would abort. Backslashes before the
// escape are paired, or else it is an escaped backslash followed by plain text.
const ESCAPED_LONE_SURROGATE = /((?<!\\)(?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/gu;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/**
 * Whether the bytes are one brace-delimited text with nothing but white space around it. A policy module's own JSON
 * parser stops at the end of the first value, so `{} oops` would pass for `{}`; together with it this finds malformed input,
 * at a fraction of the cost of parsing the text a second time.
 */
function isSingleObject(json: Uint8Array): boolean {
  let index = 0;
  let end = json.length;
  while (index < end && isSpace(json[index])) index++;
  while (end > index && isSpace(json[end - 1])) end--;
  if (json[index] !== OPEN_BRACE) return false;
  let depth = 0;
  for (; index < end; index++) {
    const byte = json[index];
    if (byte === QUOTE) {
      index = endOfString(json, index, end);
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth++;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth--;
      if (depth === 0) return index === end - 1;
    }
  }
  return false;
}

/** Index of the quote that closes the string opened at `start`, or `end`. */
function endOfString(json: Uint8Array, start: number, end: number): number {
  let searched = start;
  for (;;) {
    const quote = json.indexOf(QUOTE, searched + 1);
    if (quote === -1) return end;
    let before = quote - 1;
    while (json[before] === BACKSLASH) before--;
    // Backslashes pair up; an odd one escapes the quote.
    if ((quote - before) % 2 === 1) return quote;
    searched = quote;
  }
}
