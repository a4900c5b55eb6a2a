import { readShippedJson } from "../../files/package.js";
import type { RuleSubject } from "../rule.js";

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface DescriptorSchema {
  readonly $defs: Readonly<Record<string, ObjectSchema>>;
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
  const recorded = $defs["evidenceRecord"]?.properties;
  const scope = $defs["system"]?.properties?.["scope"] as ObjectSchema | undefined;
  const shared = {
    asOf: text,
    organization: { $ref: "#/$defs/organizationStatements" },
    evidence: listOf({ ...$defs["evidenceRecord"], properties: { ...recorded, fileState: text } }),
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
  const summary = { id: text, name: text, unit: text, version: text, stage: text, tier: text, owner: text };
  const excluded = { id: text, name: text, reason: text, approvedBy: text, decidedOn: text };
  schemas = {
    system: input({ system: { $ref: "#/$defs/systemStatements" } }),
    organization: input({
      systems: listOf(closed({ ...summary, aiRoles: listOf(text), scope })),
      excluded: listOf(closed(excluded)),
      selection: listOf(text),
      decisions: listOf({ $ref: "#/$defs/decision" }),
    }),
  };
  return schemas;
}

function statements(properties: Readonly<Record<string, unknown>> | undefined): unknown {
  return closed(Object.fromEntries(Object.entries(properties ?? {}).filter(([key]) => !leftOut.has(key))));
}

/** An object that has no other properties. */
function closed(properties: Readonly<Record<string, unknown>>): unknown {
  return { type: "object", additionalProperties: false, properties };
}

function listOf(items: unknown): unknown {
  return { type: "array", items };
}
