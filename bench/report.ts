// The tables of the bench.
import type { Measurement } from "./measure.js";
import type { Row } from "./row.js";

/** A row that was measured. */
export interface Result {
  readonly row: Row;
  readonly before?: Measurement | undefined;
  readonly after: Measurement;
  /** By the name that the row gives them; those that are not installed are left out. */
  readonly beside: ReadonlyMap<string, Measurement>;
}

/** @returns what the tables say for one row, by column */
function cells({ row, before, after, beside }: Result): Record<string, string> {
  const others = row.beside ?? [];
  const besides = others.flatMap(({ name }) => {
    const other = beside.get(name);
    return other === undefined ? [] : [`${name} ${time(other.seconds)}: ${ratio(row, name, after, other)}`];
  });
  const missed = missedOf({ row, before, after, beside });
  return {
    what: row.title,
    before: before === undefined ? "" : time(before.seconds),
    after: time(after.seconds),
    "before / after": before === undefined ? "" : (before.seconds / after.seconds).toFixed(2),
    wanted: wantedOf(row),
    reached: row.wanted === undefined ? "" : missed.length === 0 ? "yes" : `**no**: ${missed.join(", ")}`,
    beside: besides.join("; "),
    "peak memory": [before, after].flatMap((each) => (each === undefined ? [] : [memory(each.mebibytes)])).join(" -> "),
  };
}

/** @returns the parts of what is wanted that were measured and not reached */
function missedOf({ row: { beside: others = [], wanted = {} }, after, beside }: Result): string[] {
  const missed: string[] = [];
  if (wanted.seconds !== undefined && after.seconds > wanted.seconds) missed.push(time(wanted.seconds));
  if (wanted.mebibytes !== undefined && after.mebibytes > wanted.mebibytes) missed.push(memory(wanted.mebibytes));
  for (const { name, kind } of others) {
    const [factor, other] = [wanted.beside?.[name], beside.get(name)];
    if (factor === undefined || other === undefined) continue;
    const isReached =
      kind === "peer" ? other.seconds / after.seconds >= factor : after.seconds / other.seconds <= factor;
    if (!isReached) missed.push(`${String(factor)}x ${name}`);
  }
  return missed;
}

function ratio({ beside = [] }: Row, name: string, after: Measurement, other: Measurement): string {
  const isPeer = beside.some((each) => each.name === name && each.kind === "peer");
  return isPeer
    ? `${(other.seconds / after.seconds).toFixed(1)}x as fast`
    : `${(after.seconds / other.seconds).toFixed(2)}x as long`;
}

function wantedOf({ wanted = {}, beside = [] }: Row): string {
  return [
    ...(wanted.seconds === undefined ? [] : [time(wanted.seconds)]),
    ...(wanted.mebibytes === undefined ? [] : [memory(wanted.mebibytes)]),
    ...beside.flatMap(({ name }) => {
      const factor = wanted.beside?.[name];
      return factor === undefined ? [] : [`${String(factor)}x ${name}`];
    }),
  ].join(", ");
}

/** @returns a table in Markdown; a column in which nothing stands is left out */
export function tableOf(results: readonly Result[]): string {
  const lines = results.map(cells);
  const columns = Object.keys(lines[0] ?? {}).filter((column) => lines.some((line) => line[column] !== ""));
  const widths = columns.map((column) => Math.max(column.length, ...lines.map((line) => (line[column] ?? "").length)));
  const line = (texts: readonly string[]): string =>
    `| ${texts.map((text, index) => text.padEnd(widths[index] ?? 0)).join(" | ")} |`;
  return [
    line(columns),
    line(widths.map((width) => "-".repeat(width))),
    ...lines.map((each) => line(columns.map((column) => each[column] ?? ""))),
  ].join("\n");
}

/** @returns one line about a measurement, with what the tables leave out */
export function detailsOf(name: string, { seconds, processorSeconds, mebibytes, runs }: Measurement): string {
  return `${name}: ${time(seconds)}, processor ${time(processorSeconds)}, ${memory(mebibytes)}, median of ${String(runs)}`;
}

function time(seconds: number): string {
  if (Number.isNaN(seconds)) return "-";
  return seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`;
}

function memory(mebibytes: number): string {
  return Number.isNaN(mebibytes) ? "-" : `${mebibytes.toFixed(0)} MiB`;
}
