/** A builtin and its arguments as the JSON text of an array, of which the type checker knows nothing. */
export type Call = readonly [builtin: string, args: string];

/** The `input` of the expressions, which say in Rego what JSON cannot carry. */
export const callInput = {
  text: "text",
  number: 7,
  list: ["a", "b"],
  none: null,
  object: { a: 1 },
};

/** JSON text. */
export const q: (value: unknown) => string = JSON.stringify;

/** A value of which the type checker knows nothing, so that it reaches a builtin that cannot take it. */
export function untyped(json: string): string {
  return `json.unmarshal(${q(json)})`;
}
