import type { JsonObject } from "../foundation/json-value.js";
import { byCodeUnit } from "../foundation/order.js";
import { addTo } from "../foundation/multimap.js";
import { runTask } from "./bounded/run-task.js";
import type { RegoProblem, RegoSources } from "./compiler/protocol.js";
import { fieldsOf } from "./mutants/field-changes.js";
import { inapplicableSet, ruleSets, verdictName, type Rule } from "./rule.js";
import { inputSchemas } from "./rules/input-schemas.js";

/** A field of the input of rules, and which of its changes they notice. */
export interface JudgedField {
  /** Such as `system.lifecycle.stage`. */
  readonly field: string;
  /** Ids of the rules that say something else where it is changed. */
  readonly rules: readonly string[];
  /** Changes that no rule notices for any input of the tests. */
  readonly unnoticed: readonly string[];
}

export interface JudgedFields {
  /** Those of which a rule notices a change, by their path. */
  readonly read: readonly JudgedField[];
  /** Those that inputs of the tests have, and of which no rule notices a change. */
  readonly unread: readonly string[];
  /** Those that no input of the tests has. */
  readonly absent: readonly string[];
}

const names = new Set<string>([verdictName, "applicable", inapplicableSet, ...ruleSets, "deny", "warn"]);

/**
 * Changes each field of what the tests ask the rules about, and compares what the rules say.
 * @param sources rules and tests, all of which compile and pass
 * @returns problems that keep the rules from being asked
 */
export async function judgeFields(
  sources: RegoSources,
  rules: readonly Rule[],
  { data, timeLimitMs }: { readonly data: JsonObject; readonly timeLimitMs: number },
): Promise<JudgedFields | readonly RegoProblem[] | undefined> {
  const asked = rules.map(({ id, file, package: path, subject, declares }) => ({
    id,
    file,
    subject,
    asked: declares.filter((name) => names.has(name)).map((name) => `${path}.${name}`.replaceAll(".", "/")),
  }));
  const result = await runTask({ kind: "fields", sources, data, rules: asked, timeLimit: timeLimitMs });
  if (result === undefined) return undefined;
  if (result.errors.length > 0) return result.errors;
  const readers = new Map<string, string[]>();
  const noticed = new Set<string>();
  const tried = new Map<string, Set<string>>();
  for (const { rule, field, change, noticed: differs } of result.changes) {
    const changes = tried.get(field) ?? new Set<string>();
    tried.set(field, changes.add(change));
    if (!differs) continue;
    noticed.add(`${field} ${change}`);
    if (readers.get(field)?.includes(rule) !== true) addTo(readers, field, rule);
  }
  const subjects = [...new Set(rules.map(({ subject }) => subject))];
  const all = new Set(subjects.flatMap((subject) => [...fieldsOf(inputSchemas()[subject]).keys()]));
  const ofTests = [...tried.keys()].sort(byCodeUnit);
  return {
    read: ofTests
      .filter((field) => readers.has(field))
      .map((field) => ({
        field,
        rules: [...(readers.get(field) ?? [])].sort(byCodeUnit),
        unnoticed: [...(tried.get(field) ?? [])].filter((change) => !noticed.has(`${field} ${change}`)),
      })),
    unread: ofTests.filter((field) => !readers.has(field)),
    absent: [...all].filter((field) => !tried.has(field)).sort(byCodeUnit),
  };
}
