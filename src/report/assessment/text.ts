import pico from "picocolors";
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
import { printable } from "../../foundation/printable.js";
import { plural } from "../../foundation/words.js";
import type { Assessment } from "../../assessment/assessment.js";
import { pathOf, textOutput, type ReportOptions, type TextOutput } from "../output.js";
import { textTable } from "../table.js";

const WORST_SHOWN = 10;
/** Columns that running text is wrapped to. */
const WIDTH = 110;

/** Short titles of the states' columns, best first; `not-applicable` says how many subjects a control does not concern. */
const columns: readonly (readonly [state: VerdictState, title: string])[] = [
  ["satisfied", "satisfied"],
  ["partial", "partial"],
  ["no-evidence", "no evidence"],
  ["stale", "stale"],
  ["not-satisfied", "not satisfied"],
  ["error", "error"],
  ["not-applicable", "n/a"],
];

/** The report for a person at a terminal: controls with their states, the systems that are worst off, what to do next. */
export function textReport(assessment: Assessment, options: ReportOptions): TextOutput {
  return textOutput(sections(assessment, options, pico.createColors(options.color)));
}

type Paint = ReturnType<typeof pico.createColors>;

function* sections(assessment: Assessment, options: ReportOptions, paint: Paint): Generator<string> {
  const { tally } = assessment;
  yield* heading(assessment, paint);
  yield "\n";
  yield* controls(tally, paint);
  yield* worstOff(tally, options, paint);
  yield* nextSteps(tally, paint);
  yield `\n${paint.bold("Verdicts:")} ${countWords(tally.counts)}.\n`;
  yield "Whether records are good enough stays with the auditor; aims shows that they exist, are complete, in date and consistent.\n";
}

function* heading({ tally, scope, asOf, basis, organization, selection }: Assessment, paint: Paint): Generator<string> {
  const { name, resolved } = basis.profile;
  const { title, version } = resolved.profile.metadata;
  yield `${paint.bold(plain(organization?.descriptor.name ?? "Organization without a descriptor"))}\n`;
  yield `${plain(title)} (${plain(name)} ${plain(version)}), as of ${asOf}\n`;
  yield `${plural(tally.subjects.length, "subject")}, ${plural(scope.rules.length, "rule")}, ${plural(scope.controls.length, "control")}. `;
  yield `Minimum assurance: ${scope.minimumAssurance}.\n`;
  if (selection) yield `A part of the workspace: ${plain(selection.join(", "))}\n`;
}

function* controls(tally: Tally, paint: Paint): Generator<string> {
  const states = columns.filter(([state]) => state !== "error" || tally.counts.error > 0);
  const assessed = tally.controls.filter((control) => control.reason !== "not-assessed");
  yield* table(
    [
      { title: "CONTROL" },
      { title: "", most: 40 },
      ...states.map(([, title]) => ({ title, align: "right" as const })),
      { title: "STATE" },
    ],
    assessed.map((control) => [
      control.reference,
      control.title,
      ...states.map(([state]) => figure(control.counts, state)),
      control.state,
    ]),
    paint,
  );
  const silent = tally.controls.filter((control) => control.reason === "not-assessed");
  if (silent.length > 0) {
    const words = `Not assessed (no rule speaks for them; no evidence): ${silent.map((control) => control.reference).join(", ")}`;
    yield `\n${wrapped(words, WIDTH).join("\n")}\n`;
  }
}

function* worstOff(tally: Tally, options: ReportOptions, paint: Paint): Generator<string> {
  const worst = openSubjects(tally);
  if (worst.length === 0) return;
  const listed = worst.slice(0, WORST_SHOWN);
  yield `\n${paint.bold("Worst off")} (${String(listed.length)} of ${plural(worst.length, "subject")} with open verdicts)\n`;
  yield* table(
    [
      { title: "SUBJECT", most: 36 },
      { title: "NAME", most: 40 },
      { title: "STATE" },
      { title: "OPEN", align: "right" },
      { title: "DESCRIPTOR" },
    ],
    listed.map(({ id, name, state, counts, file, line }) => [
      id,
      plain(name),
      state,
      `${String(openCount(counts))}/${String(openCount(counts) + counts.satisfied)}`,
      `${plain(pathOf(file, options))}:${String(line)}`,
    ]),
    paint,
  );
}

function* nextSteps(tally: Tally, paint: Paint): Generator<string> {
  const next = openRules(tally);
  if (next.length === 0) return;
  yield `\n${paint.bold("What to do next")}\n`;
  for (const [index, { rule, counts }] of next.entries()) {
    yield `${String(index + 1).padStart(2)}. [${rule.severity}] ${plain(rule.title)}: ${plural(openCount(counts), "subject")} (${openWords(counts)})\n`;
    for (const line of wrapped(plain(rule.remediation), WIDTH - 6)) yield `      ${line}\n`;
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

function* table(
  columnsOf: Parameters<typeof textTable>[0],
  rows: Parameters<typeof textTable>[1],
  paint: Paint,
): Generator<string> {
  const [head, ...lines] = textTable(columnsOf, rows);
  yield `${paint.dim(head ?? "")}\n`;
  for (const line of lines) yield `${line}\n`;
}

/** Text from files on one line, without anything that could steer a terminal or start a workflow command. */
function plain(text: string): string {
  return printable(text.replace(/\s+/g, " ").trim());
}

/** Lines of at most so many characters, broken at blanks. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function figure(counts: StateCounts, state: VerdictState): string {
  return counts[state] === 0 ? "·" : String(counts[state]);
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
