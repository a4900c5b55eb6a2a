import { unescapeText } from "./character-reference.js";

/** The content of the parentheses of a link or an image. */
export interface LinkTarget {
  readonly destination: string;
  readonly title: string | undefined;
  /** The position after the closing parenthesis. */
  readonly end: number;
}

const bracketed = /<((?:\\.|[^<>\\\n])*)>/y;
const titles: ReadonlyMap<string, RegExp> = new Map([
  ['"', /"((?:\\[^]|[^"\\])*)"/y],
  ["'", /'((?:\\[^]|[^'\\])*)'/y],
  ["(", /\(((?:\\[^]|[^()\\])*)\)/y],
]);
const maximumParentheses = 32;

/** The target `(destination "title")` that begins at `position`, the place of the opening parenthesis; undefined when it is not one. */
export function readLinkTarget(text: string, position: number): LinkTarget | undefined {
  if (text.charAt(position) !== "(") return undefined;
  const destination = readDestination(text, skipBlanks(text, position + 1));
  if (!destination) return undefined;
  let end = skipBlanks(text, destination.end);
  const pattern = end > destination.end ? titles.get(text.charAt(end)) : undefined;
  let title: string | undefined;
  if (pattern) {
    pattern.lastIndex = end;
    const match = pattern.exec(text);
    if (!match) return undefined;
    title = unescapeText(match[1] ?? "");
    end = skipBlanks(text, pattern.lastIndex);
  }
  if (text.charAt(end) !== ")") return undefined;
  return { destination: unescapeText(destination.text), title, end: end + 1 };
}

function readDestination(text: string, start: number): { text: string; end: number } | undefined {
  if (text.charAt(start) === "<") {
    bracketed.lastIndex = start;
    const match = bracketed.exec(text);
    return match ? { text: match[1] ?? "", end: bracketed.lastIndex } : undefined;
  }
  let depth = 0;
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code <= 0x20 || code === 0x7f) break;
    if (code === 0x5c) end += 1;
    else if (code === 0x28) depth += 1;
    else if (code === 0x29) {
      if (depth === 0) break;
      depth -= 1;
    }
    if (depth > maximumParentheses) return undefined;
  }
  if (depth > 0) return undefined;
  end = Math.min(end, text.length);
  return { text: text.slice(start, end), end };
}

function skipBlanks(text: string, position: number): number {
  let end = position;
  while (end < text.length && " \t\n".includes(text.charAt(end))) end += 1;
  return end;
}

/** Whether the parentheses in a destination are in pairs, so that it reads back as it is. */
export function balanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth < 0 || depth > 32) return false;
  }
  return depth === 0;
}
