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

/** The problems in document order as far as pointers tell: by segments, array indices as numbers, then by code. */
export function inPointerOrder(problems: readonly OscalProblem[]): OscalProblem[] {
  return [...problems].sort(
    (a, b) => comparePointers(a.pointer, b.pointer) || byCodeUnit(a.code, b.code) || byCodeUnit(a.message, b.message),
  );
}

/** Nothing is kept of a pointer that has been taken apart: there may be hundreds of thousands of problems. */
function comparePointers(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let first = 0;
  while (first < length && a.charCodeAt(first) === b.charCodeAt(first)) first += 1;
  // An owner before what it holds.
  if (first === a.length && (first === 0 || b.charCodeAt(first) === SLASH)) return -1;
  if (first === b.length && (first === 0 || a.charCodeAt(first) === SLASH)) return 1;
  const start = first === 0 ? 0 : a.lastIndexOf("/", first - 1) + 1;
  const [left, right] = [segmentAt(a, start), segmentAt(b, start)];
  const [leftIndex, rightIndex] = [indexOf(left), indexOf(right)];
  // Indices before names: numbers among each other and texts with everything would not be an order.
  if (leftIndex < 0 !== rightIndex < 0) return leftIndex < 0 ? 1 : -1;
  return leftIndex - rightIndex || byCodeUnit(left, right);
}

const SLASH = 0x2f;

function segmentAt(pointer: string, start: number): string {
  const end = pointer.indexOf("/", start);
  return pointer.slice(start, end < 0 ? pointer.length : end);
}

/** The number that a segment is, where it may be an index; -1 where it may not. */
function indexOf(segment: string): number {
  return /^\d{1,15}$/.test(segment) ? Number(segment) : -1;
}

/** A place of a document at or below which there are problems. There may be hundreds of thousands: what one does not have is left out. */
interface Branch {
  problems: OscalProblem[] | undefined;
  children: Map<string, Branch> | undefined;
}

/**
 * Problems in the order in which a reader of the document meets them: an owner before what it holds, properties as the document has
 * them. Without looking up positions, which would cost too much for more problems than are shown.
 */
export function inDocumentOrder(problems: readonly OscalProblem[], document: unknown): OscalProblem[] {
  const root: Branch = { problems: undefined, children: undefined };
  for (const problem of problems) {
    let branch = root;
    for (const segment of parsePointer(problem.pointer)) {
      branch.children ??= new Map();
      let next = branch.children.get(segment);
      if (next === undefined) {
        next = { problems: undefined, children: undefined };
        branch.children.set(segment, next);
      }
      branch = next;
    }
    if (branch.problems === undefined) branch.problems = [problem];
    else branch.problems.push(problem);
  }
  const ordered: OscalProblem[] = [];
  const open: { branch: Branch; value: unknown }[] = [{ branch: root, value: document }];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    const { branch, value } = current;
    for (const problem of branch.problems?.sort(byCode) ?? []) ordered.push(problem);
    const { children } = branch;
    if (children === undefined) continue;
    // Last in, first out: backwards, so that the first property is met first.
    for (const segment of segmentsInOrder(children, value).reverse()) {
      const child = children.get(segment);
      if (child !== undefined) open.push({ branch: child, value: memberOf(value, segment) });
    }
  }
  return ordered;
}

function segmentsInOrder(children: ReadonlyMap<string, Branch>, value: unknown): string[] {
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
