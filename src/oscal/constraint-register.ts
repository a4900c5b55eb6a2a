// Loaded by who explains constraints or reads suppressions, and by nobody else.
export type { ConstraintDeclaration } from "./constraint-declaration.js";
export { constraintRegister } from "./model/generated/constraint-register.js";
