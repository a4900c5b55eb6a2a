import { streamed, jsonText } from "../../source/stringify.js";
import type { AssessmentReport } from "./report.js";

/** Identifies the format; its schema is schemas/results.schema.json. */
const schemaUri = "https://aims-as-code.org/schemas/results.schema.json";

/** `results.json`: everything that was found, one verdict a line, in the order of the descriptors and then of the rules' ids. */
export function resultsJson(report: AssessmentReport): Iterable<string> {
  const { tool, asOf, profile, policy, organization, selection, scope, tally } = report;
  return jsonText({
    $schema: schemaUri,
    tool,
    asOf,
    profile,
    policy: { ...policy, parameters: scope.parameters, minimumAssurance: scope.minimumAssurance },
    organization,
    selection,
    summary: { subjects: tally.subjects.length, verdicts: tally.counts },
    rules: streamed(function* () {
      for (const { rule, controls } of scope.rules) {
        const { id, title, subject, severity, remediation } = rule;
        const counts = tally.rules.find((each) => each.rule === id)?.counts;
        yield { id, title, subject, severity, controls, remediation, counts };
      }
    }),
    controls: streamed(function* () {
      for (const { reference, id, title, state, reason, rules, counts } of tally.controls) {
        yield { control: reference, id, title, state, reason, rules, counts };
      }
    }),
    subjects: streamed(() => tally.subjects),
    verdicts: streamed(report.verdicts),
  });
}
