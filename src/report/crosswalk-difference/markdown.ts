import type { PairChange, ValueChange } from "../../crosswalk/difference.js";
import { changedValue } from "../difference/change-words.js";
import { markdownStyle as style } from "../difference/markdown-style.js";
import { textOutput, type TextOutput } from "../output.js";
import { codeSpan, escapedMarkdown as escaped } from "../writing/markdown-text.js";
import { detailsOf, mappingWords, pairOf, sidesOf, summaryOf, type CrosswalkDifferenceReport } from "./report.js";

/** The report in GitHub's Markdown, for a pull request or a change record. */
export function crosswalkDifferenceMarkdown(report: CrosswalkDifferenceReport): TextOutput {
  return textOutput(lines(report));
}

function* lines(report: CrosswalkDifferenceReport): Generator<string> {
  const { a, b, nameOf, difference } = report;
  yield `## Mappings: ${codeSpan(nameOf(a.document.file))} → ${codeSpan(nameOf(b.document.file))}\n\n${escaped(summaryOf(report))}\n`;
  for (const mapping of difference.mappings) {
    yield `\n### ${escaped(mappingWords(mapping))}\n\n`;
    for (const value of mapping.values) yield `- **changed** ${valueWords(value)}\n`;
    for (const change of mapping.pairs) {
      yield `- **${change.kind}** ${pairWords(change)}\n`;
      if (change.kind === "changed" && change.meaning !== undefined) yield `  <br>${escaped(change.meaning)}\n`;
      for (const value of detailsOf(change)) yield `  <br>${valueWords(value)}\n`;
    }
    for (const { kind, side, gap } of mapping.gaps) yield `- **${kind}** gap of the ${side} ${codeSpan(gap.id)}\n`;
  }
}

function pairWords(change: PairChange): string {
  const pair = pairOf(change);
  const { source, target } = sidesOf(pair);
  const before = change.kind === "changed" ? change.a.word : pair.word;
  const relationship = before === pair.word ? (pair.word ?? "?") : `${before ?? "?"} → ${pair.word ?? "?"}`;
  const alone = change.kind === "changed" && change.isUuidOnly ? ": the uuid alone" : "";
  return `${codeSpan(source)} ${escaped(relationship)} ${codeSpan(target)}${alone}`;
}

function valueWords({ property, a, b }: ValueChange): string {
  if (a === undefined) return `${property}: ${style.added(b ?? "")}`;
  if (b === undefined) return `${property}: ${style.removed(a)}`;
  const { line, text } = changedValue(property, a, b, style);
  return text === undefined ? line : `${line}: ${text}`;
}
