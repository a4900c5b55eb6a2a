import { isScalar, type YAMLMap } from "yaml";
import type { CutText } from "../document.js";

/**
 * The text that a key without a colon, in brackets, may belong to: `{person: Miller, Anna}` holds the key "Anna".
 * @param text the file that holds the mapping
 */
export function cutTextAt({ flow, items }: YAMLMap, key: string, text: string): CutText | undefined {
  const at = items.findIndex((item) => isScalar(item.key) && String(item.key.value) === key);
  if (flow !== true || at < 0) return undefined;
  let before = at;
  while (before >= 0 && items[before]?.value === null) before -= 1;
  let last = at;
  while (items[last + 1]?.value === null) last += 1;
  const value = items[before]?.value;
  const end = items[last]?.key;
  if (before === at || !isScalar(value) || value.type !== "PLAIN" || !isScalar(end)) return undefined;
  // Nothing between the colon and the comma is no text.
  if (value.value === null || !value.range || !end.range) return undefined;
  return { whole: text.slice(value.range[0], end.range[1]).replace(/\s+/g, " "), first: before === at - 1 };
}
