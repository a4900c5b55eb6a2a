import type { JsonObject } from "../../foundation/json-value.js";
import type { RegoSources } from "../compiler/protocol.js";
import type { Rule } from "../rule.js";
import type { ReadingModule } from "./needed-modules.js";

/** Rules to be checked or compiled. */
export interface RulesRequest {
  /** Rego texts by path. */
  readonly sources: RegoSources;
  /** The value of the data that lies beside the rules. */
  readonly data: JsonObject;
  /** What of the sources was compiled before: of that, only what the others read is compiled with them. */
  readonly before?: CompiledBefore;
}

/** Modules that were checked and compiled with the package: their paths begin with `shippedPrefix`. */
export interface CompiledBefore {
  readonly rules: readonly Rule[];
  readonly modules: readonly ReadingModule[];
}
