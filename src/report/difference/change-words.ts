import { changedWords, type WordRun } from "../../oscal/changed-words.js";
import type { Change, Moved, Step } from "../../oscal/diff.js";
import type { ChangeEntry } from "./sections.js";

/** How a format of text shows the pieces of a sentence; each gets raw text. */
export interface ChangeStyle {
  /** A word of ours. */
  readonly plain: (text: string) => string;
  /** An id or another name that identifies something. */
  readonly name: (text: string) => string;
  /** A title that people know it by. */
  readonly title: (text: string) => string;
  /** A value as it stands in the document. */
  readonly value: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
}

/** Longest value or stretch of text that is shown whole. */
const MOST_CHARACTERS = 72;
/** Values of a set that are listed. */
const MOST_VALUES = 24;
/** Words shown on either side of a change in a text. */
const WORDS_AROUND = 6;

export interface ChangeWords {
  readonly line: string;
  /** How the text changed, where that is longer than a line. */
  readonly text?: string;
}

/** The words of a line of the report after its sign. */
export function changeWords({ changes, path }: ChangeEntry, style: ChangeStyle): ChangeWords {
  const [change] = changes;
  const what = [
    ...withoutPrefixes(path).map((step) => stepWords(step, style)),
    ...(change.property === undefined ? [] : [style.plain(change.property)]),
  ].join(style.plain(" › "));
  switch (change.kind) {
    case "changed":
      return changedValue(what, change.a.value, change.b.value, style);
    case "moved":
      return { line: `${what}${movedWords(change, style)}` };
    case "added":
    case "removed": {
      if (change.property === undefined) {
        const summary = summaryOf(change.path.at(-1)?.kind ?? "", valueOf(change), style);
        return { line: summary === "" ? what : `${what} ${summary}` };
      }
      const values = changes.slice(0, MOST_VALUES).map((each) => style.value(shorten(textOf(valueOf(each)))));
      const more =
        changes.length > values.length ? style.plain(` and ${String(changes.length - values.length)} more`) : "";
      return { line: `${what}: ${values.join(", ")}${more}` };
    }
  }
}

/** A record or a part of one: what it is, how it is called, what its title is. */
export function stepWords({ kind, name, title }: Step, style: ChangeStyle): string {
  return [
    style.plain(kind),
    ...(name === undefined ? [] : [style.name(shorten(name))]),
    ...(title === undefined ? [] : [style.title(shorten(title))]),
  ].join(" ");
}

/** Parts in parts whose ids repeat the ids around them are named by the innermost alone. */
function withoutPrefixes(path: readonly Step[]): readonly Step[] {
  return path.filter(({ kind, name }, index) => {
    const next = path[index + 1];
    return next?.kind !== kind || name === undefined || next.name?.startsWith(name) !== true;
  });
}

function valueOf(change: Change): unknown {
  return change.kind === "removed" ? change.a.value : change.b.value;
}

/** A value that changed, in a line; of a longer text the words that changed, in another. */
export function changedValue(what: string, before: unknown, after: unknown, style: ChangeStyle): ChangeWords {
  const [old, now] = [textOf(before), textOf(after)];
  if (typeof before === "string" && typeof after === "string" && Math.max(old.length, now.length) > MOST_CHARACTERS) {
    return { line: what, text: runWords(changedWords(before, after), style) };
  }
  return { line: `${what}: ${style.value(shorten(old))} → ${style.value(shorten(now))}` };
}

/** The runs of a changed text in a row; of unchanged text only some words beside the changes. */
function runWords(runs: readonly WordRun[], style: ChangeStyle): string {
  const pieces = runs.map(({ kind, text }, index) => {
    if (kind === "same") return style.plain(aroundChange(oneLine(text), index > 0, index < runs.length - 1));
    const space = runs[index + 1]?.kind === "added" ? "" : (/\s$/.exec(text)?.[0] ?? "");
    const stretch = middleShortened(oneLine(text.trimEnd()) || "␣");
    return `${kind === "removed" ? style.removed(stretch) : style.added(stretch)}${space === "" ? "" : " "}`;
  });
  return pieces.join("");
}

function aroundChange(text: string, before: boolean, after: boolean): string {
  const words = text.match(/\s*\S+\s*/g) ?? [text];
  if (words.length <= (before && after ? 2 * WORDS_AROUND + 2 : WORDS_AROUND + 2)) return text;
  const head = before ? `${words.slice(0, WORDS_AROUND).join("").trimEnd()} ` : "";
  const tail = after ? ` ${words.slice(-WORDS_AROUND).join("").trimStart()}` : "";
  return `${head}…${tail}`;
}

function middleShortened(text: string): string {
  const words = text.split(" ");
  return words.length <= 40 ? text : `${words.slice(0, 20).join(" ")} … ${words.slice(-15).join(" ")}`;
}

function movedWords({ path, from, to }: Moved, style: ChangeStyle): string {
  const parentWords = (parent: readonly Step[]): string => {
    const step = parent.at(-1);
    return step ? stepWords(step, style) : style.plain("the top level");
  };
  const place = ({ after }: Moved["from"]): string =>
    after === undefined ? style.plain("first") : `${style.plain("after")} ${stepWords(after, style)}`;
  const stays =
    from.parent.length === to.parent.length && from.parent.every((step, index) => sameStep(step, to.parent[index]));
  if (stays || path.length === 0) return `${style.plain(": was")} ${place(from)}${style.plain(", now")} ${place(to)}`;
  return `${style.plain(" from")} ${parentWords(from.parent)} ${style.plain("to")} ${parentWords(to.parent)}`;
}

function sameStep(a: Step, b: Step | undefined): boolean {
  return a.kind === b?.kind && a.name === b.name;
}

/** The content of an object that came or went as a whole, in a few words. */
function summaryOf(kind: string, value: unknown, style: ChangeStyle): string {
  if (typeof value !== "object" || value === null) return "";
  const entries = Object.entries(value);
  const own = (key: string): unknown =>
    Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  const main =
    kind === "prop" || kind === "hash"
      ? own("value")
      : kind === "link"
        ? own("text")
        : kind === "part"
          ? own("prose")
          : undefined;
  if (main !== undefined) return style.value(shorten(textOf(main)));
  const lists = entries.flatMap(([key, list]) =>
    Array.isArray(list) && list.length > 0
      ? [`${String(list.length)} ${list.length === 1 ? key.replace(/s$/, "") : key}`]
      : [],
  );
  if (lists.length > 0) return style.plain(`(${lists.join(", ")})`);
  const text = own("description") ?? own("prose");
  return text === undefined ? "" : style.value(shorten(textOf(text)));
}

/** A value in one line. */
function textOf(value: unknown): string {
  return oneLine(typeof value === "string" ? value : JSON.stringify(value));
}

function oneLine(text: string): string {
  return text.replace(/[^\S\n]*\n\s*/g, " ⏎ ");
}

function shorten(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const cut = text.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${cut.trimEnd()}…`;
}
