export { codesText, codeText, constraintText } from "./explanation/codes.js";
export { controlText, explainedControl } from "./explanation/control.js";
export { namedOrigin, originsText } from "./explanation/origins.js";
