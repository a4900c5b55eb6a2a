import { isObject, type JsonObject } from "../../foundation/json-value.js";
import { oscalNamespace } from "../properties.js";
import { identityOf, ruleOf } from "./array-rules.js";
import type { Step } from "./change.js";
import { titleOf, wayTo, type TreeNode } from "./tree.js";

/** Finds the title of what has a UUID. */
export type Titles = (uuid: string) => string | undefined;

/** The objects on the way to a node and the node itself, as people name them; a plain value is named by its property, not here. */
export function pathTo(node: TreeNode, titles: Titles): Step[] {
  return wayTo(node)
    .filter(({ value }) => isObject(value))
    .map((each) => stepOf(each, titles));
}

export function stepOf({ value, property, index }: TreeNode, titles: Titles): Step {
  const kind = index === undefined ? property : singular(property);
  if (!isObject(value)) return { kind, ...(typeof value === "string" ? { name: value } : {}) };
  if (index === undefined) return { kind };
  const name = nameOf(property, value, index);
  const title = titleOf(property, value) ?? referencedTitle(property, value, titles);
  return { kind, name, ...(title === undefined || title === name ? {} : { title }) };
}

function nameOf(array: string, value: JsonObject, index: number): string {
  const text = (key: string): string | undefined => {
    const found = Object.hasOwn(value, key) ? value[key] : undefined;
    return typeof found === "string" || typeof found === "number" ? String(found) : undefined;
  };
  if (array === "props") {
    const ns = text("ns");
    const further = [text("class"), text("group"), ns === oscalNamespace ? undefined : ns];
    const known = further.filter((each) => each !== undefined);
    return `${text("name") ?? ""}${known.length > 0 ? ` (${known.join(", ")})` : ""}`;
  }
  if (array === "links") return [text("rel"), text("href")].filter((each) => each !== undefined).join(" ");
  const identity = identityOf(array, value);
  if (identity?.kind === "id") return identity.value;
  const key = (ruleOf(array).key ?? []).flatMap((property) => text(property) ?? []).map(short);
  if (key.length > 0) return key.join(" ");
  return identity ? short(identity.value) : `#${String(index + 1)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Enough of a UUID to find it by; other texts as they are. */
function short(text: string): string {
  return uuid.test(text) ? text.slice(0, 8) : text;
}

function referencedTitle(array: string, value: JsonObject, titles: Titles): string | undefined {
  for (const property of ruleOf(array).key ?? []) {
    const reference = property.endsWith("-uuid") && Object.hasOwn(value, property) ? value[property] : undefined;
    const title = typeof reference === "string" ? titles(reference) : undefined;
    if (title !== undefined) return title;
  }
  return undefined;
}

/** The name of one element of an array, which is the name of the XML element. */
function singular(array: string): string {
  if (array.endsWith("ies")) return `${array.slice(0, -3)}y`;
  if (/(?:ss|sh)es$/.test(array)) return array.slice(0, -2);
  return array.endsWith("s") ? array.slice(0, -1) : array;
}
