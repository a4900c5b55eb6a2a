import type { Definition } from "../codec/definition.js";

/** The definition of what a property of an object holds, or the array in it; undefined where the model has none. */
export function innerDefinition(owner: Definition | undefined, property: string): Definition | undefined {
  return owner?.byProperty.get(property)?.definition();
}

/** The datatype of the value in a property of an object, or of the values of the array in it; "" where the model has none. */
export function datatypeIn(owner: Definition | undefined, property: string): string {
  if (owner === undefined) return "";
  if (owner.text?.property === property) return owner.text.datatype;
  return (owner.flagsByName.get(property) ?? owner.byProperty.get(property))?.datatype ?? "";
}
