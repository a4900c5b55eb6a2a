import { Buffer } from "node:buffer";

import { authorsName } from "../builtins/index.js";
import { parseRegoText, writeJson } from "../builtins/rego/text.js";
import type { HostBuiltin, RegoValue } from "../builtins/rego/value.js";
import { opaWasm } from "./opa-wasm.js";
import type { OpaBuiltin, OpaPolicy } from "./opa-wasm.js";
import { PolicyEvaluationError } from "./policy-evaluation-error.js";
import { WASM_PAGE_BYTES, webAssembly } from "./web-assembly.js";
import type { WasmModule } from "./web-assembly.js";

// Evaluations leave their values on the module's heap until it is reset. Resetting for each input would also drop the
// module's cache of compiled regular expressions, which can cost more than the rest of an evaluation.
const HEAP_RESET_BYTES = 4 * 1_048_576;

/**
 * One instance of a compiled policy in opa-wasm, which instantiates it, loads its data and serves its builtins. Evaluations
 * go to the exports of OPA's WASM ABI (openpolicyagent.org/docs/wasm): opa-wasm's own `evaluate` parses the input anew for
 * each entrypoint, resets the heap each time, and takes a malformed input for none. Not reusable after a throw: see
 * PolicyInstance.
 */
export class WasmPolicy {
  readonly entrypoints: ReadonlyMap<string, number>;
  /** Host builtins that the module may call. */
  readonly requiredBuiltins: readonly string[];

  readonly #policy: OpaPolicy;
  readonly #abi: PolicyAbi;
  readonly #builtins: Record<string, OpaBuiltin>;
  #bytes: Buffer;
  #input = 0;

  /** Throws PolicyEvaluationError when the module is not an OPA policy, or when its data does not fit the memory limit. */
  constructor(module: WasmModule, dataJson: Uint8Array, memoryLimitPages: number) {
    this.#builtins = Object.create(null) as Record<string, OpaBuiltin>;
    this.#policy = instantiate(module, memoryLimitPages, this.#builtins);
    this.#abi = this.#policy.wasmInstance.exports as unknown as PolicyAbi;
    this.#bytes = Buffer.from(this.#policy.mem.buffer);
    this.entrypoints = new Map(Object.entries(this.#policy.entrypoints));
    const names = JSON.parse(this.#readText(this.#abi.opa_json_dump(this.#abi.builtins()))) as Record<string, number>;
    this.requiredBuiltins = Object.keys(names).sort();
    loadData(this.#policy, dataJson);
  }

  /** Supplies the functions behind `requiredBuiltins`. */
  useBuiltins(builtins: ReadonlyMap<string, HostBuiltin>): void {
    for (const [name, builtin] of builtins) this.#builtins[name] = opaBuiltin(authorsName(name), builtin);
  }

  /** Parses an input for the evaluations that follow. */
  setInput(json: Uint8Array): void {
    const abi = this.#abi;
    const heapBase = this.#policy.dataHeapPtr;
    if (abi.opa_heap_ptr_get() - heapBase > HEAP_RESET_BYTES) abi.opa_heap_ptr_set(heapBase);
    const address = abi.opa_malloc(json.byteLength);
    this.#view().set(json, address);
    this.#input = abi.opa_json_parse(address, json.byteLength);
    if (this.#input === 0) throw new PolicyEvaluationError("the input is not well-formed JSON");
  }

  /** Evaluates an entrypoint on the input set last: JSON text of the result set. */
  evaluate(entrypoint: number): string {
    const abi = this.#abi;
    const context = abi.opa_eval_ctx_new();
    abi.opa_eval_ctx_set_input(context, this.#input);
    abi.opa_eval_ctx_set_data(context, this.#policy.dataAddr);
    abi.opa_eval_ctx_set_entrypoint(context, entrypoint);
    abi.eval(context);
    return this.#readText(abi.opa_json_dump(abi.opa_eval_ctx_get_result(context)));
  }

  #readText(address: number): string {
    const bytes = this.#view();
    return bytes.toString("utf8", address, bytes.indexOf(0, address));
  }

  // Growing the memory detaches its buffer, so the view is renewed whenever that happened.
  #view(): Buffer {
    if (this.#bytes.buffer !== this.#policy.mem.buffer) this.#bytes = Buffer.from(this.#policy.mem.buffer);
    return this.#bytes;
  }
}

interface PolicyAbi {
  builtins(): number;
  eval(context: number): number;
  opa_eval_ctx_get_result(context: number): number;
  opa_eval_ctx_new(): number;
  opa_eval_ctx_set_data(context: number, value: number): void;
  opa_eval_ctx_set_entrypoint(context: number, entrypoint: number): void;
  opa_eval_ctx_set_input(context: number, value: number): void;
  opa_heap_ptr_get(): number;
  opa_heap_ptr_set(address: number): void;
  opa_json_dump(value: number): number;
  opa_json_parse(address: number, length: number): number;
  opa_malloc(length: number): number;
}

// Room for a policy, its data and one input without growing; small policies alone need five pages.
const INITIAL_PAGES = 16;

function instantiate(module: WasmModule, maximum: number, builtins: Readonly<Record<string, OpaBuiltin>>): OpaPolicy {
  // Without the version opa-wasm would go on, after a word on stderr.
  if (!isPolicy(module)) throw new PolicyEvaluationError("the module is not an OPA policy");
  let initial = Math.min(INITIAL_PAGES, maximum);
  for (;;) {
    try {
      return opaWasm().loadPolicySync(module, { initial, maximum }, builtins);
    } catch (error) {
      // A module with much static data declares how many pages it starts with; nothing else tells beforehand.
      const declared = /declared initial of (\d+)/u.exec(error instanceof Error ? error.message : "")?.[1];
      const needed = declared === undefined ? 0 : Number(declared);
      if (needed > maximum) {
        const limit = `${String((maximum * WASM_PAGE_BYTES) / 1_048_576)} MiB`;
        throw new PolicyEvaluationError(`the policy does not fit the memory limit of ${limit}`, { cause: error });
      }
      if (needed <= initial) throw PolicyEvaluationError.from(error);
      initial = needed;
    }
  }
}

function loadData(policy: OpaPolicy, json: Uint8Array): void {
  try {
    // A copy, since the bytes may be a part of a larger buffer.
    policy.setData(Uint8Array.from(json).buffer);
  } catch (error) {
    if (error !== "failed to parse json value") throw error;
    throw new PolicyEvaluationError("the policy's data is not well-formed JSON", { cause: error });
  }
}

function opaBuiltin(name: string, builtin: HostBuiltin): OpaBuiltin {
  return (...args) => {
    try {
      const result = builtin(...args.map(argumentOf));
      return result === undefined ? undefined : returned(result);
    } catch (error) {
      const { message } = PolicyEvaluationError.from(error);
      throw new PolicyEvaluationError(`${name}: ${message}`, { builtin: name, cause: error });
    }
  };
}

/** The compiler hands over an array of the value where a string is wanted, and the Rego text of that array elsewhere. */
function argumentOf(handed: unknown): RegoValue {
  if (typeof handed === "string") return parseRegoText(handed.slice(1, -1));
  const value: unknown = Array.isArray(handed) ? handed[0] : undefined;
  // Nothing but a string will do there: any other value is as wrong as null.
  return typeof value === "string" ? value : null;
}

/**
 * The JSON of a result: of values that it is not given as text, opa-wasm would round the numbers. Valid until the next call;
 * opa-wasm copies it at once.
 */
function returned(result: RegoValue): ArrayBuffer {
  const text = writeJson(result);
  const bytes = shortTexts[text.length];
  if (bytes === undefined) return encoder.encode(text).buffer;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return encoder.encode(text).buffer;
    bytes[i] = code;
  }
  return bytes.buffer;
}

const encoder = new TextEncoder();

// A buffer for each length of ASCII text that is usual: making one takes longer than most builtins do.
const shortTexts: readonly Uint8Array<ArrayBuffer>[] = Array.from(
  { length: 256 },
  (_, length) => new Uint8Array(length),
);

// Every module that OPA compiles tells its ABI version.
function isPolicy(module: WasmModule): boolean {
  return webAssembly.Module.exports(module).some(({ name }) => name === "opa_wasm_abi_version");
}
