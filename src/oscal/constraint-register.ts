// Loaded only to explain constraints or read suppressions.
export type { ConstraintDeclaration } from "./constraint-declaration.js";
export { constraintRegister } from "./model/generated/constraint-register.js";
