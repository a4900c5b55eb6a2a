import type { JsonObject } from "../foundation/json-value.js";
import type { Sha256 } from "../foundation/sha256.js";
import type { Rule } from "./rule.js";

/** Rules compiled to one WASM module. */
export interface CompiledPolicy {
  readonly wasm: Uint8Array;
  readonly rules: readonly Rule[];
  /** Of the module. */
  readonly wasmSha256: Sha256;
  /** Over the Rego sources and the data beside them (path and text, sorted by path), tests left out. */
  readonly sourcesSha256: Sha256;
  /** Whether all rules ship with aims; rules of others run in workers under a time limit. */
  readonly trusted: boolean;
  /** What lies beside the rules as data, where something does; rules read it as `data`. */
  readonly data?: JsonObject;
}
