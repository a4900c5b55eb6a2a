export type { EvidenceRecord, Organization, System } from "./generated/descriptor.js";
export { system as isSystem } from "./generated/descriptor-validator.js";
