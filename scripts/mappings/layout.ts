/** How a collection is laid out: a line for each pair, so that a change shows as the pairs that it concerns and the package stays small. */
export function laidOut(document: unknown): string {
  const pairs: string[] = [];
  const text = JSON.stringify(
    document,
    (key, value: unknown) =>
      key === "maps" && Array.isArray(value)
        ? value.map((pair) => `@pair ${String(pairs.push(JSON.stringify(pair)) - 1)}`)
        : value,
    2,
  );
  return `${text.replace(/"@pair (\d+)"/g, (_whole, index: string) => pairs[Number(index)] ?? "")}\n`;
}
