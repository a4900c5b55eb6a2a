import { labelOf, referenceOf, withFramework } from "../../assessment/control-reference.js";
import { nearest } from "../../foundation/nearest.js";
import type { Catalog, Control, Part } from "../../oscal/model.js";
import { catalogControls } from "../../oscal/resolved-profile.js";

/** A control or statement that a cell names. */
export interface NamedItem {
  readonly type: "control" | "statement";
  readonly id: string;
  /** The statement that says all that the control asks, where it has exactly one. */
  readonly statement?: string;
}

/** Names of the part of a control that says what it asks: NIST's catalog of the AI RMF has the outcome in an overview. */
const saying: ReadonlySet<string> = new Set(["statement", "overview"]);

/** The names of a catalog's controls and statements: ids, labels, and either with the framework before it. */
export class CatalogNames {
  readonly #items = new Map<string, NamedItem>();
  readonly #offered: string[] = [];

  constructor(catalog: Catalog) {
    const controls = [...catalogControls(catalog)].map(({ control }) => control);
    // An id goes before the label of another control.
    for (const control of controls) this.#add([control.id], itemOf(control));
    for (const control of controls) {
      const names = [labelOf(control), referenceOf(control), withFramework(control, control.id)];
      this.#add(names, itemOf(control));
      this.#offered.push(labelOf(control), control.id);
    }
    for (const { parts } of controls) {
      for (const { id } of partsOf(parts)) if (id !== undefined) this.#add([id], { type: "statement", id });
    }
  }

  find(name: string): NamedItem | undefined {
    return this.#items.get(plainOf(name));
  }

  /** The name that was probably meant. */
  nearest(name: string): string | undefined {
    return nearest(name, this.#offered);
  }

  #add(names: readonly string[], item: NamedItem): void {
    for (const name of names.map(plainOf)) if (!this.#items.has(name)) this.#items.set(name, item);
  }
}

function itemOf({ id, parts = [] }: Control): NamedItem {
  const statements = parts.filter(({ name }) => saying.has(name));
  const [only] = statements;
  const statement = statements.length === 1 ? only?.id : undefined;
  return { type: "control", id, ...(statement === undefined ? {} : { statement }) };
}

function* partsOf(parts: readonly Part[] = []): Generator<Part> {
  for (const part of parts) {
    yield part;
    yield* partsOf(part.parts);
  }
}

/** Capital letters and the width of blanks do not tell names apart. */
function plainOf(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}
