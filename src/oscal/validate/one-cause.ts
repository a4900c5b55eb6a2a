import { parsePointer, formatPointer } from "../../source/pointer.js";
import type { ConstraintType, OscalCode, OscalProblem } from "./problem.js";

/** Problems of one document by who found them. */
export interface FoundProblems {
  readonly schema: readonly OscalProblem[];
  readonly constraints: readonly OscalProblem[];
  readonly references: readonly OscalProblem[];
}

/** Schema problems after which the value, and all that it holds, means nothing to a constraint or a reference rule. */
const meaningless: ReadonlySet<OscalCode> = new Set([
  "oscal-empty-array",
  "oscal-schema-violation",
  "oscal-unknown-property",
  "oscal-value-not-allowed",
  "oscal-wrong-form",
  "oscal-wrong-type",
]);

/** Constraints that need all parts of a key, and break too where the schema misses one. */
const needsParts: ReadonlySet<ConstraintType> = new Set(["has-cardinality", "index", "index-has-key", "is-unique"]);

/**
 * All problems without those that only repeat another one: values that the schema refused are not checked further, and where a constraint
 * of OSCAL and a rule of aims say the same, the constraint speaks.
 */
export function oneForEachCause({ schema, constraints, references }: FoundProblems): OscalProblem[] {
  const refused = new Set<string>();
  const incomplete = new Set<string>();
  for (const { pointer, code } of schema) {
    if (meaningless.has(code)) refused.add(pointer);
    if (code === "oscal-missing-property" || code === "oscal-needs-one-of") incomplete.add(pointer);
  }
  const isRefused = (pointer: string): boolean =>
    refused.size > 0 && prefixes(pointer).some((each) => refused.has(each));
  const unanswered = new Set<string>();
  const repeated = new Set<string>();
  const kept = constraints.filter((problem) => {
    const { pointer } = problem;
    const type = constraintType(problem);
    if (isRefused(pointer)) return false;
    if (type === undefined) return true;
    if (incomplete.has(pointer) && needsParts.has(type)) return false;
    if (type === "index-has-key") unanswered.add(pointer);
    if (type === "index" || type === "is-unique") repeated.add(pointer);
    return true;
  });
  const own = references.filter(
    ({ pointer, code }) => !isRefused(pointer) && !(code === "duplicate-uuid" ? repeated : unanswered).has(pointer),
  );
  return [...schema, ...kept, ...own];
}

function constraintType({ origin }: OscalProblem): ConstraintType | undefined {
  return origin.kind === "constraint" ? origin.type : undefined;
}

/** Pointers to everything on the way to a place, the root first and the place itself last. */
function prefixes(pointer: string): string[] {
  const segments = parsePointer(pointer);
  const all = [""];
  let prefix = "";
  for (const segment of segments) {
    prefix += formatPointer([segment]);
    all.push(prefix);
  }
  return all;
}
