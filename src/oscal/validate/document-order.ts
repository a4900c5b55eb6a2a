import { arrayIndex, parsePointer } from "../../source/pointer.js";
import type { OscalProblem } from "./problem.js";

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
  return compareText(a.code, b.code) || compareText(a.message, b.message);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
