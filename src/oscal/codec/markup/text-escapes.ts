import { looksLikeReference } from "./character-reference.js";
import { characterClass, codePointAt, codePointBefore, flanking, isAsciiPunctuation } from "./flanking.js";

/** Where a text stands. */
export interface TextPlace {
  /** The characters beside the text; empty at the start and end of the block. */
  readonly before: string;
  readonly after: string;
  /** Whether the text begins a line, and whether that line is the first of its block. */
  readonly lineStart: "first" | "later" | false;
  /** Whether its underscores are kept, are escaped where they may open or close emphasis, or so only where two in the text can pair. */
  readonly underscores: "kept" | "escaped" | "escaped-in-pairs";
  readonly inLink: boolean;
  readonly inTable: boolean;
}

const ordinary = /[\\`*_~^"[\]{<&|!]/;
const special = /_+|[\\`*~^"[\]{<&|!]/g;
const autolinkStart = /<[A-Za-z0-9._%+-]*(?:[:@]|$)/y;
const blockStart = /^ ?(?:#{1,6}(?= |$)|>|[-+](?= |$)|\d{1,9}[.)](?= |$)|[-_](?:[ -]|_)*$)/;
const referenceDefinition = /^ ?\[[^\]]+\]:/;
const laterLineStart = /^(?:=+ *$|[-:| ]+$)/;

/** Text, its blanks collapsed already, as Markdown that reads back as that text. */
export function escapeText(text: string, place: TextPlace): string {
  const escaped = ordinary.test(text) ? escapeInline(text, place) : text;
  return place.lineStart === false ? escaped : escapeLineStart(text, escaped, place.lineStart);
}

function escapeInline(text: string, place: TextPlace): string {
  const { underscores } = place;
  const escapesUnderscores =
    underscores === "escaped" || (underscores === "escaped-in-pairs" && canPair(underscoreRuns(text, place)));
  return text.replace(special, (found, offset: number) => {
    const next = text.charAt(offset + found.length) || place.after;
    switch (found) {
      case "\\":
        // Before a letter a backslash is itself: C:\data.
        return next === "" || isAsciiPunctuation(next.charCodeAt(0)) ? "\\\\" : found;
      case "`":
      case "*":
      case "~":
      case "^":
      case '"':
        return `\\${found}`;
      case "[":
        return place.inLink ? "\\[" : found;
      case "]":
        return place.inLink || next === "(" ? "\\]" : found;
      case "!":
        return next === "[" && offset === text.length - 1 ? "\\!" : found;
      case "{":
        return next === "{" ? "\\{" : found;
      case "<":
        return readsAsTag(text, offset) ? "&lt;" : found;
      case "&":
        return looksLikeReference(text, offset) ? "&amp;" : found;
      case "|":
        return place.inTable ? "&#124;" : found;
      default: {
        if (!escapesUnderscores) return found;
        const { canOpen, canClose } = flankingAt(text, offset, found, place);
        return canOpen || canClose ? found.replaceAll("_", "\\_") : found;
      }
    }
  });
}

/** Whether a run of underscores may open emphasis, and whether it may close it. */
export type UnderscoreRun = ReturnType<typeof flanking>;

/** The runs of underscores in a text, in order. */
export function underscoreRuns(text: string, place: Pick<TextPlace, "before" | "after">): UnderscoreRun[] {
  if (!text.includes("_")) return [];
  return Array.from(text.matchAll(/_+/g), ({ 0: run, index }) => flankingAt(text, index, run, place));
}

/** Whether a run that may open emphasis stands before one that may close it: "(AU-05)_ODP" has no partner. */
export function canPair(runs: readonly UnderscoreRun[]): boolean {
  const first = runs.findIndex(({ canOpen }) => canOpen);
  return first >= 0 && runs.slice(first + 1).some(({ canClose }) => canClose);
}

function flankingAt(
  text: string,
  offset: number,
  run: string,
  place: Pick<TextPlace, "before" | "after">,
): UnderscoreRun {
  const before = codePointBefore(text, offset) || place.before;
  const after = codePointAt(text, offset + run.length) || place.after;
  return flanking("_", before, after);
}

/**
 * Whether HTML would take this angle bracket for a tag's. Before a capital letter it stays as it is: that is how NIST
 * publishes the names of keys ("the <BREAK> key").
 */
function readsAsTag(text: string, offset: number): boolean {
  autolinkStart.lastIndex = offset;
  return /[a-z/!?]/.test(text.charAt(offset + 1)) || autolinkStart.test(text);
}

/** Escapes what would make a paragraph's line another block: a heading, a quotation, a list item, a break, a table. */
function escapeLineStart(text: string, escaped: string, line: "first" | "later"): string {
  const blank = escaped.startsWith(" ") ? " " : "";
  if (!blockStart.test(text) && !(line === "later" && laterLineStart.test(text))) {
    return referenceDefinition.test(text) && !escaped.startsWith(`${blank}\\`)
      ? `${blank}\\${escaped.slice(blank.length)}`
      : escaped;
  }
  const number = /^ ?\d+/.exec(text)?.[0] ?? blank;
  const rest = escaped.slice(number.length);
  if (rest.startsWith("\\")) return escaped;
  // The rest of a run of underscores would stand beside punctuation, and might close emphasis.
  return `${number}${rest.startsWith("_") ? rest.replace(/^_+/, (run) => run.replaceAll("_", "\\_")) : `\\${rest}`}`;
}

/** Whether a character is a word's: neither blank nor punctuation. */
export function isWord(character: string): boolean {
  return characterClass(character) === "word";
}
