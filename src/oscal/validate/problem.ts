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
  const left = a.pointer.split("/");
  const right = b.pointer.split("/");
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = compareSegments(left[index] ?? "", right[index] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length || compareText(a.code, b.code) || compareText(a.message, b.message);
}

function compareSegments(a: string, b: string): number {
  const isIndex = /^\d{1,15}$/;
  if (isIndex.test(a) && isIndex.test(b)) return Number(a) - Number(b);
  return compareText(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
