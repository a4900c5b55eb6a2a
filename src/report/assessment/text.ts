import pico from "picocolors";
import { isOpen, openCount, verdictStates, type StateCounts, type VerdictState } from "../../assessment/verdict.js";
import { printable } from "../../foundation/printable.js";
import { plural } from "../../foundation/words.js";
import type { Assessment } from "../../assessment/assessment.js";
import { pathOf, type ReportOptions } from "./report-options.js";
import { openRules, worstSubjects } from "./open-work.js";
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
export function* textReport(assessment: Assessment, options: ReportOptions): Generator<string> {
  const paint = pico.createColors(options.color);
  const { tally, scope, asOf, basis, organization, selection } = assessment;
  const { name, resolved } = basis.profile;
  const { title, version } = resolved.profile.metadata;
  yield `${paint.bold(plain(organization?.descriptor.name ?? "Organization without a descriptor"))}\n`;
  yield `${plain(title)} (${plain(name)} ${plain(version)}), as of ${asOf}\n`;
  yield `${plural(tally.subjects.length, "subject")}, ${plural(scope.rules.length, "rule")}, ${plural(scope.controls.length, "control")}. `;
  yield `Minimum assurance: ${scope.minimumAssurance}.\n`;
  if (selection) yield `A part of the workspace: ${plain(selection.join(", "))}\n`;
  yield "\n";
  const shown = columns.filter(([state]) => state !== "error" || tally.counts.error > 0);
  const assessed = tally.controls.filter((control) => control.reason !== "not-assessed");
  yield* table(
    [
      { title: "CONTROL" },
      { title: "", most: 40 },
      ...shown.map(([, title]) => ({ title, align: "right" as const })),
      { title: "STATE" },
    ],
    assessed.map((control) => [
      control.reference,
      control.title,
      ...shown.map(([state]) => figure(control.counts, state)),
      control.state,
    ]),
    paint,
  );
  const silent = tally.controls.filter((control) => control.reason === "not-assessed");
  if (silent.length > 0) {
    const words = `Not assessed (no rule speaks for them; no evidence): ${silent.map((control) => control.reference).join(", ")}`;
    yield `\n${wrapped(words, WIDTH).join("\n")}\n`;
  }
  const worst = worstSubjects(tally, WORST_SHOWN);
  if (worst.length > 0) {
    const open = tally.subjects.filter((subject) => openCount(subject.counts) > 0).length;
    yield `\n${paint.bold("Worst off")} (${String(worst.length)} of ${plural(open, "subject")} with open verdicts)\n`;
    yield* table(
      [
        { title: "SUBJECT", most: 36 },
        { title: "NAME", most: 40 },
        { title: "STATE" },
        { title: "OPEN", align: "right" },
        { title: "DESCRIPTOR" },
      ],
      worst.map((subject) => [
        subject.id,
        plain(subject.name),
        subject.state,
        `${String(openCount(subject.counts))}/${String(openCount(subject.counts) + subject.counts.satisfied)}`,
        `${plain(pathOf(subject.file, options))}:${String(subject.line)}`,
      ]),
      paint,
    );
  }
  const next = openRules(tally);
  if (next.length > 0) {
    yield `\n${paint.bold("What to do next")}\n`;
    for (const [index, { rule, open, counts }] of next.entries()) {
      yield `${String(index + 1).padStart(2)}. [${rule.severity}] ${plain(rule.title)}: ${plural(open, "subject")} (${openWords(counts)})\n`;
      for (const line of wrapped(plain(rule.remediation), WIDTH - 6)) yield `      ${line}\n`;
    }
  }
  yield `\n${paint.bold("Verdicts:")} ${countWords(tally.counts)}.\n`;
  yield "Whether records are good enough stays with the auditor; aims shows that they exist, are complete, in date and consistent.\n";
}

function* table(
  columnsOf: Parameters<typeof textTable>[0],
  rows: Parameters<typeof textTable>[1],
  paint: ReturnType<typeof pico.createColors>,
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
