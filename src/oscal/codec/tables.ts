/** Datatype of a field without flags, or index of a definition. */
export type ContentRow = string | number;

/**
 * Where something stands in a definition. Group: JSON property of the array, or none where there is one value at most.
 * Form: "bare" may be one value without an array in JSON; "grouped" has an element with the group's name around it;
 * "unwrapped" is markup whose blocks stand among the siblings.
 */
export type UseRow = readonly [
  element: string,
  content: ContentRow,
  group?: string | null,
  form?: "bare" | "grouped" | "unwrapped",
];

/** An assembly, or a field with flags. */
export interface DefinitionRow {
  readonly flags?: readonly (readonly [name: string, datatype: string])[];
  /** Value of a field, and the JSON property that holds it. */
  readonly text?: readonly [datatype: string, property: string];
  /** In XML order; a choice is an array of its alternatives. */
  readonly model?: readonly (UseRow | readonly UseRow[])[];
}

/** The facts of the model that the conversion between XML and JSON needs. */
export interface CodecTables {
  /** Of all elements. */
  readonly namespace: string;
  /** Index of a definition by the name of the root element. */
  readonly roots: Readonly<Record<string, number>>;
  /** Type in JSON by datatype; a string where it is not listed. */
  readonly datatypes: Readonly<Record<string, "boolean" | "integer" | "number">>;
  readonly definitions: readonly DefinitionRow[];
}
