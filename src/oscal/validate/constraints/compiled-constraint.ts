import type { ConstraintType } from "../problem.js";

/** An object or array of the document; with a key of it, the place of a node. */
export type Container = Readonly<Record<string | number, unknown>>;

/** Gets the place of a node. */
export type Found = (container: Container, key: string | number) => void;

/** Finds nodes from the one at a place. Value: what stands there. */
export type Select = (container: Container, key: string | number, value: unknown, found: Found) => void;

/** Where the values of a key stand: in a flag of the target, or where the target leads. */
export type KeyField = (
  { readonly flag: string; readonly at?: never } | { readonly flag?: never; readonly at: Select }
) & {
  /** Its first group is the key. */
  readonly pattern?: RegExp;
};

/** A constraint of OSCAL's metaschema, compiled for the definition that declares it. */
export interface CompiledConstraint {
  readonly type: ConstraintType;
  readonly id: string;
  /** An error unless given. */
  readonly severity?: "warning";
  /** From a node of the definition to what is constrained; of a field with flags to its value where that is meant. */
  readonly target: Select;
  /** The target may find a node twice. */
  readonly once?: 1;
  /** Of allowed-values. */
  readonly values?: readonly string[];
  readonly deprecated?: readonly string[];
  /** Other values are allowed. */
  readonly open?: 1;
  /** No constraint on the same values closes their list or calls one deprecated: nothing is to be checked. */
  readonly idle?: 1;
  /** Of expect: whether the target passes. */
  readonly test?: (container: Container, key: string | number, value: unknown) => boolean;
  /** Of index and index-has-key: name of the index. */
  readonly index?: string;
  /** Of index, index-has-key and is-unique: what the key is made of. */
  readonly key?: readonly KeyField[];
  /** Of matches: has to match the whole value; also where the datatype has a pattern. */
  readonly regex?: RegExp;
  readonly datatype?: string;
  /** Of has-cardinality. */
  readonly min?: number;
  readonly max?: number;
}

/** A definition of the model, as far as constraints are declared there or below. */
export interface CheckedDefinition {
  /** Its key in the model. */
  readonly name: string;
  /** A flag, or a field without flags: its value is not an object. */
  readonly bare?: 1;
  readonly checks?: readonly CompiledConstraint[];
  /** Property; 0 for one value, 1 for an array, 2 for either; definition. */
  readonly below?: readonly (readonly [property: string, many: 0 | 1 | 2, definition: number])[];
}

/** A constraint, or a part of one, that a check of one document cannot evaluate. */
export interface NotEvaluated {
  /** Id of the constraint. */
  readonly constraint: string;
  /** The expression (Metapath) that is left out. */
  readonly expression: string;
  readonly reason: string;
}
