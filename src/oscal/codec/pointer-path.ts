import { formatPointer } from "../../source/pointer.js";

/** The way from the root to where a conversion is; it becomes a JSON pointer only when something has to be said. */
export class PointerPath {
  readonly #segments: (string | number)[] = [];

  get length(): number {
    return this.#segments.length;
  }

  enter(segment: string | number): void {
    this.#segments.push(segment);
  }

  leave(): void {
    this.#segments.pop();
  }

  /** JSON pointer (RFC 6901) to where the conversion is, or to something in it. */
  pointer(...inside: readonly (string | number)[]): string {
    return formatPointer([...this.#segments, ...inside]);
  }
}
