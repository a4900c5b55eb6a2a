export { codesText, codeText, constraintText } from "./explanation/codes.js";
export { glossary } from "./explanation/glossary.js";
export { namedOrigin, originsText } from "./explanation/origins.js";
export type * from "./explanation/topic.js";
export { topicJson, topicsText } from "./explanation/write.js";
