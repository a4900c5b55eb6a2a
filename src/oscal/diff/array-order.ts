import { isObject } from "../../foundation/json-value.js";
import type { Definition } from "../codec/definition.js";
import { formatRank } from "../format-rank.js";
import { identityKeyOf, naturalKeyOf } from "./array-rules.js";

/** The elements of an array whose order among one another means something: all of them, or those that have a key in common. */
type Order = "all" | ((array: string, element: object, definition: Definition | undefined) => string | undefined);

/** Elements that are about the same thing: they have the id, UUID or natural key of one another. */
const aboutTheSame: Order = (array, element, definition) =>
  identityKeyOf(array, element) ?? naturalKeyOf(array, element, definition) ?? "";

/** Links that are tried one after the other; of other formats than OSCAL's none is. */
const ofOneFormat: Order = (_, element) => {
  const { href, "media-type": mediaType } = element as Readonly<Record<string, unknown>>;
  const rank = formatRank(String(href), typeof mediaType === "string" ? mediaType : undefined);
  return rank === undefined ? undefined : String(rank);
};

/** OSCAL's arrays whose order means something, by name, with what it means. All others are sets. */
const orders: ReadonlyMap<string, Order> = new Map<string, Order>([
  // Readers meet the groups, controls and parts of a document one after the other.
  ["groups", "all"],
  ["controls", "all"],
  ["parts", "all"],
  // The lines of an address, and the paragraphs of a guideline, are read in their order.
  ["addr-lines", "all"],
  ["guidelines", "all"],
  // Values fill in a text in their order, and choices are offered in it.
  ["values", "all"],
  ["choice", "all"],
  // Revisions are a history: the latest comes first.
  ["revisions", "all"],
  // Tasks and the steps of an activity are done one after the other, and the entries of a log have been.
  ["tasks", "all"],
  ["steps", "all"],
  ["entries", "all"],
  // A resolved catalog has its controls in the order of the imports, or of the insertions that arrange them.
  ["imports", "all"],
  ["insert-controls", "all"],
  // What an alteration adds may go beside what it has added before. Its removes take the same away in any order.
  ["adds", "all"],
  // Alterations of one control are carried out in their order, and so are settings of one parameter: the last one holds.
  ["alters", aboutTheSame],
  ["set-parameters", aboutTheSame],
  // Of parameters with one id the first counts, of resources with one UUID the last.
  ["params", aboutTheSame],
  ["resources", aboutTheSame],
  // Of a resource's links to one format the first that works is taken.
  ["rlinks", ofOneFormat],
]);

/**
 * A text that elements of an array have in common when their order among one another means something.
 * @param definition of the element
 * @returns undefined for an element that may stand anywhere
 */
export function orderKeyOf(array: string, element: unknown, definition: Definition | undefined): string | undefined {
  const order = orders.get(array);
  if (order === undefined) return undefined;
  if (order === "all" || !isObject(element)) return "";
  return order(array, element, definition);
}
