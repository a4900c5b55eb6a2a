import type { Catalog, Control } from "../../src/oscal/model/generated/types.js";
import { citationOf } from "../../src/law/application-dates.js";
import { catalogControls } from "../../src/oscal/resolved-profile.js";

/** What a provision names one by one: words for each part, by the value under which a descriptor records it. */
export type Elements = Readonly<Record<string, string>>;

/** Provisions of which the catalog has every part as a control below them. */
const listed = ["art-5.1", "annex-iv"];

/** The parts of provisions by the ids of these: those that the catalog lists, and the given ones. */
export function elementTable(
  catalog: Catalog,
  given: Readonly<Record<string, Elements>>,
): Readonly<Record<string, Elements>> {
  const found = [...catalogControls(catalog)]
    .map(({ control }) => control)
    .filter(({ id }) => listed.includes(id))
    .map(({ id, controls = [] }): [string, Elements] => [
      id,
      Object.fromEntries(controls.map((part) => [part.id.slice(id.length + 1), wordsOf(part)])),
    ]);
  return { ...Object.fromEntries(found), ...given };
}

function wordsOf(control: Control): string {
  return `${citationOf(control)} (${control.title})`;
}
