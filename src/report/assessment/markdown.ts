import type { Assessment } from "../../assessment/assessment.js";
import type { ControlSummary } from "../../assessment/tally.js";
import { openCount, verdictStates, type Verdict, type VerdictState } from "../../assessment/verdict.js";
import { plural } from "../../foundation/words.js";
import { pathOf, textOutput, type ReportOptions, type TextOutput } from "../output.js";
import { limited, markdownCell, markdownTable, placeLink } from "../writing/markdown-text.js";
import { decidingFindings, messageOf, wholeWorkspace, worstFirst } from "./open-verdicts.js";

/** Rows that somebody reads on a page, and bytes that all sections together may have: GitHub takes 1 MiB for the summary of a step. */
const mostOpen = { rows: 50, bytes: 300_000 } as const;
const mostControls = { rows: 200, bytes: 300_000 } as const;
const mostSilent = { rows: 200, bytes: 100_000 } as const;

/** A page in GitHub's Markdown for the summary of a job or a comment: counts, what is open, worst first, the controls. Bounded in size. */
export function markdownReport(assessment: Assessment, options: ReportOptions): TextOutput {
  return textOutput(sections(assessment, options));
}

function* sections(assessment: Assessment, options: ReportOptions): Generator<string> {
  const { tally, asOf, basis, organization, scope, selection } = assessment;
  const { title, version } = basis.profile.resolved.profile.metadata;
  yield `## ${markdownCell(organization?.descriptor.name ?? "Organization without a descriptor")}\n\n`;
  yield `${markdownCell(title)} (${markdownCell(basis.profile.name)} ${markdownCell(version)}), as of ${asOf}. `;
  yield `${plural(tally.subjects.length, "subject")}, ${plural(scope.rules.length, "rule")}, ${plural(scope.controls.length, "control")}.\n`;
  if (selection) yield `\nA part of the workspace: ${markdownCell(selection.join(", "))}\n`;
  yield "\n";
  const states = verdictStates.filter((state) => tally.counts[state] > 0);
  yield* markdownTable(
    ["Verdicts", ">"],
    states.map((state) => [state, String(tally.counts[state])]),
  );
  yield* open(assessment, options);
  yield* controls(tally.controls);
}

function* open(assessment: Assessment, options: ReportOptions): Generator<string> {
  const total = openCount(assessment.tally.counts);
  yield `\n### Open, worst first (${String(total)})\n\n`;
  if (total === 0) {
    const lacking = assessment.tally.controls.filter(({ reason }) => reason !== undefined).length;
    yield lacking === 0
      ? "Nothing is open.\n"
      : `No verdict is open; without any: ${plural(lacking, "control")}, see below.\n`;
    return;
  }
  const columns = ["Severity", "State", "Subject", "Rule", "Where", "What"];
  const rows = markdownTable(columns, openRows(worstFirst(assessment), options));
  yield* limited(rows, mostOpen, total + 2, (left) => `\n… and ${String(left)} more.\n`);
}

function* openRows(verdicts: Iterable<Verdict>, options: ReportOptions): Generator<readonly string[]> {
  for (const verdict of verdicts) {
    const { severity, state, subject, rule } = verdict;
    const [{ file, line } = wholeWorkspace] = decidingFindings(verdict);
    yield [
      severity,
      state,
      markdownCell(subject),
      markdownCell(rule),
      placeLink(pathOf(file, options), line, options.sources),
      markdownCell(messageOf(verdict)),
    ];
  }
}

function* controls(all: readonly ControlSummary[]): Generator<string> {
  const assessed = all.filter(({ reason }) => reason !== "not-assessed");
  const silent = all.filter(({ reason }) => reason === "not-assessed");
  yield `\n### Controls (${String(assessed.length)} of ${String(all.length)} assessed)\n\n`;
  const states = verdictStates.filter((state) => assessed.some(({ counts }) => counts[state] > 0));
  const rows = markdownTable(
    ["Control", "Title", "State", ...states.map((state) => `>${state}`)],
    assessed.map(({ reference, title, state, counts }) => [
      markdownCell(reference),
      markdownCell(title),
      state,
      ...states.map((each: VerdictState) => String(counts[each])),
    ]),
  );
  yield* limited(rows, mostControls, assessed.length + 2, (left) => `\n… and ${String(left)} more.\n`);
  if (silent.length === 0) return;
  yield `\n### Not assessed (${String(silent.length)})\n\nNo rule speaks for these controls, which is no evidence:\n\n`;
  const items = silent.map(({ reference, title }) => `- ${markdownCell(reference)} ${markdownCell(title)}\n`);
  yield* limited(items, mostSilent, silent.length, (left) => `\n… and ${String(left)} more.\n`);
}
