import type { Holder } from "../draft.js";

/** A param, prop, link or part. */
interface Item extends Holder {
  readonly id?: string;
}

/** The objects with an id in a param, prop, link or part: the item itself and the parts inside it. */
export function* identifiedIn(item: Item): Generator<{ readonly id: string; readonly object: object }> {
  if (item.id !== undefined) yield { id: item.id, object: item };
  for (const part of item.parts ?? []) yield* identifiedIn(part);
}
