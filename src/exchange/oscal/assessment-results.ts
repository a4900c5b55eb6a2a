import type { AssessmentResults, Finding, Observation, Resource, Result } from "../../oscal/model.js";
import { streamed, type Writable } from "../../source/stringify.js";
import type { ControlSummary, RuleSummary } from "../../assessment/tally.js";
import { verdictStates, type VerdictState } from "../../assessment/verdict.js";
import { reviewedControls, tool } from "./assessment-plan.js";
import { chainFiles, countProperties, countWords, markup, metadata, property, startOfDay } from "./shared.js";
import type { Assessment, DescriptorFile } from "../../assessment/assessment.js";
import { Identities } from "./identities.js";

/**
 * The assessment results (OSCAL assessment layer) of a portfolio: a finding for each control statement, and for each rule and state
 * one observation that lists its subjects. OSCAL knows two states; the finer one stands in a property of aims' namespace.
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
      ...(files.length > 0 ? { "back-matter": { resources: files.map((file) => resource(file, ids)) } } : {}),
    },
  };
}

function result(assessment: Assessment, ids: Identities): Writable<Result> {
  const { tally, scope, asOf } = assessment;
  const findings = tally.controls
    .filter((control) => control.state !== "not-applicable")
    .map((control) => finding(control, assessment, ids));
  const observations = tally.rules.flatMap((summary) =>
    statesOf(summary).map((state) => observation(summary, state, assessment, ids)),
  );
  return {
    uuid: ids.event("result"),
    title: `Assessment as of ${asOf}`,
    description: `${String(tally.subjects.length)} subjects, ${String(scope.rules.length)} rules, ${String(scope.controls.length)} controls. Verdicts: ${countWords(tally.counts) || "none"}.`,
    start: startOfDay(asOf),
    end: startOfDay(asOf),
    props: [
      ...verdictStates.map((state) => property("verdicts", String(tally.counts[state]), { class: state })),
      ...(assessment.selection ?? []).map((pattern) => property("systems-selected", pattern)),
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
    ...(findings.length > 0 ? { findings } : {}),
  };
}

function statesOf(summary: RuleSummary | undefined): VerdictState[] {
  return verdictStates.filter((state) => (summary?.subjects[state]?.length ?? 0) > 0);
}

function observation(
  { rule, subjects }: RuleSummary,
  state: VerdictState,
  { tally, asOf }: Assessment,
  ids: Identities,
): Writable<Observation> {
  const indexes = subjects[state] ?? [];
  const files = new Set<string>();
  for (const index of indexes) files.add(tally.subjects[index]?.file ?? "");
  return {
    uuid: ids.event("observation", rule.id, state),
    title: `${markup(rule.title)}: ${state}`,
    description: `${markup(rule.description)} ${String(indexes.length)} of ${String(tally.subjects.length)} subjects are in the state ${state}.`,
    props: [
      property("rule-id", rule.id),
      property("verdict-state", state),
      property("subjects", String(indexes.length), { class: state }),
    ],
    methods: ["EXAMINE"],
    types: ["control-objective"],
    origins: [{ actors: [{ type: "tool", "actor-uuid": ids.tool }] }],
    subjects: streamed(function* () {
      for (const index of indexes) {
        const subject = tally.subjects[index];
        if (!subject) continue;
        const uuid = subject.kind === "system" ? ids.system(subject.id) : ids.thisSystem;
        yield { "subject-uuid": uuid, type: "component", title: markup(subject.name) };
      }
    }),
    "relevant-evidence": [...files]
      .sort()
      .map((file) => ({ href: `#${ids.resource(file)}`, description: `Descriptors in ${markup(file)}` })),
    collected: startOfDay(asOf),
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

function finding(control: ControlSummary, { tally }: Assessment, ids: Identities): Finding {
  const related = control.rules.flatMap((id) =>
    statesOf(tally.ruleById.get(id)).map((state) => ({ "observation-uuid": ids.event("observation", id, state) })),
  );
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
  };
}

/**
 * A descriptor file by its content: the named-information URI (RFC 6920) holds on any machine, which a path to the workspace would not.
 */
function resource(file: DescriptorFile, ids: Identities): Resource {
  return {
    uuid: ids.resource(file.name),
    title: markup(file.name),
    description: "Descriptor file; the title is its path in the workspace.",
    rlinks: [
      {
        href: `ni:///sha-256;${Buffer.from(file.sha256, "hex").toString("base64url")}`,
        hashes: [{ algorithm: "SHA-256", value: file.sha256 }],
      },
    ],
  };
}
