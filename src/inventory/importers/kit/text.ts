/** Longer texts are not reduced to their words, since a hostile text could make that slow. */
const LONGEST_WORDS = 1000;

/** Patterns of what a change of code page made of a sign, with the sign; they see text in lower case. */
export type Repairs = readonly (readonly [pattern: RegExp, sign: string])[];

const noRepairs: Repairs = [];

/** Texts whose words are known: most fields of an inventory hold one of a few answers. */
const known = new WeakMap<Repairs, Map<string, string>>();
const MOST_KNOWN = 2000;
/** Longer texts are prose, of which each occurs once. */
const LONGEST_KNOWN = 120;

/**
 * A text reduced to its words, so that spellings can be compared: case, kinds of blanks, dashes and quotes, a final full stop and
 * answer letters in front ("a) ", also doubled) are gone.
 * @returns a text of more than 1000 characters as it is
 */
export function words(text: string, repairs: Repairs = noRepairs): string {
  if (text.length > LONGEST_WORDS) return text;
  if (text.length > LONGEST_KNOWN) return reduced(text, repairs);
  let ofRepairs = known.get(repairs);
  if (ofRepairs === undefined) known.set(repairs, (ofRepairs = new Map<string, string>()));
  let found = ofRepairs.get(text);
  if (found === undefined) {
    found = reduced(text, repairs);
    if (ofRepairs.size < MOST_KNOWN) ofRepairs.set(text, found);
  }
  return found;
}

function reduced(text: string, repairs: Repairs): string {
  let read = text.normalize("NFKC").toLowerCase();
  for (const [pattern, sign] of repairs) read = read.replace(pattern, sign);
  return read
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[-‐‑‒–—―−\s]+/g, " ")
    .replaceAll("&", "and")
    .replace(/^(?:\s*[a-z]\))+/, "")
    .replace(/[\s."]+$/, "")
    .replace(/^[\s"]+/, "");
}

/** The text itself, or its beginning with an ellipsis when it has more characters (code points) than allowed. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join("")}…`;
}
