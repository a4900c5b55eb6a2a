import pico from "picocolors";
import { printable } from "../../foundation/printable.js";
import type { GapChange, MappingDifference, PairChange, ValueChange } from "../../crosswalk/difference.js";
import { changedValue, type ChangeStyle } from "../difference/change-words.js";
import { terminalStyle } from "../difference/terminal-style.js";
import { textOutput, type TextOutput } from "../output.js";
import { detailsOf, mappingWords, pairOf, sidesOf, summaryOf, type CrosswalkDifferenceReport } from "./report.js";

const signs = { added: "+", removed: "-", changed: "~" } as const;

/** The report for people at a terminal, line by line. */
export function crosswalkDifferenceText(
  report: CrosswalkDifferenceReport,
  options: { readonly color: boolean },
): TextOutput {
  return textOutput(lines(report, options));
}

function* lines(report: CrosswalkDifferenceReport, options: { readonly color: boolean }): Generator<string> {
  const { a, b, nameOf, difference } = report;
  const paint = pico.createColors(options.color);
  const style = terminalStyle(paint);
  const colors = { added: paint.green, removed: paint.red, changed: paint.yellow };
  for (const [sign, { document, written }] of [
    [paint.red("-"), a],
    [paint.green("+"), b],
  ] as const) {
    const { title, version } = written;
    const about = [title === undefined ? "" : `"${title}"`, version === undefined ? "" : `version ${version}`];
    yield `${[`${sign} ${nameOf(document.file)}`, ...about.filter((each) => each !== "")].map((each, index) => (index === 0 ? each : printable(each))).join("  ")}\n`;
  }
  for (const mapping of difference.mappings) {
    yield `\n${paint.bold(printable(mappingWords(mapping)))}\n`;
    for (const value of mapping.values) yield* valueLines(value, "  ", style);
    for (const change of mapping.pairs) {
      yield `  ${colors[change.kind](signs[change.kind])} ${pairLine(change)}\n`;
      if (change.kind === "changed" && change.meaning !== undefined) yield `      ${change.meaning}\n`;
      for (const value of detailsOf(change)) yield* valueLines(value, "      ", style);
    }
    yield* gapLines(mapping, (kind) => colors[kind](signs[kind]));
  }
  yield `\n${summaryOf(report)}\n`;
}

function pairLine(change: PairChange): string {
  const pair = pairOf(change);
  const { source, target } = sidesOf(pair);
  const words = (word: string | undefined): string => printable(word ?? "?");
  if (change.kind !== "changed") return `${printable(source)} ${words(pair.word)} ${printable(target)}`;
  const [before, after] = [words(change.a.word), words(change.b.word)];
  if (change.isUuidOnly) return `${printable(source)} ${after} ${printable(target)}: the uuid alone`;
  const relationship = before === after ? after : `${before} → ${after}`;
  return `${printable(source)} ${relationship} ${printable(target)}`;
}

function* valueLines({ property, a, b }: ValueChange, indent: string, style: ChangeStyle): Generator<string> {
  if (a === undefined) yield `${indent}${property}: ${style.added(b ?? "")}\n`;
  else if (b === undefined) yield `${indent}${property}: ${style.removed(a)}\n`;
  else {
    const { line, text } = changedValue(property, a, b, style);
    yield `${indent}${line}\n`;
    if (text !== undefined) yield `${indent}  ${text}\n`;
  }
}

function* gapLines({ gaps }: MappingDifference, signOf: (kind: GapChange["kind"]) => string): Generator<string> {
  for (const side of ["source", "target"] as const) {
    for (const kind of ["added", "removed"] as const) {
      const ids = gaps.filter((each) => each.side === side && each.kind === kind).map(({ gap }) => printable(gap.id));
      if (ids.length > 0) yield `  ${signOf(kind)} gaps of the ${side}: ${ids.join(", ")}\n`;
    }
  }
}
