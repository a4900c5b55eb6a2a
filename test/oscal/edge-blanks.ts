/**
 * A value without the blanks at the edges of lines in its texts. NIST's converter leaves one where the XML is indented; aims leaves none.
 */
export function withoutEdgeBlanks<Value>(value: Value): Value {
  return within(value) as Value;
}

function within(value: unknown): unknown {
  if (typeof value === "string") {
    const line = (each: string): string => each.trim().replace(/^(\*|\d+\.) +/, "$1 ");
    return value.split("\n").map(line).join("\n");
  }
  if (Array.isArray(value)) return value.map(within);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, within(member)]));
}
