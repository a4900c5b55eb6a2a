// Loaded only to explain constraints or read suppressions.
export { constraintRegister } from "./model/generated/constraint-register.js";
