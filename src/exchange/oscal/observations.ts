import type { Assessment } from "../../assessment/assessment.js";
import type { RuleSummary, SubjectSummary } from "../../assessment/tally.js";
import type { EvidenceReference, Finding, Verdict, VerdictState } from "../../assessment/verdict.js";
import { verdictStates } from "../../assessment/verdict.js";
import type { Observation, RelevantEvidence } from "../../oscal/model.js";
import { streamed, type Writable } from "../../source/stringify.js";
import type { Identities } from "./identities.js";
import { markup, properties, property, startOfDay } from "./shared.js";

/** The observations of a rule: one for each state that one of its verdicts is in. */
export function observationsOf(summary: RuleSummary, assessment: Assessment, ids: Identities): Writable<Observation>[] {
  return occurringStates(summary).map((state) => observation(summary, state, assessment, ids));
}

/** References to a rule's observations in the states that are wanted. */
export function observationReferences(
  summary: RuleSummary | undefined,
  ids: Identities,
  wanted: (state: VerdictState) => boolean = () => true,
): { "observation-uuid": string }[] {
  if (summary === undefined) return [];
  const states = occurringStates(summary).filter(wanted);
  return states.map((state) => ({ "observation-uuid": ids.event("observation", summary.rule.id, state) }));
}

function occurringStates({ subjects }: RuleSummary): VerdictState[] {
  return verdictStates.filter((state) => (subjects[state]?.length ?? 0) > 0);
}

function observation(
  { rule, controls, subjects }: RuleSummary,
  state: VerdictState,
  assessment: Assessment,
  ids: Identities,
): Writable<Observation> {
  const { tally, scope, asOf } = assessment;
  const indexes = subjects[state] ?? [];
  const among = scope.controls.filter(({ reference }) => controls.includes(reference));
  return {
    uuid: ids.event("observation", rule.id, state),
    title: `${markup(rule.title)}: ${state}`,
    description: `${markup(rule.description)} ${String(indexes.length)} of ${String(tally.subjects.length)} subjects are in the state ${state}.`,
    props: [
      property("rule-id", rule.id),
      property("verdict-state", state),
      property("severity", rule.severity),
      property("subjects", String(indexes.length), { class: state }),
      ...among.map(({ id }) => property("control-id", id)),
    ],
    methods: ["EXAMINE"],
    types: ["control-objective"],
    origins: [{ actors: [{ type: "tool", "actor-uuid": ids.tool }] }],
    subjects: streamed(function* () {
      for (const index of indexes) {
        const subject = tally.subjects[index];
        if (!subject) continue;
        yield { "subject-uuid": ids.subject(subject), type: "component", title: markup(subject.name) };
      }
    }),
    "relevant-evidence": streamed(function* () {
      let at = 0;
      for (const verdict of assessment.verdictsOf(rule.id, state)) {
        const subject = tally.subjects[indexes[at++] ?? -1];
        if (subject) yield* grounds(verdict, subject, ids.subject(subject), ids);
      }
    }),
    collected: startOfDay(asOf),
  };
}

/** What a verdict rests on: each of its findings at its place in a descriptor, then each evidence record that one of them refers to. */
function* grounds(
  verdict: Verdict,
  subject: SubjectSummary,
  uuid: string,
  ids: Identities,
): Generator<RelevantEvidence> {
  const records = new Map<string, EvidenceReference>();
  const { assurance, findings } = verdict;
  if (findings.length === 0) yield withoutFinding(verdict, subject, uuid, ids);
  for (const finding of findings) {
    const evidence = (finding.evidence ?? []).map((reference) => [ids.evidence(reference), reference] as const);
    for (const [record, reference] of evidence) records.set(record, reference);
    yield {
      href: `#${ids.resource(finding.file)}`,
      description: markup(finding.message),
      props: findingProperties(finding, assurance, uuid),
      ...(evidence.length > 0 ? { links: evidence.map(([record]) => ({ href: `#${record}`, rel: "reference" })) } : {}),
    };
  }
  for (const [record, { id, descriptor }] of records) {
    yield {
      href: `#${record}`,
      description: `Evidence record ${markup(id)} of ${markup(descriptor)}.`,
      props: properties({ "evidence-id": id, "subject-uuid": uuid }),
    };
  }
}

function findingProperties(
  { kind, pointer, line, attestation }: Finding,
  assurance: Verdict["assurance"],
  subject: string,
): RelevantEvidence["props"] & object {
  return properties({
    "finding-kind": kind,
    "subject-uuid": subject,
    pointer,
    line: String(line),
    assurance,
    "attested-by": attestation?.by,
    "attested-on": attestation?.on,
    "valid-until": attestation?.validUntil,
  });
}

/** A verdict without findings is explained by its state alone, or by the scope of the management system. */
function withoutFinding(
  { state }: Verdict,
  { excluded, file, line }: SubjectSummary,
  uuid: string,
  ids: Identities,
): RelevantEvidence {
  const words =
    excluded === undefined
      ? `The verdict is ${state}; the rule gives no reason.`
      : `The management system does not cover it: ${markup(excluded)}`;
  return {
    href: `#${ids.resource(file)}`,
    description: words,
    props: properties({ "subject-uuid": uuid, line: String(line) }),
  };
}
