/**
 * A page of the documentation as what a reader does with it: files that are written and commands that are typed, in their order.
 *
 * A block of `console` holds commands after `$ ` and below each what it prints; one of `sh` holds commands alone. Any other block is a
 * file, whose name stands in the line before it: "`systems/chatbot.yaml`:". A comment before a block says what a reader need not see;
 * what it says of exit codes and outputs holds for the block's last command:
 *
 *     <!-- tour: exit 2 -->                        it ends with 2; without it, every command ends with 0
 *     <!-- tour: show until "TEXT" -->             the output before the first line with TEXT
 *     <!-- tour: show from "TEXT" 4 -->            four lines from that one on; a semicolon stands between several parts
 *     <!-- tour: show first 4 -->, show last 4     lines at the start, at the end
 *     <!-- tour: elsewhere -->                     played nowhere: needs the network, or is for another machine
 *     <!-- tour: later -->                         not played yet
 */

/** Lines of an output that a page shows. */
type Part =
  | { readonly kind: "first" | "last"; readonly lines: number }
  | { readonly kind: "from"; readonly text: string; readonly lines: number }
  | { readonly kind: "until"; readonly text: string };

export interface Block {
  /** Line of the page on which the block begins, counted from 1. */
  readonly line: number;
  readonly language: string;
  /** Of a file: its name. */
  readonly name?: string;
  readonly lines: readonly string[];
  readonly exit: number;
  readonly show: readonly Part[];
  readonly skipped: boolean;
}

export interface Page {
  readonly path: string;
  /** Lines of prose, and blocks where they stand. */
  readonly pieces: readonly (string | Block)[];
}

/** @throws Error where a block says neither what it is nor that it is not played */
export function readPage(path: string, text: string): Page {
  const pieces: (string | Block)[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    pieces.push(line);
    const language = /^```([a-z]*)$/.exec(line)?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf("```", at + 1);
    if (end < 0) throw new Error(`${path}:${String(at + 1)}: the block does not end`);
    pieces.push(readBlock(`${path}:${String(at + 1)}`, at + 1, language, lines.slice(at + 1, end), pieces));
    pieces.push("```");
    at = end;
  }
  return { path, pieces };
}

function readBlock(
  place: string,
  line: number,
  language: string,
  lines: readonly string[],
  before: readonly (string | Block)[],
): Block {
  const told: string[] = [];
  let name: string | undefined;
  for (const each of before.slice(0, -1).reverse()) {
    if (typeof each !== "string") break;
    const comment = /^<!-- (?:tour: )?(.*) -->$/.exec(each);
    if (comment?.[1] !== undefined && each.startsWith("<!-- tour: ")) told.push(...comment[1].split("; "));
    else if (each !== "" && comment === null) {
      name = /`([^`]+)`[^`]*:$/.exec(each)?.[1];
      break;
    }
  }
  const skipped = told.some((each) => each === "later" || each === "elsewhere");
  const commands = language === "console" || language === "sh";
  if (!commands && name === undefined && !skipped) throw new Error(`${place}: the line before names no file`);
  return {
    line,
    language,
    ...(commands || name === undefined ? {} : { name }),
    lines,
    exit: Number(told.map((each) => /^exit (\d)$/.exec(each)?.[1]).find((each) => each !== undefined) ?? "0"),
    show: told.flatMap((each) => (/^(?:exit \d|later|elsewhere)$/.test(each) ? [] : [readPart(place, each)])),
    skipped,
  };
}

function readPart(place: string, words: string): Part {
  const [, edge, edgeLines] = /^show (first|last) (\d+)$/.exec(words) ?? [];
  if (edge === "first" || edge === "last") return { kind: edge, lines: Number(edgeLines) };
  const [, from, fromLines] = /^show from "(.*)" (\d+)$/.exec(words) ?? [];
  if (from !== undefined) return { kind: "from", text: from, lines: Number(fromLines) };
  const [, until] = /^show until "(.*)"$/.exec(words) ?? [];
  if (until !== undefined) return { kind: "until", text: until };
  throw new Error(`${place}: "${words}" is not understood`);
}

/** The commands of a block, in their order, each on a line; in a block of `sh` a backslash at the end of a line goes on with the next one. */
export function commandsOf({ language, lines }: Block): string[] {
  if (language === "console") return lines.filter((line) => line.startsWith("$ ")).map((line) => line.slice(2));
  const typed = lines.join("\n").replaceAll("\\\n", " ").split("\n");
  return typed.filter((line) => line.trim() !== "");
}

/** What a page shows of an output: all of it, or the parts that the block asks for, with "..." for what is left out. */
export function shownOf({ show, line: place }: Block, output: string): string[] {
  const lines = output.trimEnd() === "" ? [] : output.trimEnd().split("\n");
  if (show.length === 0) return lines;
  const starting = (text: string): number => {
    const at = lines.findIndex((line) => line.includes(text));
    if (at < 0) throw new Error(`The block of line ${String(place)} prints no line with "${text}"`);
    return at;
  };
  const rangeOf = (part: Part): readonly [number, number] => {
    switch (part.kind) {
      case "first":
        return [0, part.lines];
      case "last":
        return [lines.length - part.lines, lines.length];
      case "until":
        return [0, starting(part.text)];
      case "from":
        return [starting(part.text), starting(part.text) + part.lines];
    }
  };
  const shown: string[] = [];
  let next = 0;
  for (const part of show) {
    const [start, end] = rangeOf(part);
    if (start > next) shown.push("...");
    shown.push(...lines.slice(start, end));
    next = end;
  }
  if (next < lines.length) shown.push("...");
  return shown;
}

/** The page's text, with what its commands printed in place of what it showed. */
export function writePage({ pieces }: Page, outputs: ReadonlyMap<Block, readonly string[]>): string {
  return pieces
    .map((piece) => (typeof piece === "string" ? piece : writeBlock(piece, outputs.get(piece))))
    .filter((text) => text !== undefined)
    .join("\n");
}

function writeBlock(block: Block, outputs: readonly string[] | undefined): string | undefined {
  const lines =
    block.language === "console" && outputs
      ? commandsOf(block).flatMap((command, at, { length }) => [
          `$ ${command}`,
          ...shownOf(at === length - 1 ? block : { ...block, show: [] }, outputs[at] ?? ""),
        ])
      : block.lines;
  return lines.length === 0 ? undefined : lines.join("\n");
}
