export { codesText, codeText, constraintText } from "./explanation/codes.js";
export { controlText, explainedControl } from "./explanation/control.js";
export { glossary, type GlossaryEntry } from "./explanation/glossary.js";
export { namedOrigin, originsText } from "./explanation/origins.js";
export type * from "./explanation/topic.js";
export { topicJson, topicsText } from "./explanation/write.js";
