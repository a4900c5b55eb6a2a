import { canonicalOrder } from "./canonical-order.js";

/** An OSCAL document as JSON text: properties in the model's order, two blanks of indentation, a line end at the end. */
export function documentJson(document: unknown): string {
  return `${JSON.stringify(canonicalOrder(document), undefined, 2)}\n`;
}
