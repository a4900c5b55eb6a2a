import { problem } from "../../diagnostics/codes/evidence.js";
import { problem as scopeProblem } from "../../diagnostics/codes/scope.js";
import type { Diagnostic, DiagnosticPlace } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../foundation/nearest.js";
import { placeOf } from "../../source/place.js";
import type { ControlLook } from "./check-evidence.js";
import type { SubjectDecision, SubjectRecord } from "./records.js";

/**
 * Checks the decisions of the organization: one for each control, which a catalog has, and references that hit one of its evidence
 * records.
 */
export function checkDecisions(
  decisions: readonly SubjectDecision[],
  evidence: readonly SubjectRecord[],
  controls: ControlLook | undefined,
): Diagnostic[] {
  const ids = new Set(evidence.map(({ record }) => record.id));
  const first = new Map<string, SubjectDecision>();
  return decisions.flatMap((each) => {
    const { decision, document, pointer } = each;
    const { control } = decision;
    const at = (property: string): DiagnosticPlace => placeOf(document, `${pointer}/${property}`);
    const found: Diagnostic[] = [];
    const earlier = first.get(control);
    if (earlier === undefined) {
      first.set(control, each);
      const unknown = controls?.(control);
      if (unknown !== undefined) found.push(scopeProblem("unknown-control", at("control"), { control, ...unknown }));
    } else {
      const { line } = earlier.document.locate(earlier.pointer);
      const place = { file: earlier.document.file, line };
      found.push(problem("duplicate-decision", at("control"), { control, first: place }));
    }
    for (const [index, id] of (decision.evidence ?? []).entries()) {
      if (ids.has(id)) continue;
      const told = { id, guess: nearest(id, ids), about: "the organization" };
      found.push(problem("unknown-evidence", at(`evidence/${String(index)}`), told));
    }
    return found;
  });
}
