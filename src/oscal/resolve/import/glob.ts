/** A pattern for control ids, ready to be applied. */
export interface Glob {
  /** The only text that matches, where the pattern has no wildcard. */
  readonly literal?: string;
  matches(text: string): boolean;
}

/** One character of the text: any, a given one, or one of a class. */
type Matcher = (character: string) => boolean;

/**
 * Reads a pattern: `*` stands for any characters or none, `?` for one, `[abc]`, `[a-z]` for one of those, `[!a-z]` and `[^a-z]` for one
 * of the others; everything else, a "[" without its "]" included, stands for itself. Upper and lower case differ, and the whole id has
 * to match: `ac-2` is not `ac-2.1`.
 */
export function readGlob(pattern: string): Glob {
  if (!/[*?[]/.test(pattern)) return { literal: pattern, matches: (text) => text === pattern };
  const parts = matchersOf(Array.from(pattern));
  return { matches: (text) => matchesAll(parts, Array.from(text)) };
}

/** "*" for any run of characters. */
function matchersOf(pattern: readonly string[]): (Matcher | "*")[] {
  const parts: (Matcher | "*")[] = [];
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index] ?? "";
    if (character === "*") {
      if (parts.at(-1) !== "*") parts.push("*");
    } else if (character === "?") {
      parts.push(() => true);
    } else {
      const end = character === "[" ? endOfClass(pattern, index) : undefined;
      if (end === undefined) parts.push((other) => other === character);
      else {
        parts.push(classOf(pattern.slice(index + 1, end)));
        index = end;
      }
    }
  }
  return parts;
}

/** Index of the "]" that ends the class; directly after the opening it is a character of the class. */
function endOfClass(pattern: readonly string[], start: number): number | undefined {
  const negated = pattern[start + 1] === "!" || pattern[start + 1] === "^";
  const end = pattern.indexOf("]", start + (negated ? 3 : 2));
  return end === -1 ? undefined : end;
}

function classOf(content: readonly string[]): Matcher {
  const negated = content[0] === "!" || content[0] === "^";
  const members = negated ? content.slice(1) : content;
  const ranges: [string, string][] = [];
  for (let index = 0; index < members.length; index += 1) {
    const from = members[index] ?? "";
    const to = members[index + 1] === "-" ? members[index + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) index += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== negated;
}

/** Goes back only to the last "*": time grows with the product of the lengths at worst. */
function matchesAll(parts: readonly (Matcher | "*")[], text: readonly string[]): boolean {
  let part = 0;
  let position = 0;
  let star = -1;
  let resume = 0;
  while (position < text.length) {
    const matcher = parts[part];
    if (matcher === "*") {
      star = part;
      resume = position;
      part += 1;
    } else if (matcher?.(text[position] ?? "") === true) {
      part += 1;
      position += 1;
    } else if (star >= 0) {
      part = star + 1;
      resume += 1;
      position = resume;
    } else return false;
  }
  while (parts[part] === "*") part += 1;
  return part === parts.length;
}
