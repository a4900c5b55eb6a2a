import { readShippedJson } from "../../files/package.js";
import type { RuleSubject } from "../rule.js";

interface DescriptorSchema {
  readonly $defs: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;
}

/** Parts of a descriptor that a rule's input does not repeat. */
const leftOut = new Set(["$schema", "evidence", "provenance"]);

let schemas: Readonly<Record<RuleSubject, unknown>> | undefined;

/**
 * JSON Schemas of what rules see, made from the descriptor schema: the type checker refuses any other path into `input`.
 * Same shape as the inputs that assessments write.
 */
export function inputSchemas(): Readonly<Record<RuleSubject, unknown>> {
  if (schemas) return schemas;
  const { $defs } = readShippedJson("schemas", "descriptor.schema.json") as DescriptorSchema;
  const text = { type: "string" };
  const shared = {
    asOf: text,
    organization: { $ref: "#/$defs/organizationStatements" },
    evidence: { type: "array", items: { $ref: "#/$defs/evidenceRecord" } },
  };
  const definitions = {
    ...$defs,
    systemStatements: statements($defs["system"]?.properties),
    organizationStatements: statements($defs["organization"]?.properties),
  };
  const input = (properties: Readonly<Record<string, unknown>>): unknown => ({
    type: "object",
    additionalProperties: false,
    properties: { ...shared, ...properties },
    $defs: definitions,
  });
  const summary = { id: text, name: text, unit: text, version: text, stage: text, tier: text };
  schemas = {
    system: input({ system: { $ref: "#/$defs/systemStatements" } }),
    organization: input({
      systems: { type: "array", items: { type: "object", additionalProperties: false, properties: summary } },
    }),
  };
  return schemas;
}

function statements(properties: Readonly<Record<string, unknown>> | undefined): unknown {
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(properties ?? {}).filter(([key]) => !leftOut.has(key))),
  };
}
