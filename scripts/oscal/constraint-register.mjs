// @ts-check
// What `aims explain` says about a constraint: the declaration as the metaschema has it, by the id of the constraint.
import { constraintId } from "./constraint-checks.mjs";

/**
 * @typedef {import("./constraints.mjs").Constraint} Constraint
 * @typedef {import("./model.mjs").Model} Model
 */

/** @param {Model} model @param {string} comment */
export function constraintRegisterModule(model, comment) {
  /** @type {Map<string, object[]>} */
  const register = new Map();
  for (const table of [model.assemblies, model.fields, model.flags]) {
    for (const [definition, { constraints = [] }] of Object.entries(table)) {
      for (const constraint of constraints) {
        const { level, ...declared } = constraint;
        const id = constraintId(definition, constraints, constraint);
        // The id is the key of the entry.
        const entry = { on: definition, level: level === "WARNING" ? "warning" : "error", ...declared, id: undefined };
        register.set(id, [...(register.get(id) ?? []), entry]);
      }
    }
  }
  const rows = [...register]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, entries]) => `${JSON.stringify(id)}:${JSON.stringify(entries)}`);
  return `// ${comment}\nexport const constraintRegister = {\n${rows.join(",\n")}\n};\n`;
}

/** @param {string} comment */
export function constraintRegisterDeclarations(comment) {
  return `// ${comment}
import type { ConstraintType } from "../../validate/problem.js";
/** A constraint as OSCAL's metaschema declares it. */
export interface ConstraintDeclaration {
  readonly kind: ConstraintType;
  readonly level: "error" | "warning";
  /** Key of the definition that declares it: module, colon, name; nested definitions behind slashes, flags with @. */
  readonly on: string;
  /** Metapath from the definition to what is constrained; the definition itself where it is missing. */
  readonly target?: string;
  /** allowed-values */
  readonly values?: readonly string[];
  readonly deprecated?: readonly string[];
  /** Other values are allowed too. */
  readonly allowOther?: boolean;
  /** expect: Metapath that has to be true. */
  readonly test?: string;
  /** index, index-has-key: name of the index. */
  readonly index?: string;
  /** index, index-has-key, is-unique: what makes the key. */
  readonly key?: readonly { readonly target: string; readonly pattern?: string }[];
  /** matches */
  readonly regex?: string;
  readonly datatype?: string;
  /** has-cardinality */
  readonly min?: number;
  readonly max?: number;
}
/** Declarations by the id of the constraint, sorted; a few ids are used for more than one. */
export declare const constraintRegister: Readonly<Record<string, readonly ConstraintDeclaration[]>>;
`;
}
