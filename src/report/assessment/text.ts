import type { RuleSummary, SubjectSummary, Tally } from "../../assessment/tally.js";
import {
  isOpen,
  openCount,
  severities,
  verdictStates,
  type StateCounts,
  type VerdictState,
} from "../../assessment/verdict.js";
import { byCodeUnit } from "../../foundation/order.js";
import { plural } from "../../foundation/words.js";
import type { Assessment } from "../../assessment/assessment.js";
import { pathOf, textOutput, type ReportOptions, type TextOutput } from "../output.js";
import type { Cell } from "../table.js";
import { details } from "./text/details.js";
import { inState, indented, pageFor, plain, table, type Page } from "./text/page.js";
import { notApplicable, rulesInError } from "./text/reasons.js";

const WORST_SHOWN = 10;

/** Short titles of the states' columns, best first; `not-applicable` says how many subjects a control does not concern. */
const columns: readonly (readonly [state: VerdictState, title: string])[] = [
  ["satisfied", "sat."],
  ["partial", "part."],
  ["no-evidence", "no ev."],
  ["stale", "stale"],
  ["not-satisfied", "unsat."],
  ["error", "error"],
  ["not-applicable", "n/a"],
];

/** The report for a person at a terminal: controls with their states, the subjects that are worst off, what to do next, and the reasons. */
export function textReport(assessment: Assessment, options: ReportOptions): TextOutput {
  return textOutput(sections(assessment, pageFor(options)));
}

function* sections(assessment: Assessment, page: Page): Generator<string> {
  const { tally } = assessment;
  const worst = openSubjects(tally);
  yield* heading(assessment, page);
  yield "\n";
  yield* controls(tally, page);
  yield* rulesInError(assessment, page);
  yield* worstOff(worst, page);
  yield* nextSteps(assessment, page);
  yield* details(assessment, worst, page);
  yield* notApplicable(assessment, page);
  yield `\n${page.paint.bold("Verdicts:")} ${countWords(tally.counts)}.\n`;
  if (tally.counts["not-applicable"] === tally.subjects.reduce((sum, { counts }) => sum + total(counts), 0)) {
    yield "Every verdict is not-applicable: nothing was shown, which is not a pass.\n";
  }
  yield "Whether records are good enough stays with the auditor; aims shows that they exist, are complete, in date and consistent.\n";
}

function* heading(
  { tally, scope, asOf, basis, organization, selection }: Assessment,
  { paint }: Page,
): Generator<string> {
  const { name, resolved } = basis.profile;
  const { title, version } = resolved.profile.metadata;
  yield `${paint.bold(plain(organization?.descriptor.name ?? "Organization without a descriptor"))}\n`;
  yield `${plain(title)} (${plain(name)} ${plain(version)}), as of ${asOf}\n`;
  yield `${plural(tally.subjects.length, "subject")}, ${plural(scope.rules.length, "rule")}, ${plural(scope.controls.length, "control")}. `;
  yield `Minimum assurance: ${scope.minimumAssurance}.\n`;
  if (selection) yield `A part of the workspace: ${plain(selection.join(", "))}\n`;
}

function* controls(tally: Tally, page: Page): Generator<string> {
  const states = columns.filter(([state]) => state !== "error" || tally.counts.error > 0);
  const assessed = tally.controls.filter((control) => control.reason !== "not-assessed");
  yield* table(
    [
      { title: "CONTROL" },
      { title: "", shrinks: true },
      ...states.map(([, title]) => ({ title, align: "right" as const })),
      { title: "STATE" },
    ],
    assessed.map((control) => [
      control.reference,
      plain(control.title),
      ...states.map(([state]) => figure(control.counts, state, page)),
      stateCell(control.state, page),
    ]),
    page,
  );
  const silent = tally.controls.filter((control) => control.reason === "not-assessed");
  if (silent.length > 0) {
    const words = `Not assessed (no rule speaks for them; no evidence): ${silent.map((control) => control.reference).join(", ")}`;
    yield "\n";
    yield* indented(words, 0, page);
  }
}

function* worstOff(worst: readonly SubjectSummary[], page: Page): Generator<string> {
  if (worst.length === 0) return;
  const listed = worst.slice(0, WORST_SHOWN);
  // With details, each finding shows its place.
  const places = page.options.details === "none";
  yield `\n${page.paint.bold("Worst off")} (${String(listed.length)} of ${plural(worst.length, "subject")} with open verdicts)\n`;
  yield* table(
    [
      { title: "SUBJECT" },
      { title: "NAME", most: 60, shrinks: true },
      { title: "STATE" },
      { title: "OPEN", align: "right" },
      ...(places ? [{ title: "DESCRIPTOR" }] : []),
    ],
    listed.map(({ id, name, state, counts, file, line }) => [
      id,
      plain(name),
      stateCell(state, page),
      `${String(openCount(counts))}/${String(openCount(counts) + counts.satisfied)}`,
      ...(places ? [`${plain(pathOf(file, page.options))}:${String(line)}`] : []),
    ]),
    page,
  );
}

function* nextSteps({ tally, scope }: Assessment, page: Page): Generator<string> {
  const next = openRules(tally);
  if (next.length === 0) return;
  yield `\n${page.paint.bold("What to do next")}\n`;
  for (const [index, { rule, counts, unsupported = 0 }] of next.entries()) {
    yield `${String(index + 1).padStart(2)}. [${rule.severity}] ${plain(rule.title)}: ${plural(openCount(counts), "subject")} (${openWords(counts)})\n`;
    if (unsupported < openCount(counts)) yield* indented(plain(rule.remediation), 6, page);
    if (unsupported > 0) {
      const words = `Of ${plural(unsupported, "subject")} only ${scope.minimumAssurance} evidence is missing: name an evidence record where the practice is recorded, or complete the one that is named; aims explain SUBJECT says what it lacks.`;
      yield* indented(words, 6, page);
    }
  }
}

/** Subjects with open verdicts, worst first: by worst state, then by number of open verdicts, then by id. */
function openSubjects(tally: Tally): SubjectSummary[] {
  return tally.subjects
    .filter(({ counts }) => openCount(counts) > 0)
    .sort(
      (a, b) =>
        verdictStates.indexOf(a.state) - verdictStates.indexOf(b.state) ||
        compareCounts(a.counts, b.counts) ||
        byCodeUnit(a.id, b.id),
    );
}

/** State by state from the worst on, more is worse. */
function compareCounts(a: StateCounts, b: StateCounts): number {
  for (const state of verdictStates.filter(isOpen)) if (a[state] !== b[state]) return b[state] - a[state];
  return 0;
}

/** Rules with open verdicts in the order in which to take them on: severity, then number of open verdicts, then id. */
function openRules(tally: Tally): RuleSummary[] {
  return tally.rules
    .filter(({ counts }) => openCount(counts) > 0)
    .sort(
      (a, b) =>
        severities.indexOf(b.rule.severity) - severities.indexOf(a.rule.severity) ||
        openCount(b.counts) - openCount(a.counts) ||
        byCodeUnit(a.rule.id, b.rule.id),
    );
}

function figure(counts: StateCounts, state: VerdictState, page: Page): Cell {
  if (counts[state] === 0) return "·";
  return { text: String(counts[state]), paint: (text) => inState(state, text, page) };
}

function stateCell(state: VerdictState, page: Page): Cell {
  return { text: state, paint: (text) => inState(state, text, page) };
}

function total(counts: StateCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function openWords(counts: StateCounts): string {
  return verdictStates
    .filter((state) => isOpen(state) && counts[state] > 0)
    .map((state) => `${String(counts[state])} ${state}`)
    .join(", ");
}

function countWords(counts: StateCounts): string {
  return [...verdictStates]
    .reverse()
    .filter((state) => counts[state] > 0 && state !== "not-applicable")
    .concat(counts["not-applicable"] > 0 ? ["not-applicable"] : [])
    .map((state) => `${String(counts[state])} ${state}`)
    .join(", ");
}
