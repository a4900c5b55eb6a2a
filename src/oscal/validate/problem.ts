import { arrayIndex, parsePointer } from "../../source/pointer.js";
import { byCodeUnit } from "../../foundation/order.js";
import type { OscalExchangeTold } from "../../diagnostics/codes/oscal-exchange.js";
import type { OscalTold } from "../../diagnostics/codes/oscal.js";
import type { ReferenceTold } from "../../diagnostics/codes/references.js";
import type { DiagnosticOrigin, DiagnosticSeverity } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";

/** The kinds of constraints that OSCAL's metaschema has. */
export type ConstraintType =
  "allowed-values" | "expect" | "has-cardinality" | "index" | "index-has-key" | "is-unique" | "matches";

/** The source of a finding: the model's schema, a constraint of OSCAL's metaschema, or a rule of aims. */
export type ProblemOrigin = Extract<DiagnosticOrigin, { kind: "schema" | "aims" }> | ConstraintOrigin;

interface ConstraintOrigin {
  readonly kind: "constraint";
  readonly type: ConstraintType;
  readonly id?: string;
}

/** Codes of the findings of the schema, the constraints and the reference rules. */
export type OscalCode = keyof OscalTold | keyof OscalExchangeTold | keyof ReferenceTold;

/** A problem in an OSCAL document, as data: the caller finds out where it stands in a file. */
export interface OscalProblem {
  /** JSON pointer (RFC 6901) to the value; to the property itself where it is unknown; to the owner where a property is missing. */
  readonly pointer: string;
  readonly code: OscalCode;
  readonly severity: DiagnosticSeverity;
  readonly origin: ProblemOrigin;
  /** The problem, in a sentence. */
  readonly message: string;
  /** The fix, in a sentence. */
  readonly fix?: string;
  /** The value at the pointer, where it is a text, number, boolean or null. */
  readonly value?: string | number | boolean | null;
  /** The accepted alternatives: values of a closed list, known properties, or properties one of which is needed. */
  readonly allowed?: readonly string[];
  /** The one among `allowed` that was probably meant. */
  readonly suggestion?: string;
  /** Other files that the message names by their identity. */
  readonly mentions?: readonly SourceFile[];
}

/**
 * The problems in document order as far as pointers tell: by segments, array indices as numbers, then by code. Each pointer is taken
 * apart once.
 */
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
  /** -1 for a segment that is not an index. */
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
    // Indices before names: numbers among each other and texts with everything would not be an order.
    if (left < 0 !== right < 0) return left < 0 ? 1 : -1;
    const order = left - right || byCodeUnit(a.segments[at] ?? "", b.segments[at] ?? "");
    if (order !== 0) return order;
  }
  return (
    a.segments.length - b.segments.length ||
    byCodeUnit(a.problem.code, b.problem.code) ||
    byCodeUnit(a.problem.message, b.problem.message)
  );
}

interface Branch {
  readonly problems: OscalProblem[];
  readonly children: Map<string, Branch>;
}

/**
 * Problems in the order in which a reader of the document meets them: an owner before what it holds, properties as the document has
 * them. Without looking up positions, which would cost too much for more problems than are shown.
 */
export function inDocumentOrder(problems: readonly OscalProblem[], document: unknown): OscalProblem[] {
  const root: Branch = { problems: [], children: new Map() };
  for (const problem of problems) {
    let branch = root;
    for (const segment of parsePointer(problem.pointer)) {
      let next = branch.children.get(segment);
      if (next === undefined) {
        next = { problems: [], children: new Map() };
        branch.children.set(segment, next);
      }
      branch = next;
    }
    branch.problems.push(problem);
  }
  const ordered: OscalProblem[] = [];
  const open: { branch: Branch; value: unknown }[] = [{ branch: root, value: document }];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    const { branch, value } = current;
    ordered.push(...branch.problems.sort(byCode));
    // Last in, first out: backwards, so that the first property is met first.
    for (const segment of segmentsInOrder(branch, value).reverse()) {
      const child = branch.children.get(segment);
      if (child !== undefined) open.push({ branch: child, value: memberOf(value, segment) });
    }
  }
  return ordered;
}

function segmentsInOrder({ children }: Branch, value: unknown): string[] {
  const wanted = [...children.keys()];
  if (Array.isArray(value)) return wanted.sort((a, b) => (arrayIndex(a) ?? -1) - (arrayIndex(b) ?? -1));
  if (typeof value !== "object" || value === null) return wanted;
  const present = Object.keys(value).filter((key) => children.has(key));
  const known = new Set(present);
  return [...present, ...wanted.filter((key) => !known.has(key))];
}

function memberOf(value: unknown, segment: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, segment)
    ? (value as Readonly<Record<string, unknown>>)[segment]
    : undefined;
}

function byCode(a: OscalProblem, b: OscalProblem): number {
  return byCodeUnit(a.code, b.code) || byCodeUnit(a.message, b.message);
}
