/** The same properties, of which those that may be undefined may be left out instead. */
export type Defined<Properties extends object> = {
  [Key in keyof Properties as undefined extends Properties[Key] ? never : Key]: Properties[Key];
} & {
  [Key in keyof Properties as undefined extends Properties[Key] ? Key : never]?: Exclude<Properties[Key], undefined>;
};

/** An object without the properties whose value is undefined, in the same order: with exactOptionalPropertyTypes they must be left out. */
export function defined<Properties extends object>(properties: Properties): Defined<Properties> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties)) if (value !== undefined) kept[key] = value;
  return kept as Defined<Properties>;
}
