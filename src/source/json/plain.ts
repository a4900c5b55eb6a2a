/** Texts that are longer are not looked at here: JSON.parse takes memory for every level, and only a scan bounds these before. */
const LONGEST = 4 * 1024 * 1024;

/** The end of every key, and of strings that look so: an escaped quotation mark before a colon, a string that begins with one. */
const KEY_ENDS = /"(?=[\t\n\r ]*:)/g;

/** Every number of more than 15 signs or with an exponent, and texts that look so. All others are held as they are written. */
const LONG_NUMBER = /(?:^|[:,[\t\n\r ])-?\d(?:[\d.]*[eE]|[\d.]{15})/;

/**
 * Reads a JSON text in which plainly nothing is to be refused, as there is nothing in nearly all: no key stands twice in an object, no
 * number is changed, and nothing is nested too deeply. The engine's own parser and searches do the work, in a part of the time that
 * a look at every sign takes.
 * @param depth levels of nesting that are allowed
 * @returns undefined where it is not plain, or no JSON
 */
export function plainJson(text: string, depth: number): { readonly value: unknown } | undefined {
  if (text.length > LONGEST) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
  let members = 0;
  let hasNumbers = false;
  /** @returns false where it is nested too deeply: recursion ends there */
  const count = (content: object, level: number): boolean => {
    if (level > depth) return false;
    if (Array.isArray(content)) {
      for (let index = 0; index < content.length; index += 1) {
        const entry: unknown = content[index];
        if (typeof entry === "object") {
          if (entry !== null && !count(entry, level + 1)) return false;
        } else if (typeof entry === "number") hasNumbers = true;
      }
      return true;
    }
    for (const key in content) {
      members += 1;
      const member = (content as Readonly<Record<string, unknown>>)[key];
      if (typeof member === "object") {
        if (member !== null && !count(member, level + 1)) return false;
      } else if (typeof member === "number") hasNumbers = true;
    }
    return true;
  };
  if (typeof value === "object" && value !== null) {
    if (!count(value, 1)) return undefined;
  } else if (typeof value === "number") hasNumbers = true;
  if (hasNumbers && LONG_NUMBER.test(text)) return undefined;
  // Of two members with one key, the parser keeps one: then there are more ends of keys than members.
  const keys = text.length - text.replace(KEY_ENDS, "").length;
  return keys === members ? { value } : undefined;
}
