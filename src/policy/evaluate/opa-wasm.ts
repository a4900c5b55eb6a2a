import { createRequire } from "node:module";

import type { WasmInstance, WasmModule } from "./web-assembly.js";

/** The part of OPA's package for JavaScript that aims uses. */
export interface OpaWasm {
  /**
   * Instantiates a compiled policy and checks its ABI version. Builtins are looked up in `builtins` when they are called.
   * Throws texts, plain objects with a `message`, and what the engine throws.
   */
  readonly loadPolicySync: (
    module: WasmModule,
    memory: { initial: number; maximum: number },
    builtins: Readonly<Record<string, OpaBuiltin>>,
  ) => OpaPolicy;
}

export interface OpaPolicy {
  readonly mem: { readonly buffer: ArrayBuffer };
  readonly wasmInstance: WasmInstance;
  /** Address of the data document. */
  readonly dataAddr: number;
  /** Where the heap begins that evaluations use. */
  readonly dataHeapPtr: number;
  readonly entrypoints: Readonly<Record<string, number>>;
  /** Throws where the JSON text cannot be parsed. */
  setData(json: ArrayBuffer): void;
}

/** Takes arguments as their JSON gives them; returns a value, JSON text as a buffer, or undefined. */
export type OpaBuiltin = (...args: readonly unknown[]) => unknown;

/**
 * Loads the package, with the first policy and not before: a process that leaves evaluating to its workers needs it only there.
 * Required and not imported, because its declarations are written against lib.dom and promise an export that its ES module
 * lacks.
 */
export function opaWasm(): OpaWasm {
  return require("@open-policy-agent/opa-wasm") as OpaWasm;
}

const require = createRequire(import.meta.url);
