import type { Change } from "../../oscal/diff.js";
import { changeWords, stepWords } from "./change-words.js";
import { markdownStyle as style } from "./markdown-style.js";
import { textOutput, type TextOutput } from "../output.js";
import { shownChanges, type DifferenceReport } from "./report.js";
import { moreChanges, sectionsOf } from "./sections.js";
import { summary } from "./text.js";
import { codeSpan, escapedMarkdown as escaped } from "../writing/markdown-text.js";

/** The report in GitHub's Markdown, for a pull request or a change record. */
export function differenceMarkdown(report: DifferenceReport): TextOutput {
  return textOutput(lines(report));
}

function* lines(report: DifferenceReport): Generator<string> {
  const { a, b, nameOf, difference, ignoreMetadata } = report;
  const shown = shownChanges(report);
  yield `## OSCAL ${difference.model}: ${codeSpan(nameOf(a.file))} → ${codeSpan(nameOf(b.file))}\n\n${escaped(summary(report))}\n`;
  if (shown.edition.length > 0) {
    yield `\n### Edition${ignoreMetadata ? " (not counted)" : ""}\n\n`;
    for (const change of shown.edition)
      yield `${item(change.kind)} ${changeWords({ changes: [change], path: [] }, style).line}\n`;
  }
  for (const { heading, entries } of sectionsOf(shown.changes)) {
    const title = heading.length === 0 ? difference.model : heading.map((step) => stepWords(step, style)).join(" › ");
    yield `\n### ${title}\n\n`;
    for (const entry of entries) {
      const { line, text } = changeWords(entry, style);
      yield `${item(entry.changes[0].kind)} ${line}\n`;
      if (text !== undefined) yield `  <br>${text}\n`;
    }
  }
  if (shown.leftOut > 0) yield `\n… ${moreChanges(shown.leftOut)}.\n`;
}

function item(kind: Change["kind"]): string {
  return `- **${kind}**`;
}
