export { codesText, codeText, constraintText } from "./explanation/codes.js";
export { controlText, type ControlExplanation } from "./explanation/control.js";
export { originsText } from "./explanation/origins.js";
