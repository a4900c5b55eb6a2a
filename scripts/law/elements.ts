import type { Catalog } from "../../src/oscal/model/generated/types.js";
import { controlsOf } from "./application-dates.js";

/** What a provision names one by one. */
export interface Elements {
  /** The provision, as people cite it. */
  readonly label: string;
  /** The elements, by the values under which a descriptor records them. */
  readonly names: readonly string[];
}

/** Provisions whose elements the catalog has as controls below them, with all of them. */
const listed = ["art-5.1", "annex-iv"];

/** The elements of provisions by the ids of these: those that the catalog lists, and the given ones. */
export function elementTable(
  catalog: Catalog,
  given: Readonly<Record<string, Elements>>,
): Readonly<Record<string, Elements>> {
  const found = [...controlsOf(catalog)]
    .filter(({ id }) => listed.includes(id))
    .map(({ id, props = [], controls = [] }): [string, Elements] => [
      id,
      {
        label: props.find(({ name }) => name === "label")?.value ?? id,
        names: controls.map((control) => control.id.slice(id.length + 1)),
      },
    ]);
  return { ...Object.fromEntries(found), ...given };
}
