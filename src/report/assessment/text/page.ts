import { wrapped } from "../../writing/wrapped.js";
import pico from "picocolors";
import type { SubjectSummary } from "../../../assessment/tally.js";
import type { VerdictState } from "../../../assessment/verdict.js";
import { printable } from "../../../foundation/printable.js";
import type { ReportOptions } from "../../output.js";
import { textTable } from "../../table.js";

/** Columns of a report that goes to no terminal. */
const USUAL_WIDTH = 110;
const LEAST_WIDTH = 80;
const MOST_WIDTH = 200;

/** The page that a report is written on: how wide it is, and with which colours. */
export interface Page {
  /** In columns. */
  readonly width: number;
  readonly paint: ReturnType<typeof pico.createColors>;
  readonly options: ReportOptions;
}

export function pageFor(options: ReportOptions): Page {
  const width = Math.min(Math.max(options.width ?? USUAL_WIDTH, LEAST_WIDTH), MOST_WIDTH);
  return { width, paint: pico.createColors(options.color), options };
}

/** A text in the colour of a state. */
export function inState(state: VerdictState, text: string, { paint }: Page): string {
  switch (state) {
    case "satisfied":
      return paint.green(text);
    case "partial":
    case "stale":
      return paint.yellow(text);
    case "no-evidence":
      return paint.magenta(text);
    case "not-satisfied":
    case "error":
      return paint.red(text);
    case "not-applicable":
      return paint.dim(text);
  }
}

/** A table as wide as the page, with a line of titles. */
export function* table(
  columns: Parameters<typeof textTable>[0],
  rows: Parameters<typeof textTable>[1],
  { width, paint }: Page,
): Generator<string> {
  const [head, ...lines] = textTable(columns, rows, width);
  yield `${paint.dim(head ?? "")}\n`;
  for (const line of lines) yield `${line}\n`;
}

/** Text from files on one line, without anything that could steer a terminal or start a workflow command. */
export function plain(text: string): string {
  return printable(text.replace(/\s+/g, " ").trim());
}

/** Running text, wrapped to the page at blanks, each line with so many blanks before it. */
export function* indented(text: string, blanks: number, { width }: Page): Generator<string> {
  yield* wrapped(text, " ".repeat(blanks), width);
}

/** The ids of some subjects of many: "a, b, c and 9 more". */
export function named(indexes: readonly number[], count: number, subjects: readonly SubjectSummary[]): string {
  const ids = indexes.map((index) => subjects[index]?.id ?? "").join(", ");
  return count > indexes.length ? `${ids} and ${String(count - indexes.length)} more` : ids;
}
