import { stringify } from "yaml";
import { canonicalOrder } from "./canonical-order.js";

/**
 * An OSCAL document as YAML 1.2 text, properties in the model's order. Text that a reader of YAML 1.1 would take for something else
 * ("yes", "1.0", a date) is quoted; long texts are not folded, so that a change of a word is a change of one line.
 */
export function toYaml(document: unknown): string {
  return stringify(canonicalOrder(document), { aliasDuplicateObjects: false, compat: "yaml-1.1", lineWidth: 0 });
}
