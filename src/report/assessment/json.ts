import { streamed, jsonText } from "../../source/stringify.js";
import { textOutput, type TextOutput } from "../output.js";
import type { Assessment } from "../../assessment/assessment.js";

/** Version of the format, MAJOR.MINOR: a property more raises the minor version; nothing is renamed or taken away. */
export const resultsVersion = "1.3";

/** Identifies the version; its schema is schemas/results.schema.json, its page docs/results.md. */
const schemaUri = `https://aims-as-code.org/schemas/results-${resultsVersion}.schema.json`;

/** `results.json`: everything that was found, one verdict a line, in the order of the descriptors and then of the rules' ids. */
export function resultsJson(assessment: Assessment): TextOutput {
  const { tool, asOf, basis, organization, selection, notices = [], scope, tally } = assessment;
  const { profile, policy } = basis;
  const { uuid, metadata } = profile.resolved.profile;
  return textOutput(
    jsonText({
      $schema: schemaUri,
      schemaVersion: resultsVersion,
      tool,
      asOf,
      profile: {
        name: profile.name,
        title: metadata.title,
        version: metadata.version,
        uuid,
        sha256: profile.sha256,
      },
      policy: {
        sha256: policy.sha256,
        modules: policy.modules.length > 1 ? policy.modules : undefined,
        sources: policy.sources,
        parameters: scope.parameters,
        minimumAssurance: scope.minimumAssurance,
      },
      organization: organization && { id: organization.descriptor.id, name: organization.descriptor.name },
      selection,
      notices: notices.length === 0 ? undefined : notices,
      summary: { subjects: tally.subjects.length, verdicts: tally.counts },
      rules: streamed(function* () {
        for (const { rule, controls, counts } of tally.rules) {
          const { id, title, subject, severity, remediation } = rule;
          yield { id, title, subject, severity, controls, remediation, counts };
        }
      }),
      controls: streamed(function* () {
        for (const { reference, id, title, state, reason, assurance, rules, counts } of tally.controls) {
          yield { control: reference, id, title, state, reason, assurance, rules, counts };
        }
      }),
      subjects: streamed(() => tally.subjects),
      evidence: streamed(assessment.evidence, assessment.texts?.evidence),
      verdicts: streamed(assessment.verdicts, assessment.texts?.verdicts),
    }),
  );
}
