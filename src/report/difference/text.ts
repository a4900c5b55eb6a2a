import pico from "picocolors";
import type { Change } from "../../oscal/diff.js";
import { rootOf } from "../../oscal/model.js";
import { defined } from "../../foundation/defined.js";
import { isObject } from "../../foundation/json-value.js";
import { printable } from "../../foundation/printable.js";
import type { SourceDocument } from "../../source/document.js";
import { changeWords, stepWords } from "./change-words.js";
import { terminalStyle } from "./terminal-style.js";
import { textOutput, type TextOutput } from "../output.js";
import { differs, shownChanges, type DifferenceReport } from "./report.js";
import { countWords, moreChanges, sectionsOf } from "./sections.js";

const signs: Readonly<Record<Change["kind"], string>> = { added: "+", removed: "-", changed: "~", moved: ">" };

/** The report for people at a terminal, line by line. */
export function differenceText(report: DifferenceReport, options: { readonly color: boolean }): TextOutput {
  return textOutput(lines(report, options));
}

function* lines(report: DifferenceReport, options: { readonly color: boolean }): Generator<string> {
  const { a, b, difference, ignoreMetadata } = report;
  const paint = pico.createColors(options.color);
  const style = terminalStyle(paint);
  const colors = { added: paint.green, removed: paint.red, changed: paint.yellow, moved: paint.cyan };
  const changeLines = function* (changes: readonly Change[]): Generator<string> {
    for (const { heading, entries } of sectionsOf(changes)) {
      const names = heading.map((step, index) =>
        stepWords(index < heading.length - 1 ? defined({ kind: step.kind, name: step.name }) : step, style),
      );
      yield `\n${names.length === 0 ? paint.bold(difference.model) : names.join(" › ")}\n`;
      for (const entry of entries) {
        const { line, text } = changeWords(entry, style);
        const { kind } = entry.changes[0];
        yield `  ${colors[kind](signs[kind])} ${line}\n`;
        if (text !== undefined) yield `      ${text}\n`;
      }
    }
  };
  const shown = shownChanges(report);
  yield `${paint.red("-")} ${documentLine(a, report)}\n${paint.green("+")} ${documentLine(b, report)}\n`;
  if (shown.edition.length > 0) {
    yield `\n${paint.bold("edition")}${ignoreMetadata ? " (not counted)" : ""}\n`;
    for (const change of shown.edition) {
      yield `  ${colors[change.kind](signs[change.kind])} ${changeWords({ changes: [change], path: [] }, style).line}\n`;
    }
  }
  yield* changeLines(shown.changes);
  if (shown.leftOut > 0) yield `\n... ${moreChanges(shown.leftOut)}.\n`;
  yield `\n${summary(report)}\n`;
}

/** How much differs, in a sentence. */
export function summary(report: DifferenceReport): string {
  const { difference, ignoreMetadata } = report;
  if (!differs(report)) return difference.edition.length > 0 ? "The same but for the edition." : "The same.";
  const edition =
    difference.edition.length > 0 && !ignoreMetadata ? `; edition: ${countWords(difference.edition)}` : "";
  const words = countWords(difference.changes);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${edition}.`;
}

function documentLine({ file, value }: SourceDocument, { nameOf }: DifferenceReport): string {
  const metadata = rootOf(value)?.root["metadata"];
  const field = (key: string): string | undefined => {
    const text = isObject(metadata) && Object.hasOwn(metadata, key) ? metadata[key] : undefined;
    return typeof text === "string" ? text : undefined;
  };
  const [title, version, modified] = [field("title"), field("version"), field("last-modified")];
  return [
    nameOf(file),
    title === undefined ? undefined : `"${title}"`,
    version === undefined ? undefined : `version ${version}`,
    modified?.slice(0, 10),
  ]
    .filter((each) => each !== undefined)
    .map(printable)
    .join("  ");
}
