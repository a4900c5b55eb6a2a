/** Writes a JSON pointer (RFC 6901) from its unescaped segments; no segments give "", the whole document. */
export function formatPointer(segments: Iterable<string | number>): string {
  let pointer = "";
  for (const segment of segments) pointer += `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return pointer;
}

/**
 * Splits a JSON pointer (RFC 6901) into its unescaped segments.
 * @throws SyntaxError when the text is neither empty nor begins with "/", or holds a "~" that is not "~0" or "~1".
 */
export function parsePointer(pointer: string): string[] {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new SyntaxError(`A JSON pointer begins with "/": ${pointer}`);
  // Few pointers hold an escape, and verdicts take tens of thousands apart.
  if (!pointer.includes("~")) return pointer.slice(1).split("/");
  if (/~(?![01])/.test(pointer))
    throw new SyntaxError(`"~" stands for itself only as "~0" in a JSON pointer: ${pointer}`);
  return pointer
    .slice(1)
    .split("/")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The index that a segment means in an array: digits without a leading zero (RFC 6901, section 4). */
export function arrayIndex(segment: string): number | undefined {
  return /^(?:0|[1-9]\d{0,9})$/.test(segment) ? Number(segment) : undefined;
}

/** The value at the pointer, or undefined where there is none. Only elements and own properties are followed. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const segment of parsePointer(pointer)) {
    value = memberAt(value, segment);
    if (value === undefined) return undefined;
  }
  return value;
}

/** The element or own property that an unescaped segment means in a value, or undefined where there is none. */
export function memberAt(value: unknown, segment: string): unknown {
  if (Array.isArray(value)) {
    const index = arrayIndex(segment);
    return index === undefined ? undefined : (value as unknown[])[index];
  }
  return typeof value === "object" && value !== null && Object.hasOwn(value, segment)
    ? (value as Record<string, unknown>)[segment]
    : undefined;
}
