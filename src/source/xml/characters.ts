import { limits } from "../../foundation/limits.js";

/**
 * How often the parser puts a text together from two pieces, at most: each time takes memory of its own, and a hostile file can
 * hold little else.
 */
export function hasTooManySeams(text: string): boolean {
  if (text.length <= limits.xmlSeams) return false;
  let seams = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // CR, "&", "-", "?" and "]".
    if (code === 0x0d || code === 0x26 || code === 0x2d || code === 0x3f || code === 0x5d) seams += 1;
  }
  return seams > limits.xmlSeams;
}

/** Whether a UTF-16 code unit is white space of XML; those of JavaScript are more. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Offset of the first UTF-16 code unit from an offset on that is not white space. */
export function spaceEnd(text: string, start: number): number {
  let end = start;
  while (isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

/** Whether a text is well-formed, and all its characters are such as XML 1.0 may hold (section 2.2). */
export function holdsCharactersOnly(text: string): boolean {
  // Few documents hold a character beyond the basic plane: only in those, surrogates have to be told apart.
  return !holds(text, controlOrSurrogate) || (text.isWellFormed() && !holds(text, control));
}

function holds(text: string, pattern: RegExp): boolean {
  // The engine compiles a pattern when it is used for the second time: the first time is this short one.
  pattern.test("");
  return pattern.test(text);
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const controlOrSurrogate = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
// eslint-disable-next-line no-control-regex -- as above
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * The text that a piece of a file stands for: line ends as LF, references resolved.
 * @returns undefined where a reference is not one of the five of XML or that of a character
 */
export function resolved(raw: string): string | undefined {
  let text = "";
  let from = 0;
  for (let at = raw.indexOf("&"); at >= 0; at = raw.indexOf("&", from)) {
    reference.lastIndex = at;
    const match = reference.exec(raw);
    const character = match && referred(match);
    if (character === null || character === undefined) return undefined;
    text += withLineFeeds(raw.slice(from, at)) + character;
    from = reference.lastIndex;
  }
  return text + withLineFeeds(raw.slice(from));
}

/** The value of an attribute: as `resolved`, and white space that is not written as a reference is blanks. */
export function resolvedValue(raw: string): string | undefined {
  return resolved(raw.replaceAll(/\r\n|[\t\n\r]/g, " "));
}

/** With the line ends of XML 1.0, section 2.11. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
}

const reference = /&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));/y;

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function referred([, entity, decimal, hexadecimal]: RegExpExecArray): string | undefined {
  if (entity !== undefined) return entities[entity];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number.parseInt(decimal, 10);
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return character.isWellFormed() && !control.test(character) ? character : undefined;
}
