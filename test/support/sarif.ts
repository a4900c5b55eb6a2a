/** Reads SARIF as code hosts do, with a schema of the part of SARIF 2.1.0 that aims writes. */
import { Ajv } from "ajv";
import type { Log, Result } from "sarif";

const text = { type: "string", minLength: 1 } as const;
const count = { type: "integer", minimum: 1 } as const;

function closed(properties: Record<string, unknown>, required = Object.keys(properties)): object {
  return { type: "object", properties, required, additionalProperties: false };
}

const message = closed({ text });
const levels = { enum: ["error", "warning", "note"] };
const locationParts = {
  physicalLocation: closed({
    // Relative to the repository: no scheme, nothing that starts from the root, and never empty.
    artifactLocation: closed({ uri: { type: "string", pattern: "^(?!/)[^:?#\\s\\\\]+$" } }),
    region: closed({ startLine: count, startColumn: count }),
  }),
  logicalLocations: { type: "array", items: closed({ name: text, fullyQualifiedName: text }, []) },
};
const locations = {
  type: "array",
  minItems: 1,
  maxItems: 1,
  items: closed(locationParts, ["physicalLocation"]),
};
const rule = closed(
  {
    id: text,
    name: text,
    shortDescription: message,
    fullDescription: message,
    help: closed({ text, markdown: text }, ["text"]),
    defaultConfiguration: closed({ level: levels }),
    properties: closed({
      tags: { type: "array", maxItems: 10, uniqueItems: true, items: text },
      "problem.severity": { enum: ["error", "warning", "recommendation"] },
      "security-severity": { type: "string", pattern: "^(?:[0-9]\\.[0-9]|10\\.0)$" },
    }),
  },
  ["id"],
);
const result = closed(
  {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: 0 },
    // By the standard, a level other than none goes with this kind alone.
    kind: { const: "fail" },
    level: levels,
    message,
    locations,
    relatedLocations: {
      type: "array",
      minItems: 1,
      maxItems: 100,
      items: closed({ id: { type: "integer", minimum: 0 }, ...locationParts, message }),
    },
    partialFingerprints: { type: "object", minProperties: 1, additionalProperties: text },
    properties: { type: "object" },
  },
  ["ruleId", "ruleIndex", "kind", "level", "message", "locations", "partialFingerprints"],
);
const notification = closed({
  associatedRule: closed({ id: text, index: { type: "integer", minimum: 0 } }),
  level: { const: "error" },
  message,
  locations,
});
const run = closed({
  tool: closed({
    driver: closed({ name: { const: "aims" }, semanticVersion: text, rules: { type: "array", items: rule } }),
  }),
  invocations: {
    type: "array",
    minItems: 1,
    maxItems: 1,
    items: closed(
      {
        executionSuccessful: { type: "boolean" },
        toolExecutionNotifications: { type: "array", items: notification },
      },
      ["executionSuccessful"],
    ),
  },
  columnKind: { const: "utf16CodeUnits" },
  results: { type: "array", items: result },
});
const isLog = new Ajv({ strict: true, allErrors: true }).compile<Log>(
  closed({ version: { const: "2.1.0" }, $schema: text, runs: { type: "array", minItems: 1, maxItems: 1, items: run } }),
);

/** The run of a SARIF text. @throws Error that says what a code host would refuse, or could not show */
export function readSarif(text: string): Log["runs"][number] & { results: Result[] } {
  const log: unknown = JSON.parse(text);
  if (!isLog(log)) throw new Error(JSON.stringify(isLog.errors, undefined, 2));
  const [only] = log.runs;
  const results = only?.results;
  if (only === undefined || results === undefined) throw new Error("There is no run with results.");
  const ids = only.tool.driver.rules?.map(({ id }) => id) ?? [];
  if (new Set(ids).size < ids.length) throw new Error("A rule is there twice.");
  for (const { ruleId, ruleIndex } of results) {
    if (ids[ruleIndex ?? -1] !== ruleId) throw new Error(`The rule ${String(ruleId)} is not at its index.`);
  }
  return { ...only, results };
}
