import type { Rule } from "./rule.js";

/** Rules compiled to one WASM module. */
export interface CompiledPolicy {
  readonly wasm: Uint8Array;
  readonly rules: readonly Rule[];
  /** SHA-256 of the module. */
  readonly wasmSha256: string;
  /** SHA-256 over the Rego sources (path and text, sorted by path), tests left out. */
  readonly sourcesSha256: string;
  /** Whether all rules ship with aims; rules of others run in workers under a time limit. */
  readonly trusted: boolean;
}
