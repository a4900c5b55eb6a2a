/**
 * The part of the JavaScript WebAssembly API that the evaluator uses, typed here because TypeScript declares it only in
 * `lib.dom`, which a Node program should not load.
 */

/** A compiled module: structured-cloneable, so it can be posted to worker threads without compiling again. */
export interface WasmModule {
  readonly [Symbol.toStringTag]?: string;
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

interface WebAssemblyApi {
  readonly Module: {
    new (bytes: Uint8Array | ArrayBuffer): WasmModule;
    exports(module: WasmModule): readonly { readonly name: string }[];
    imports(module: WasmModule): readonly { readonly name: string }[];
  };
  readonly Memory: new (limits: { initial: number; maximum: number }) => WasmMemory;
  readonly Instance: new (module: WasmModule, imports: Record<string, Record<string, unknown>>) => WasmInstance;
}

declare const globalThis: { readonly WebAssembly: WebAssemblyApi };

export const webAssembly: WebAssemblyApi = globalThis.WebAssembly;

/** Bytes of one WebAssembly page. */
export const WASM_PAGE_BYTES = 65_536;

/** Compiles a module once, to be instantiated many times. Throws the engine's CompileError for bytes that are not a module. */
export function compileModule(wasm: WasmModule | Uint8Array | ArrayBuffer): WasmModule {
  return wasm instanceof Uint8Array || wasm instanceof ArrayBuffer ? new webAssembly.Module(wasm) : wasm;
}
