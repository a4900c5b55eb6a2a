import { isChoice } from "./definition.js";
import { codecTables } from "./generated/codec-tables.js";
import { markupContents } from "./markup-content.js";
import type { UseRow } from "./tables.js";

/**
 * Names of the elements that hold elements only wherever the model has them: texts in them are layout, or an error.
 * Of an element of such a name that stands where the model has none, nothing is read.
 */
export function elementOnlyNames(): ReadonlySet<string> {
  const names = new Set(Object.keys(codecTables.roots));
  const others = new Set(markupContents.keys());
  const add = ([element, content, group, form]: UseRow): void => {
    const holdsText = typeof content === "string" || codecTables.definitions[content]?.text !== undefined;
    if (form === "grouped" && typeof group === "string") names.add(group);
    (holdsText ? others : names).add(element);
  };
  for (const { model = [] } of codecTables.definitions) {
    for (const item of model) {
      if (isChoice(item)) item.forEach(add);
      else add(item);
    }
  }
  for (const other of others) names.delete(other);
  return names;
}
