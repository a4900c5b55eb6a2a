import { blockCollection } from "./block.js";
import { Places } from "./places.js";
import { Refusal, Scan } from "./scan.js";

/** A document that was accepted: its value, and the offset at which it begins. */
export interface Accepted {
  readonly value: unknown;
  readonly offset: number;
}

/**
 * Reads the plain part of YAML 1.2 that people and programs write mostly. What it accepts, the library reads to the same value, without a
 * word about it; everything else it refuses, whether it is wrong or only rare.
 * @param places filled with the places of all values
 * @returns the documents in their order, one at least; undefined where the text is refused
 */
export function accept(text: string, places?: Places): readonly Accepted[] | undefined {
  // Tabs, CR and other control characters mean something else in every place.
  if (odd.test(text)) return undefined;
  const documents: Accepted[] = [];
  const scan = new Scan(text, places);
  try {
    scan.toLine(0);
    while (scan.toDocument()) {
      const offset = scan.at;
      places?.begin();
      const value = blockCollection(scan, 0, 1);
      if (scan.indent >= 0) return undefined;
      documents.push({ value, offset });
    }
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
  return documents.length > 0 ? documents : undefined;
}

/** The places of all values of a text that was accepted. */
export function placesOf(text: string): Places {
  const places = new Places();
  accept(text, places);
  return places;
}

// eslint-disable-next-line no-control-regex -- they are what is looked for
const odd = /[\0-\x09\x0b-\x1f\ufeff]/;
