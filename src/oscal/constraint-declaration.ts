import type { ConstraintType } from "./validate/problem.js";

/** A constraint as OSCAL's metaschema declares it. */
export interface ConstraintDeclaration {
  readonly kind: ConstraintType;
  readonly level: "error" | "warning";
  /** Key of the definition that declares it: module, colon, name; nested definitions behind slashes, flags with @. */
  readonly on: string;
  /** Metapath from the definition to what is constrained; the definition itself where it is missing. */
  readonly target?: string;
  /** Of allowed-values. */
  readonly values?: readonly string[];
  readonly deprecated?: readonly string[];
  /** Other values are allowed too. */
  readonly allowOther?: boolean;
  /** Of expect: Metapath that has to be true. */
  readonly test?: string;
  /** Of index and index-has-key: name of the index. */
  readonly index?: string;
  /** Of index, index-has-key and is-unique: what makes the key. */
  readonly key?: readonly { readonly target: string; readonly pattern?: string }[];
  /** Of matches. */
  readonly regex?: string;
  readonly datatype?: string;
  /** Of has-cardinality. */
  readonly min?: number;
  readonly max?: number;
}
