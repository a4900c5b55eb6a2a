// What two runs of a command have in common is not told; where they part is.
import type { Outcome } from "./sides.js";

/** A part of the outcome that is not the same: `exit code`, `standard output`, `standard error`, or the path of a file. */
export interface Difference {
  readonly part: string;
  /** The first line that differs, with its number; undefined where the part is missing. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * @param before what the one build did
 * @param after what the other build did
 * @param alike makes texts alike that may differ, such as the folder of a build; it is given every text of both
 */
export function differences(before: Outcome, after: Outcome, alike: (text: string) => string): Difference[] {
  const parts: [string, string | undefined, string | undefined][] = [
    ["exit code", before.exit, after.exit],
    ["standard output", before.stdout, after.stdout],
    ["standard error", before.stderr, after.stderr],
    ...[...new Set([...before.files.keys(), ...after.files.keys()])]
      .sort()
      .map((path): [string, string | undefined, string | undefined] => [
        path,
        before.files.get(path),
        after.files.get(path),
      ]),
  ];
  return parts.flatMap(([part, one, other]) => {
    if (one === other) return [];
    if (one === undefined || other === undefined) return [{ part, before: firstLine(one), after: firstLine(other) }];
    const [left, right] = [alike(one), alike(other)];
    return left === right ? [] : [{ part, ...firstDifferingLines(left, right) }];
  });
}

function firstDifferingLines(one: string, other: string): { before: string | undefined; after: string | undefined } {
  const [left, right] = [one.split("\n"), other.split("\n")];
  let line = 0;
  while (left[line] === right[line]) line += 1;
  return { before: excerpt(left[line], right[line], line), after: excerpt(right[line], left[line], line) };
}

/** How much of a long line is shown, in bytes; some of it before the first byte that differs. */
const WIDTH = 200;
const BEFORE = 60;

function excerpt(text: string | undefined, other: string | undefined, line: number): string | undefined {
  if (text === undefined) return undefined;
  let same = 0;
  while (same < text.length && text[same] === other?.[same]) same += 1;
  const start = text.length <= WIDTH ? 0 : Math.max(0, same - BEFORE);
  const shown = `${start > 0 ? "..." : ""}${text.slice(start, start + WIDTH)}${start + WIDTH < text.length ? "..." : ""}`;
  return `line ${String(line + 1)}: ${printable(shown)}`;
}

function firstLine(text: string | undefined): string | undefined {
  return text === undefined ? undefined : excerpt(text.split("\n", 1)[0], undefined, 0);
}

/** Bytes as the UTF-8 that they are, with what a terminal would not show as an escape. */
function printable(bytes: string): string {
  return JSON.stringify(Buffer.from(bytes, "latin1").toString("utf8")).slice(1, -1).replaceAll('\\"', '"');
}
