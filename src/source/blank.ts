/**
 * Leaves out keys without a value: a key without a value (`owner:`) says no more than a missing key.
 * Lists keep their length, so that pointers into the document stay true; an empty element stays null and fails validation.
 */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return hasBlank(value) ? value.map(withoutBlanks) : value;
  if (typeof value !== "object" || value === null || !hasBlank(value)) return value;
  const result: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member === null) continue;
    // defineProperty and not assignment: a key named __proto__ is data like any other.
    Object.defineProperty(result, key, {
      value: withoutBlanks(member),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return result;
}

function hasBlank(value: object): boolean {
  return Object.values(value).some(
    (member) => member === null || (typeof member === "object" && hasBlank(member as object)),
  );
}
