/** A problem at an offset of a text that is not JSON. */
export interface SyntaxProblem {
  /** In UTF-16 code units, from 0 to the length of the text. */
  readonly offset: number;
  /** The problem, as a clause without a full stop. */
  readonly words: string;
  /** The remedy, in sentences. */
  readonly fix?: string;
}

export const wholeFile = "get the whole file again if it is cut off";

/** Longest piece of the text that a message repeats. */
const LONGEST = 60;
const wordPattern = /[\p{L}\p{M}\p{N}_$.+-]{1,61}/uy;
const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** A number that ends before it is complete. */
const begunNumber = /^-?(?:(?:0|[1-9][0-9]*)(?:\.|(?:\.[0-9]+)?[eE][+-]?))?$/;
const literals = ["true", "false", "null"];

/** A string as far as it is read: the offset behind its closing quotation mark, or what is wrong with it. */
export function readString(text: string, start: number): number | SyntaxProblem {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return index + 1;
    if (code === 0x5c) {
      const problem = escapeProblem(text, start, index);
      if (problem) return problem;
      index += 1;
    } else if (code === 0x0a || code === 0x0d) {
      return lineBreakProblem(text, start, index);
    } else if (code < 0x20) {
      const [words, escape] =
        code === 0x09 ? ["a tab", "\\t"] : [`the control character ${codePoint(code)}`, `\\u00${hex(code, 2)}`];
      return { offset: index, words: `${words} stands inside a string`, fix: `Write ${escape} in its place.` };
    }
  }
  return notClosed(start);
}

function notClosed(start: number): SyntaxProblem {
  return {
    offset: start,
    words: "the string is not closed; the text ends too early",
    fix: `Write the rest, or ${wholeFile}.`,
  };
}

/**
 * Either the string was to end on its line, as the text after it tells, or it was meant to go on.
 * @param offset of the line break, or of a backslash before it
 */
function lineBreakProblem(text: string, start: number, offset: number, lineBreak = offset): SyntaxProblem {
  const next = text.charAt(behindBlanks(text, lineBreak));
  if (next === "") return notClosed(start);
  if (['"', "{", "}", "[", "]"].includes(next)) {
    return { offset: start, words: "the string is not closed", fix: 'Write " where it ends, on the same line.' };
  }
  return {
    offset,
    words: "a line break stands inside a string",
    fix: "Write \\n in its place, with the whole string on one line; or close the string before it.",
  };
}

function escapeProblem(text: string, start: number, offset: number): SyntaxProblem | undefined {
  const next = text.codePointAt(offset + 1);
  // Cut off: the message about the open string says more.
  if (next === undefined) return undefined;
  if (next === 0x0a || next === 0x0d) return lineBreakProblem(text, start, offset, offset + 1);
  const letter = String.fromCodePoint(next);
  if ('"\\/bfnrt'.includes(letter)) return undefined;
  if (letter === "u") {
    const digits = matchAt(/[0-9a-fA-F]{0,4}/y, text, offset + 2)?.length ?? 0;
    if (digits === 4 || offset + 2 + digits === text.length) return undefined;
    return {
      offset,
      words: "\\u needs four hexadecimal digits",
      fix: "Write all four, as in \\u00e9; write \\\\ for a backslash itself.",
    };
  }
  const fix =
    letter === "'"
      ? "Write ' without a backslash."
      : letter === "x"
        ? "Write \\u with four hexadecimal digits, as in \\u00e9; write \\\\ for a backslash itself."
        : "Write \\\\ for a backslash itself.";
  const escape = /^[!-~]$/.test(letter) ? `\\${letter}` : `a backslash before ${character(next)}`;
  return { offset, words: `${escape} is not an escape`, fix };
}

/** A number, true, false or null: the offset behind it, or what is wrong with it, where it begins. */
export function readScalar(text: string, start: number): number | SyntaxProblem {
  for (const pattern of [numberPattern, /true|false|null/y]) {
    const end = start + (matchAt(pattern, text, start)?.length ?? 0);
    if (end > start && matchAt(wordPattern, text, end) === undefined) return end;
  }
  const word = wordAt(text, start) ?? (matchAt(wordPattern, text, start) === "-" ? "-" : undefined);
  if (word === undefined) return strayCharacter(text, start);
  const end = start + word.length;
  const begun = begunNumber.test(word) || literals.some((literal) => literal.startsWith(word));
  if (begun && behindBlanks(text, end) === text.length) {
    return {
      offset: end,
      words: `the text ends too early, inside ${begunNumber.test(word) ? "a number" : `"${word}"`}`,
      fix: `Write the rest, or ${wholeFile}.`,
    };
  }
  return { offset: start, ...wordProblem(word) };
}

/**
 * A run of letters, digits and what stands inside numbers and names, cut behind one character more than messages show.
 * Undefined where none stands, and of a run of signs and points without a letter or a digit.
 */
export function wordAt(text: string, start: number): string | undefined {
  const word = matchAt(wordPattern, text, start);
  return word !== undefined && /[\p{L}\p{N}]/u.test(word) ? word : undefined;
}

/** A piece of the text for a message, cut where it is long. */
export function shortened(piece: string): string {
  return piece.length > LONGEST ? `${piece.slice(0, LONGEST - 3).replace(/[\ud800-\udbff]$/, "")}...` : piece;
}

type Wording = Omit<SyntaxProblem, "offset">;

function wordProblem(word: string): Wording {
  const lower = word.toLowerCase();
  if (literals.includes(lower)) return { words: `${word} is written ${lower} in JSON`, fix: `Write ${lower}.` };
  if (["none", "nil", "undefined"].includes(lower)) {
    return { words: `JSON has no ${word}`, fix: "Write null, or leave the property out." };
  }
  if (/^[+-]?(?:nan|inf|infinity)$/.test(lower)) {
    return { words: `JSON has no number ${word}`, fix: "Write null, or leave the property out." };
  }
  if (word.length > LONGEST) {
    return { words: `${shortened(word)} is not a value of JSON`, fix: "Put double quotes around it if it is a text." };
  }
  if (!/^[+-]*\.?[0-9]/.test(word)) {
    return word === "-"
      ? {
          words: 'a "-" stands here without a number',
          fix: "Write the number after it, or put text in double quotes.",
        }
      : { words: `the text ${word} has no quotation marks`, fix: "Put double quotes around the text." };
  }
  return (
    numberProblem(word) ?? {
      words: `${word} is not a number, and a text stands in double quotes`,
      fix: `Write "${word}" if it is a text.`,
    }
  );
}

/** Numbers of other languages, what is wrong with them, and how JSON writes them. */
const numberWordings: readonly (readonly [pattern: RegExp, words: string, written: (word: string) => string])[] = [
  [/^[+-]?0[xX][0-9a-fA-F]+$/, "is hexadecimal; JSON has decimal numbers only", decimal],
  [/^[+-]?0[oO][0-7]+$/, "is octal; JSON has decimal numbers only", decimal],
  [/^[+-]?0[bB][01]+$/, "is binary; JSON has decimal numbers only", decimal],
  [/^\+/, 'has a "+" in front', (word) => word.slice(1)],
  [/^-?\./, "has no digit before its decimal point", (word) => word.replace(".", "0.")],
  [/^-?0[0-9]/, "has a leading zero", (word) => word.replace(/^(-?)0+(?=[0-9])/, "$1")],
  [/\.(?![0-9])/, "has no digit after its decimal point", (word) => word.replace(".", ".0")],
  [/^[0-9.-]+[eE][+-]?$/, "has no digit in its exponent", (word) => word.replace(/[eE].*$/, "")],
  [/_/, 'has a "_" inside', (word) => word.replaceAll("_", "")],
  [/^-?[0-9]+n$/, 'ends in "n"', (word) => word.slice(0, -1)],
];

function numberProblem(word: string): Wording | undefined {
  for (const [pattern, words, write] of numberWordings) {
    if (!pattern.test(word)) continue;
    const written = write(word);
    if (matchAt(numberPattern, written, 0) !== written) continue;
    const fix = `Write ${written}, or "${word}" if it is a text.`;
    return { words: `the number ${word} ${words}`, fix };
  }
  return undefined;
}

function decimal(word: string): string {
  const sign = word.startsWith("-") ? "-" : "";
  return `${sign}${String(BigInt(word.replace(/^[+-]/, "")))}`;
}

const quotationMarks =
  "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2032\u2033\u00b4\uff02";
const invisible: Readonly<Record<number, string>> = {
  0x00a0: "a no-break space",
  0x200b: "a zero-width space",
  0x2028: "a line separator",
  0x2029: "a paragraph separator",
  0x202f: "a narrow no-break space",
  0x3000: "an ideographic space",
  0xfeff: "a byte order mark",
};

/**
 * The problem of a character that JSON knows inside strings only, wherever it stands outside of them.
 * @param what which is due at the place, as a subject with its verb: "keys stand"
 */
export function characterProblem(text: string, offset: number, what: string): SyntaxProblem | undefined {
  const code = text.codePointAt(offset) ?? 0;
  const letter = String.fromCodePoint(code);
  if (letter === "#" || /\/[/*]/y.test(text.slice(offset, offset + 2))) {
    return { offset, words: "a comment stands here; JSON has none", fix: "Remove the comment." };
  }
  if (letter === "'" || letter === "`") {
    const marks = letter === "'" ? "single quotes" : "backticks";
    return { offset, words: `${what} in double quotes, not in ${marks}`, fix: 'Write " at both ends.' };
  }
  if (quotationMarks.includes(letter)) {
    const words = `the quotation mark ${letter} (${codePoint(code)}) stands here; JSON knows " only`;
    return { offset, words, fix: 'Write " in its place.' };
  }
  if (letter === "\\") {
    const fix =
      text[offset + 1] === '"'
        ? "Remove the backslashes before quotation marks: the text was escaped once too often."
        : "Remove it.";
    return { offset, words: "a backslash stands outside of a string", fix };
  }
  if (!/[\p{C}\p{Z}]/u.test(letter)) return undefined;
  const fix =
    code === 0xfeff && offset === 0
      ? "Save the file as UTF-8 without a byte order mark."
      : "Remove it, or write a plain blank in its place.";
  return { offset, words: `${character(code)} stands here`, fix };
}

/** A character that begins nothing in JSON, or nothing at this place. */
export function strayCharacter(text: string, offset: number): SyntaxProblem {
  return {
    offset,
    words: `${character(text.codePointAt(offset) ?? 0)} has no meaning here`,
    fix: "Remove it, or put double quotes around the text to which it belongs.",
  };
}

function character(code: number): string {
  const letter = String.fromCodePoint(code);
  if (/^[!-~]$/.test(letter)) return `"${letter}"`;
  if (Object.hasOwn(invisible, code)) return `${invisible[code] ?? ""} (${codePoint(code)})`;
  if (/\p{Cc}/u.test(letter)) return `the control character ${codePoint(code)}`;
  if (/[\p{C}\p{Z}\p{M}]/u.test(letter)) return `the invisible character ${codePoint(code)}`;
  return `"${letter}" (${codePoint(code)})`;
}

function codePoint(code: number): string {
  return `U+${hex(code, 4).toUpperCase()}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}

/** The first offset from here on at which no blank of JSON stands. */
export function behindBlanks(text: string, from: number): number {
  let index = from;
  while (index < text.length && " \t\r\n".includes(text.charAt(index))) index += 1;
  return index;
}

/** The text that a sticky pattern matches right at an offset. */
function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}
