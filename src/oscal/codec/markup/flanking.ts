/** The class of a character beside a delimiter: blank, punctuation (symbols too) or part of a word. */
export type CharacterClass = "blank" | "punctuation" | "word";

const unicodeBlank = /^\p{Zs}$/u;
const unicodePunctuation = /^[\p{P}\p{S}]$/u;

/** The class of a character (a whole code point); the empty string stands for the start or the end of the text. */
export function characterClass(character: string): CharacterClass {
  const code = character.codePointAt(0);
  if (code === undefined || code === 0x20 || (code >= 0x09 && code <= 0x0d)) return "blank";
  if (code < 0x80) return isAsciiPunctuation(code) ? "punctuation" : "word";
  if (unicodeBlank.test(character)) return "blank";
  return unicodePunctuation.test(character) ? "punctuation" : "word";
}

/** Whether a character code is one that Markdown lets a backslash escape. */
export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  );
}

/** The code point that ends before `position`, or the empty string at the start. */
export function codePointBefore(text: string, position: number): string {
  if (position <= 0) return "";
  const low = text.charCodeAt(position - 1);
  const paired = low >= 0xdc00 && low <= 0xdfff && position >= 2;
  const high = paired ? text.charCodeAt(position - 2) : 0;
  return high >= 0xd800 && high <= 0xdbff ? text.slice(position - 2, position) : text.slice(position - 1, position);
}

/** The code point that begins at `position`, or the empty string at the end. */
export function codePointAt(text: string, position: number): string {
  const code = text.codePointAt(position);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/**
 * Whether a delimiter (`*`, `_`, `"`, `~`, `^`) may open and may close, by what stands before and after it.
 *
 * The rules are those of CommonMark (0.31, section 6.2) for `*` and `_`; `~` and `^` follow `*`, because H~2~O stands in
 * a word; `"` follows `_`, because a quotation does not begin in the middle of a word, and inches do (5" pipe).
 */
export function flanking(
  delimiter: string,
  before: string,
  after: string,
): { readonly canOpen: boolean; readonly canClose: boolean } {
  const previous = characterClass(before);
  const next = characterClass(after);
  const left = next === "word" || (next === "punctuation" && previous !== "word");
  const right = previous === "word" || (previous === "punctuation" && next !== "word");
  if (delimiter !== "_" && delimiter !== '"') return { canOpen: left, canClose: right };
  return {
    canOpen: left && (!right || previous === "punctuation"),
    canClose: right && (!left || next === "punctuation"),
  };
}
