/** Name of a datatype, index of a shape, a closed list of values, or true for a boolean. */
export type ContentRow = string | number | readonly string[] | true;

/**
 * The content of a property. List: 1 for an array, 2 for an array or one entry without it; nothing for one value.
 * Least, 1 where it is missing, and most: bounds on the number of entries.
 */
export type PropertyRow = readonly [content: ContentRow, list?: 1 | 2, least?: number, most?: number];

/** An object that has the properties and no others. */
export interface ShapeRow {
  readonly properties: Readonly<Record<string, PropertyRow>>;
  readonly required?: readonly string[];
  /** Of each list, one property at least is there. */
  readonly anyOf?: readonly (readonly string[])[];
  /** By property: those that may not stand beside it. */
  readonly excluded?: Readonly<Record<string, readonly string[]>>;
}

/** Patterns: a text fits all of them. */
export interface DatatypeRow {
  readonly type: "string" | "integer" | "number";
  readonly minimum?: number;
  readonly patterns: readonly (readonly [source: string, flags: string])[];
}

/** The schemas of the root models, small enough to be loaded for every document. */
export interface AcceptanceTables {
  /** Index of a shape by root model. */
  readonly roots: Readonly<Record<string, number>>;
  readonly datatypes: Readonly<Record<string, DatatypeRow>>;
  readonly shapes: readonly ShapeRow[];
}
