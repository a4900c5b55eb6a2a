import type { DiagnosticOrigin, DiagnosticSeverity } from "../../diagnostics/diagnostic.js";

/** The kinds of constraints that OSCAL's metaschema has. */
export type ConstraintType =
  "allowed-values" | "expect" | "has-cardinality" | "index" | "index-has-key" | "is-unique" | "matches";

/** Who says that something is wrong: the model's schema, a constraint of OSCAL's metaschema, or a rule of aims. */
export type ProblemOrigin = Extract<DiagnosticOrigin, { kind: "schema" | "aims" }> | ConstraintOrigin;

interface ConstraintOrigin {
  readonly kind: "constraint";
  readonly type: ConstraintType;
  readonly id?: string;
}

/** What is wrong in an OSCAL document, as data: where it stands in a file is for the caller to find out. */
export interface OscalProblem {
  /** JSON pointer (RFC 6901) to the value; to the property itself where it is unknown; to the owner where a property is missing. */
  readonly pointer: string;
  /** Stable code in kebab-case, such as `oscal-missing-property`. */
  readonly code: string;
  readonly severity: DiagnosticSeverity;
  readonly origin: ProblemOrigin;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What to do about it, in a sentence. */
  readonly fix?: string;
  /** The value at the pointer, where it is a text, number, boolean or null. */
  readonly value?: string | number | boolean | null;
  /** What would be accepted: values of a closed list, known properties, or properties one of which is needed. */
  readonly allowed?: readonly string[];
  /** The one among `allowed` that was probably meant. */
  readonly suggestion?: string;
}

/** In document order as far as pointers tell: by segments, array indices as numbers, then by code. */
export function compareProblems(a: OscalProblem, b: OscalProblem): number {
  return compareSorted(sortable(a), sortable(b));
}

/** The problems in the order of `compareProblems`; each pointer is taken apart once. */
export function inPointerOrder(problems: readonly OscalProblem[]): OscalProblem[] {
  if (problems.length < 2) return [...problems];
  return problems
    .map(sortable)
    .sort(compareSorted)
    .map(({ problem }) => problem);
}

/** A problem with the segments of its pointer, those of array indices as numbers. */
interface SortableProblem {
  readonly problem: OscalProblem;
  readonly segments: readonly string[];
  /** -1 for what is no index. */
  readonly indices: readonly number[];
}

function sortable(problem: OscalProblem): SortableProblem {
  const segments = problem.pointer.split("/");
  const indices = segments.map((segment) => (/^\d{1,15}$/.test(segment) ? Number(segment) : -1));
  return { problem, segments, indices };
}

function compareSorted(a: SortableProblem, b: SortableProblem): number {
  const length = Math.min(a.segments.length, b.segments.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.indices[at] ?? -1;
    const right = b.indices[at] ?? -1;
    // Indices before names: numbers among each other and texts with everything would be no order.
    if (left < 0 !== right < 0) return left < 0 ? 1 : -1;
    const order = left - right || compareText(a.segments[at] ?? "", b.segments[at] ?? "");
    if (order !== 0) return order;
  }
  return (
    a.segments.length - b.segments.length ||
    compareText(a.problem.code, b.problem.code) ||
    compareText(a.problem.message, b.problem.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
