import { Buffer } from "node:buffer";

import { parseRegoText, writeRegoText } from "../builtins/rego-text.js";
import type { HostBuiltin } from "../builtins/rego-value.js";
import { PolicyEvaluationError } from "./policy-evaluation-error.js";
import { WASM_PAGE_BYTES, webAssembly } from "./web-assembly.js";
import type { WasmMemory, WasmModule } from "./web-assembly.js";

// Evaluations leave their values on the module's heap until it is reset. Resetting for each input would also drop the
// module's cache of compiled regular expressions, which can cost more than the rest of an evaluation.
const HEAP_RESET_BYTES = 4 * 1_048_576;

/**
 * One instance of a compiled policy behind OPA's WASM ABI 1.x (openpolicyagent.org/docs/wasm): parses data and input into
 * the module's memory, evaluates entrypoints, serves host builtins. Not reusable after a throw: see PolicyInstance.
 *
 * Builtin arguments travel as Rego text (`opa_value_dump`), not as JSON: sets stay sets and numbers keep every digit.
 */
export class WasmPolicy {
  readonly entrypoints: ReadonlyMap<string, number>;
  /** Host builtins that the module may call. */
  readonly requiredBuiltins: readonly string[];

  readonly #abi: PolicyAbi;
  readonly #memory: WasmMemory;
  readonly #builtinNames: ReadonlyMap<number, string>;
  #bytes: Buffer;
  #builtins: ReadonlyMap<string, HostBuiltin> = new Map();
  readonly #data: number;
  readonly #heapBase: number;
  #input = 0;

  /** Throws PolicyEvaluationError when the module is no OPA policy, or when its data does not fit the memory limit. */
  constructor(module: WasmModule, dataJson: Uint8Array, memoryLimitPages: number) {
    const { abi, memory } = instantiate(module, memoryLimitPages, (id, args) => this.#callBuiltin(id, args));
    this.#abi = abi;
    this.#memory = memory;
    this.#bytes = Buffer.from(memory.buffer);
    this.#builtinNames = new Map(this.#readNames(abi.builtins()).map(([name, id]) => [id, name]));
    this.requiredBuiltins = [...this.#builtinNames.values()].sort();
    this.entrypoints = new Map(this.#readNames(abi.entrypoints()));
    this.#data = this.#parseJson(dataJson);
    if (this.#data === 0) throw new PolicyEvaluationError("the policy's data is not well-formed JSON");
    this.#heapBase = abi.opa_heap_ptr_get();
  }

  /** Supplies the functions behind `requiredBuiltins`. */
  useBuiltins(builtins: ReadonlyMap<string, HostBuiltin>): void {
    this.#builtins = builtins;
  }

  /** Parses an input for the evaluations that follow. */
  setInput(json: Uint8Array): void {
    if (this.#abi.opa_heap_ptr_get() - this.#heapBase > HEAP_RESET_BYTES) this.#abi.opa_heap_ptr_set(this.#heapBase);
    this.#input = this.#parseJson(json);
    if (this.#input === 0) throw new PolicyEvaluationError("the input is not well-formed JSON");
  }

  /** Evaluates an entrypoint on the input set last: JSON text of the result set. */
  evaluate(entrypoint: number): string {
    const abi = this.#abi;
    const context = abi.opa_eval_ctx_new();
    abi.opa_eval_ctx_set_input(context, this.#input);
    abi.opa_eval_ctx_set_data(context, this.#data);
    abi.opa_eval_ctx_set_entrypoint(context, entrypoint);
    abi.eval(context);
    return this.#readText(abi.opa_json_dump(abi.opa_eval_ctx_get_result(context)));
  }

  #callBuiltin(id: number, args: readonly number[]): number {
    const name = this.#builtinNames.get(id) ?? String(id);
    const builtin = this.#builtins.get(name);
    if (builtin === undefined) {
      throw new PolicyEvaluationError(`the builtin ${name} is not available`, { builtin: name });
    }
    const values = args.map((arg) => parseRegoText(this.#readText(this.#abi.opa_value_dump(arg))));
    let text: string;
    try {
      const result = builtin(...values);
      if (result === undefined) return 0;
      text = writeRegoText(result);
    } catch (error) {
      throw new PolicyEvaluationError(`${name}: ${PolicyEvaluationError.from(error).message}`, {
        builtin: name,
        cause: error,
      });
    }
    const length = Buffer.byteLength(text);
    const address = this.#abi.opa_malloc(length);
    this.#view().write(text, address, length, "utf8");
    return this.#abi.opa_value_parse(address, length);
  }

  #parseJson(json: Uint8Array): number {
    const address = this.#abi.opa_malloc(json.byteLength);
    this.#view().set(json, address);
    return this.#abi.opa_json_parse(address, json.byteLength);
  }

  #readNames(value: number): [string, number][] {
    const names: unknown = JSON.parse(this.#readText(this.#abi.opa_json_dump(value)));
    if (typeof names !== "object" || names === null) throw new PolicyEvaluationError("the module is not an OPA policy");
    return Object.entries(names).map(([name, id]) => [name, Number(id)]);
  }

  #readText(address: number): string {
    const bytes = this.#view();
    return bytes.toString("utf8", address, bytes.indexOf(0, address));
  }

  // Growing the memory detaches its buffer, so the view is renewed whenever that happened.
  #view(): Buffer {
    if (this.#bytes.buffer !== this.#memory.buffer) this.#bytes = Buffer.from(this.#memory.buffer);
    return this.#bytes;
  }
}

interface PolicyAbi {
  builtins(): number;
  entrypoints(): number;
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
  opa_value_dump(value: number): number;
  opa_value_parse(address: number, length: number): number;
}

const ABI_FUNCTIONS: readonly (keyof PolicyAbi)[] = [
  "builtins",
  "entrypoints",
  "eval",
  "opa_eval_ctx_get_result",
  "opa_eval_ctx_new",
  "opa_eval_ctx_set_data",
  "opa_eval_ctx_set_entrypoint",
  "opa_eval_ctx_set_input",
  "opa_heap_ptr_get",
  "opa_heap_ptr_set",
  "opa_json_dump",
  "opa_json_parse",
  "opa_malloc",
  "opa_value_dump",
  "opa_value_parse",
];

// Room for a policy, its data and one input without growing; small policies alone need five pages.
const INITIAL_PAGES = 16;

function instantiate(
  module: WasmModule,
  maximum: number,
  callBuiltin: (id: number, args: readonly number[]) => number,
): { abi: PolicyAbi; memory: WasmMemory } {
  let initial = Math.min(INITIAL_PAGES, maximum);
  for (;;) {
    const memory = new webAssembly.Memory({ initial, maximum });
    const textAt = (address: number): string => {
      const bytes = Buffer.from(memory.buffer);
      return bytes.toString("utf8", address, bytes.indexOf(0, address));
    };
    const call = (id: number, _context: number, ...args: readonly number[]): number => callBuiltin(id, args);
    const env: Record<string, unknown> = {
      memory,
      opa_abort: (address: number): never => {
        throw PolicyEvaluationError.from(textAt(address));
      },
      // print() is erased when a policy is compiled.
      opa_println: (): void => undefined,
    };
    // The module checks nothing of these functions' arity: one function serves all five.
    for (let n = 0; n <= 4; n++) env[`opa_builtin${String(n)}`] = call;
    try {
      return { abi: policyAbi(new webAssembly.Instance(module, { env }).exports), memory };
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

function policyAbi(exports: Readonly<Record<string, unknown>>): PolicyAbi {
  const missing = ABI_FUNCTIONS.find((name) => typeof exports[name] !== "function");
  if (missing !== undefined) throw new PolicyEvaluationError(`the module is not an OPA policy: it has no ${missing}`);
  return exports as unknown as PolicyAbi;
}
