import { compareDiagnostics } from "../diagnostics/diagnostic.js";
import type { SourceDocument } from "../source/document.js";
import { claimsOf, Numbers, type Collection, type Sides } from "./lint/claims.js";
import { findCompositions } from "./lint/compositions.js";
import { findContradictions } from "./lint/contradictions.js";
import { Findings, type ListedFindings } from "./lint/findings.js";
import { findInGaps } from "./lint/gaps.js";
import { findInItems } from "./lint/items.js";
import { findInPairs } from "./lint/pairs.js";
import type { WrittenCollection } from "./written.js";

export type { ListedFindings } from "./lint/findings.js";
export type { Sides } from "./lint/claims.js";

/** A mapping collection with the catalogs on both sides of its mappings, in the order of these. */
export interface LintSubject {
  readonly document: SourceDocument;
  readonly written: WrittenCollection;
  readonly sides: readonly Sides[];
}

/**
 * Finds what is wrong with mapping collections beyond OSCAL's own rules: in each, and in all of them together, since what one says
 * another may contradict.
 * @returns what was found in each, in the order of the subjects
 */
export function lint(subjects: readonly LintSubject[]): ListedFindings[] {
  const collections = subjects.map((subject): Collection => ({ ...subject, findings: new Findings() }));
  for (const collection of collections) {
    findInItems(collection);
    findInPairs(collection);
    findInGaps(collection);
  }
  const numbers = new Numbers();
  const claims = claimsOf(collections, numbers);
  findContradictions(claims, numbers);
  findCompositions(claims, numbers);
  return collections.map(({ document, findings }) => {
    const { diagnostics, unlisted } = findings.listed(document);
    return { diagnostics: [...diagnostics].sort(compareDiagnostics), unlisted };
  });
}
