import type { Assessment } from "../../assessment/assessment.js";
import type { ControlSummary } from "../../assessment/tally.js";
import { verdictStates, type VerdictState } from "../../assessment/verdict.js";
import type { AssessmentResults, Finding, Property, Resource, Result } from "../../oscal/model.js";
import { streamed, type Writable } from "../../source/stringify.js";
import { reviewedControls, tool } from "./assessment-plan.js";
import { Identities } from "./identities.js";
import { observationReferences, observationsOf } from "./observations.js";
import { descriptorResource, evidenceResource } from "./resources.js";
import { hasRisk, risk } from "./risks.js";
import { chainFiles, countProperties, countWords, markup, metadata, property, startOfDay } from "./shared.js";

/**
 * The assessment results (OSCAL assessment layer) of a portfolio: a finding for each control statement, for each rule and state
 * one observation that lists its subjects and what is said of each, and a risk for each rule with open verdicts. OSCAL knows two states;
 * the finer one stands in a property of aims' namespace. docs/oscal-output.md is the reader's guide.
 */
export function assessmentResults(assessment: Assessment): Writable<{ "assessment-results": AssessmentResults }> {
  const ids = new Identities(assessment);
  const { files } = assessment;
  return {
    "assessment-results": {
      uuid: ids.document("assessment-results"),
      metadata: metadata("Assessment results of the AI management system", assessment, ids),
      "import-ap": { href: chainFiles.assessmentPlan },
      results: [result(assessment, ids)],
      ...(files.length > 0 ? { "back-matter": { resources: streamed(() => resources(assessment, ids)) } } : {}),
    },
  };
}

function* resources({ files, evidence }: Assessment, ids: Identities): Generator<Resource> {
  for (const file of files) yield descriptorResource(file, ids);
  for (const entry of evidence()) yield evidenceResource(entry, ids);
}

function result(assessment: Assessment, ids: Identities): Writable<Result> {
  const { tally, scope, asOf } = assessment;
  const findings = tally.controls
    .filter((control) => control.state !== "not-applicable")
    .map((control) => finding(control, assessment, ids));
  const observations = tally.rules.flatMap((summary) => observationsOf(summary, assessment, ids));
  const risks = tally.rules.filter(hasRisk).map((summary) => risk(summary, assessment, ids));
  return {
    uuid: ids.event("result"),
    title: `Assessment as of ${asOf}`,
    description: `${String(tally.subjects.length)} subjects, ${String(scope.rules.length)} rules, ${String(scope.controls.length)} controls. Verdicts: ${countWords(tally.counts) || "none"}.`,
    start: startOfDay(asOf),
    end: startOfDay(asOf),
    props: [
      ...verdictStates.map((state) => property("verdicts", String(tally.counts[state]), { class: state })),
      ...(assessment.selection ?? []).map((pattern) => property("systems-selected", pattern)),
      ...tally.controls.filter(({ state }) => state === "not-applicable").map(notApplicable),
    ],
    "local-definitions": {
      "assessment-assets": {
        components: [tool(assessment, ids)],
        "assessment-platforms": [
          { uuid: ids.platform, title: "aims", "uses-components": [{ "component-uuid": ids.tool }] },
        ],
      },
    },
    "reviewed-controls": reviewedControls(scope),
    ...(observations.length > 0 ? { observations } : {}),
    ...(risks.length > 0 ? { risks } : {}),
    ...(findings.length > 0 ? { findings } : {}),
  };
}

/** States in OSCAL's words (finding target status and its reason). */
const oscalStatus: Readonly<
  Record<VerdictState, { state: "satisfied" | "not-satisfied"; reason: "pass" | "fail" | "other" }>
> = {
  satisfied: { state: "satisfied", reason: "pass" },
  "not-satisfied": { state: "not-satisfied", reason: "fail" },
  stale: { state: "not-satisfied", reason: "other" },
  "no-evidence": { state: "not-satisfied", reason: "other" },
  partial: { state: "not-satisfied", reason: "other" },
  error: { state: "not-satisfied", reason: "other" },
  // A control that applies to nobody has no finding; the entry keeps the table total.
  "not-applicable": { state: "not-satisfied", reason: "other" },
};

/** OSCAL has no state for a control that applies to nobody, and a finding would say that it is not satisfied. */
function notApplicable({ id, reference, title, rules }: ControlSummary): Property {
  const remarks = `${markup(reference)} ${markup(title)} applies to none of the subjects. The observations of ${markup(rules.join(", "))} in the state not-applicable say of each why.`;
  return property("not-applicable-control", id, { remarks });
}

function finding(control: ControlSummary, { tally }: Assessment, ids: Identities): Finding {
  const rules = control.rules.flatMap((id) => tally.ruleById.get(id) ?? []);
  const related = rules.flatMap((summary) => observationReferences(summary, ids));
  const risks = rules.filter(hasRisk).map(({ rule }) => ({ "risk-uuid": ids.risk(rule.id) }));
  const notAssessed = control.reason === "not-assessed";
  return {
    uuid: ids.finding(control.id),
    title: `${markup(control.reference)} ${markup(control.title)}: ${control.state}`,
    description: notAssessed
      ? "No rule of this run speaks for the control, so nothing is shown about it."
      : `Worst state over the subjects: ${control.state}. By subject: ${countWords(control.counts)}.`,
    props: [
      property("verdict-state", control.state),
      ...(notAssessed ? [property("reason", "not-assessed")] : []),
      ...countProperties(control.counts),
    ],
    origins: [{ actors: [{ type: "tool", "actor-uuid": ids.tool }] }],
    target: { type: "statement-id", "target-id": control.statementId, status: oscalStatus[control.state] },
    ...(related.length > 0 ? { "related-observations": related } : {}),
    ...(risks.length > 0 ? { "related-risks": risks } : {}),
  };
}
