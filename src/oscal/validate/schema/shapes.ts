import { memberAt, parsePointer } from "../../../source/pointer.js";

/** By definition, by property: the definition of what stands there, or of each entry; "" for a boolean or a closed list of values. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Name of the definition of what stands at a pointer; "" where it has none.
 * @param definition of the whole document
 */
export function definitionAt(pointer: string, document: unknown, definition: string, shapes: Shapes): string {
  let current = definition;
  let value = document;
  for (const segment of parsePointer(pointer)) {
    // An entry of an array has the definition that the array's property names.
    if (!Array.isArray(value)) {
      const shape = shapes[current];
      current = (shape !== undefined && Object.hasOwn(shape, segment) ? shape[segment] : undefined) ?? "";
    }
    value = memberAt(value, segment);
  }
  return current;
}
