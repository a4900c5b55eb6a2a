/** An object of a JSON document, whose properties may be anything. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value of a JSON document is an object, not an array and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
