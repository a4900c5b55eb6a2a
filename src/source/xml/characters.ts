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
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Whether every UTF-16 code unit of a well-formed text belongs to a character that XML 1.0 may hold (section 2.2). */
export function holdsCharactersOnly(text: string): boolean {
  // The engine compiles a pattern when it is used for the second time: the first time is this short one.
  notCharacter.test("");
  return !notCharacter.test(text);
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const notCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

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
  return character.isWellFormed() && !notCharacter.test(character) ? character : undefined;
}
