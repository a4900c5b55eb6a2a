/** Elements of one list in a text; no real one has more than a dozen. */
const MOST_ELEMENTS = 1000;

const simpleEscapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "\\": "\\", "'": "'", '"': '"' };
const hexEscapes: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Reads a list of strings as Python prints it: `['a', "b's", 'c\nd']`, with the escapes that printing produces.
 * @returns the elements, or undefined where the text is anything else
 */
export function parsePythonList(text: string): string[] | undefined {
  let at = 0;
  const skipBlanks = (): void => {
    while (text[at] === " " || text[at] === "\t" || text[at] === "\n" || text[at] === "\r") at += 1;
  };
  skipBlanks();
  if (text[at] !== "[") return undefined;
  at += 1;
  const elements: string[] = [];
  for (;;) {
    skipBlanks();
    // Python allows a comma behind the last element.
    if (text[at] === "]") break;
    const element = readString(text, at);
    if (!element || elements.length >= MOST_ELEMENTS) return undefined;
    elements.push(element.value);
    at = element.end;
    skipBlanks();
    if (text[at] === ",") at += 1;
    else if (text[at] !== "]") return undefined;
  }
  at += 1;
  skipBlanks();
  return at === text.length ? elements : undefined;
}

function readString(text: string, from: number): { value: string; end: number } | undefined {
  const quote = text[from];
  if (quote !== "'" && quote !== '"') return undefined;
  let value = "";
  let at = from + 1;
  for (;;) {
    const character = text[at];
    if (character === undefined || character === "\n" || character === "\r") return undefined;
    if (character === quote) return { value, end: at + 1 };
    if (character !== "\\") {
      value += character;
      at += 1;
      continue;
    }
    const escape = readEscape(text, at + 1);
    if (!escape) return undefined;
    value += escape.value;
    at = escape.end;
  }
}

/** Reads the escape behind a backslash. */
function readEscape(text: string, at: number): { value: string; end: number } | undefined {
  const letter = text[at] ?? "";
  const simple = Object.hasOwn(simpleEscapes, letter) ? simpleEscapes[letter] : undefined;
  if (simple !== undefined) return { value: simple, end: at + 1 };
  const length = Object.hasOwn(hexEscapes, letter) ? hexEscapes[letter] : undefined;
  if (length === undefined) return undefined;
  const digits = text.slice(at + 1, at + 1 + length);
  if (digits.length !== length || !/^[0-9a-f]+$/i.test(digits)) return undefined;
  const code = Number.parseInt(digits, 16);
  // Half of a surrogate pair is not a character, and nothing lies above U+10FFFF.
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { value: String.fromCodePoint(code), end: at + 1 + length };
}
