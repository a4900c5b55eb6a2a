/** The constraints of OSCAL's metaschema as it declares them; a module of its own, since only what explains them needs it. */
export { constraintRegister, type ConstraintDeclaration } from "./model/generated/constraint-register.js";
