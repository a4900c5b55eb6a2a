import { defined } from "../foundation/defined.js";
import type { SystemSubject } from "../inventory/descriptors.js";
import { placeOf } from "../source/place.js";
import { parsePointer, valueAt } from "../source/pointer.js";
import type { Contradiction, Fact, Step } from "./derivation.js";

/** The descriptor of a system, read fact by fact. */
export class Facts {
  readonly #subject: SystemSubject;

  constructor(subject: SystemSubject) {
    this.#subject = subject;
  }

  /** The facts at JSON pointers into the descriptor; what is blank is left out. */
  at(...pointers: readonly string[]): Fact[] {
    const { descriptor, source } = this.#subject;
    return pointers.flatMap((pointer) => {
      const value = valueAt(descriptor, pointer);
      if (value === undefined) return [];
      const { file, line, column } = placeOf(source, pointer);
      return [{ field: fieldAt(pointer), value, file, line, column }];
    });
  }

  /** The names of those fields that are blank, or recorded as unknown. */
  blank(...pointers: readonly string[]): string[] {
    return pointers
      .filter((pointer) => {
        const value = valueAt(this.#subject.descriptor, pointer);
        return value === undefined || value === "unknown";
      })
      .map(fieldAt);
  }
}

/** A JSON pointer as the path by which people name a field: `/changes/2/on` is `changes[2].on`. */
export function fieldAt(pointer: string): string {
  return parsePointer(pointer)
    .map((segment, index) => (/^\d+$/.test(segment) ? `[${segment}]` : index === 0 ? segment : `.${segment}`))
    .join("");
}

/** Parts of a step that most steps lack. */
type Optional = "facts" | "missing" | "contradictions" | "notes";

/** A step with what it lacks left empty. */
export function stepOf(parts: Omit<Step, Optional> & Partial<Pick<Step, Optional>>): Step {
  return { facts: [], missing: [], contradictions: [], notes: [], ...defined(parts) };
}

export function contradiction(message: string, ...facts: readonly (readonly Fact[])[]): Contradiction {
  return { message, facts: facts.flat() };
}

/** A date in a sentence: `on 2026-03-14`, `in 2026-03`. */
export function dateInWords(date: string): string {
  return `${date.length === 10 ? "on" : "in"} ${date}`;
}
