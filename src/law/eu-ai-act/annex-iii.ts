import { quote } from "../../foundation/words.js";
import { below, type Act, type Provision } from "./act.js";

/** What a free text names of Annex III. */
export interface NamedUses {
  /** Areas and uses of the catalog, in the order of the text, each once. */
  readonly found: readonly Provision[];
  /** What the text names and the catalog does not have, or why nothing could be recognised; sentences. */
  readonly unrecognised: readonly string[];
}

/** Words before a number that say only what it is a number of. */
const naming = /\b(?:annex|no\.?|number|area|point|points|letter|lit\.?|para(?:graph)?|art(?:icle)?\.?)\b\.?/gi;

/** The letter of a use behind a number: in brackets, joined to it, or apart where no word goes on from it. */
const letters = [
  String.raw`\s*[.,:-]?\s*\((?<bracketed>[a-z])\)`,
  String.raw`[.,:-]?(?<joined>[a-z])(?![a-z0-9])`,
  String.raw`,?\s+(?<apart>[a-z])(?=\s*(?:$|[,;.)]|\b(?:and|or)\b))`,
];

/** A number of an area, and perhaps a letter of a use: `5(b)`, `5 (b)`, `5b`, `5.b`, `(5)(b)`, `5, b`. */
const place = new RegExp(String.raw`(?<![\w.])\(?(?<number>\d{1,3})\)?(?:${letters.join("|")})?`, "gi");

/**
 * Recognises areas and uses of Annex III by their numbers and letters, in the forms in which people write them. Titles and words are not
 * guessed at.
 */
export function namedUses(text: string, act: Act): NamedUses {
  const plain = text
    // Numbers of acts and years are no areas.
    .replace(/\b\d{4}\/\d+\b|\b(?:19|20)\d\d\b/g, " ")
    .replace(/\bIII\b[.,:]?/gi, " ")
    .replace(naming, " ")
    .replace(/\s+/g, " ");
  const areas = below(act, "annex-iii");
  const found = new Map<string, Provision>();
  const unrecognised: string[] = [];
  for (const { groups } of plain.matchAll(place)) {
    const { number = "", bracketed, joined, apart } = groups ?? {};
    const letter = (bracketed ?? joined ?? apart)?.toLowerCase();
    const area = areas.find(({ id }) => id === `annex-iii.${number}`);
    if (area === undefined) {
      unrecognised.push(`Annex III has no area ${number}.`);
      continue;
    }
    const use = letter === undefined ? undefined : act.provisions.get(`${area.id}.${letter}`);
    if (letter !== undefined && use === undefined) unrecognised.push(`${area.label} has no point (${letter}).`);
    const named = use ?? area;
    found.set(named.id, named);
  }
  if (found.size === 0 && unrecognised.length === 0) {
    unrecognised.push(`No number of an area of Annex III can be recognised in ${quote(text)}.`);
  }
  return { found: [...found.values()], unrecognised };
}

/** `Annex III 5(b), Credit`: a use with its title, or an area. */
export function useInWords({ label, title }: Provision): string {
  return `${label} (${title})`;
}
