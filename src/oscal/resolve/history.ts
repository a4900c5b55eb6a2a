import { addTo } from "../../foundation/multimap.js";
import type { SourceDocument } from "../../source/document.js";
import type { Place } from "../../source/place.js";

/**
 * The event in an object's history: `defined` where a catalog or profile holds it, `imported` by an import that selects it, `set` where a
 * profile gives it a value, `overridden` where that replaces what a profile had given before, `added` by a profile, `removed` by an
 * alteration, by the structure, because another of its id came first or because nothing refers to it, `excluded` by an import or an
 * insert-controls, `not-added` where an alteration would add it but finds no place for it.
 */
export type ProvenanceAction =
  "defined" | "imported" | "set" | "overridden" | "added" | "removed" | "excluded" | "not-added";

/** One step of an object's way into the resolved catalog, or out of it. */
export interface ProvenanceStep {
  readonly action: ProvenanceAction;
  readonly document: SourceDocument;
  /** JSON pointer (RFC 6901) to the instruction or the definition. */
  readonly pointer: string;
  /** The property of the object that the step is about, where it is not the object as a whole. */
  readonly property?: string;
  /** The item added to the object or removed from it, such as `prop label`; for an object that went, or did not come, as a whole: why. */
  readonly item?: string;
}

export interface OrderedStep extends ProvenanceStep {
  /** Steps of one resolution count up. */
  readonly order: number;
}

interface Entry {
  /** The object that this one is a copy of. */
  readonly base: object | undefined;
  readonly steps: OrderedStep[];
}

/** An object that is no longer there, or never was: the object as it was, and who took it away or did not find a place for it. */
export interface Absence {
  readonly object: object;
  readonly step: OrderedStep;
  /** An import or a structure left it alone, which says nothing where another of its id is taken. */
  readonly unselected: boolean;
}

/**
 * Remembers where the objects of a resolution come from. Objects that a profile leaves alone are those of the source document and need
 * no note: their place is looked up there when somebody asks. Copies know what they are copies of.
 */
export class History {
  readonly #entries = new WeakMap<object, Entry>();
  readonly #absent = new Map<string, Absence[]>();
  readonly #modifications = new Map<SourceDocument, number>();
  #order = 0;

  /** Notes that an object is a copy of another. */
  derive<T extends object>(copy: T, base: object): T {
    this.#entries.set(copy, { base, steps: [] });
    return copy;
  }

  /** Notes what happened to an object that belongs to this resolution alone. */
  note(object: object, action: ProvenanceAction, { document, pointer }: Place, about: About = {}): void {
    const entry = this.#entries.get(object) ?? { base: undefined, steps: [] };
    entry.steps.push({ action, document, pointer, ...about, order: this.#next() });
    this.#entries.set(object, entry);
  }

  /** Notes that something with an id is not in the result. */
  noteAbsence(
    id: string,
    object: object,
    action: "removed" | "excluded" | "not-added",
    { document, pointer }: Place,
    about: Pick<About, "item"> = {},
    unselected = false,
  ): void {
    const absence: Absence = { object, step: { action, document, pointer, ...about, order: this.#next() }, unselected };
    addTo(this.#absent, id, absence);
  }

  /** Notes when a profile begins to modify, so that what it adds stands in the right place among the steps. */
  beginModification(document: SourceDocument): void {
    this.#modifications.set(document, this.#next());
  }

  modificationOf(document: SourceDocument): number {
    return this.#modifications.get(document) ?? 0;
  }

  /** By id, in the order in which they were noted. */
  get absences(): ReadonlyMap<string, readonly Absence[]> {
    return this.#absent;
  }

  /** The object that this one goes back to, copy by copy, and what happened to all of them on the way, oldest first. */
  trace(object: object): { readonly source: object; readonly steps: OrderedStep[] } {
    const entries: Entry[] = [];
    let source = object;
    for (let entry = this.#entries.get(source); entry !== undefined; entry = this.#entries.get(source)) {
      entries.push(entry);
      if (entry.base === undefined) break;
      source = entry.base;
    }
    return { source, steps: entries.reverse().flatMap(({ steps }) => steps) };
  }

  /** The step in which a profile last gave the property a value, if any did. */
  settingOf(object: object, property: string): OrderedStep | undefined {
    return this.#last(object, (step) => step.property === property);
  }

  /** The step that last imported the object. */
  importOf(object: object): OrderedStep | undefined {
    return this.#last(object, ({ action }) => action === "imported");
  }

  #last(object: object, wanted: (step: OrderedStep) => boolean): OrderedStep | undefined {
    let entry = this.#entries.get(object);
    while (entry !== undefined) {
      const step = entry.steps.findLast(wanted);
      if (step !== undefined || entry.base === undefined) return step;
      entry = this.#entries.get(entry.base);
    }
    return undefined;
  }

  #next(): number {
    this.#order += 1;
    return this.#order;
  }
}

type About = Pick<ProvenanceStep, "property" | "item">;
