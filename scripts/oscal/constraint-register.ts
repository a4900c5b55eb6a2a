// `aims explain` shows this about a constraint: the declaration as the metaschema has it, by the id of the constraint.
import type { ConstraintDeclaration } from "../../src/oscal/constraint-declaration.js";
import { constraintId } from "./constraint-code.js";
import type { Model } from "./model.js";
import { definitionsOf } from "./model-steps.js";

/** @param comment first line of the module */
export function constraintRegisterModule(model: Model, comment: string): string {
  const register = new Map<string, ConstraintDeclaration[]>();
  for (const { key, definition } of definitionsOf(model)) {
    const { constraints = [] } = definition;
    for (const constraint of constraints) {
      const id = constraintId(key, constraints, constraint);
      const { level, ...declared } = constraint;
      // The id is the key of the entry.
      delete declared.id;
      const entry = { on: key, level: level === "WARNING" ? "warning" : "error", ...declared } as const;
      register.set(id, [...(register.get(id) ?? []), entry]);
    }
  }
  const rows = [...register]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, entries]) => `${JSON.stringify(id)}:${JSON.stringify(entries)}`);
  return `// ${comment}\nexport const constraintRegister = {\n${rows.join(",\n")}\n};\n`;
}

/** @param comment first line of the file */
export function constraintRegisterDeclarations(comment: string): string {
  return `// ${comment}
import type { ConstraintDeclaration } from "../../constraint-declaration.js";
/** Declarations by the id of the constraint, sorted; a few ids are used for more than one. */
export declare const constraintRegister: Readonly<Record<string, readonly ConstraintDeclaration[]>>;
`;
}
