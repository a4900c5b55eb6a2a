import type { Link, Property } from "../model/generated/types.js";
import { oscalNamespace } from "./keep.js";

/**
 * What makes two props the same one: name, namespace and class. OSCAL gives only controls, parameters, groups and resources an
 * identity (req-id-id, req-id-uuid); which props replace one another is left open.
 */
export function propertyIdentity({ name, ns = oscalNamespace, class: kind = "" }: Property): string {
  return JSON.stringify([ns, name, kind]);
}

/** What makes two links the same one: where they lead and in what relation. */
export function linkIdentity({ href, rel = "" }: Link): string {
  return JSON.stringify([href, rel]);
}
