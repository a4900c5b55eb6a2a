import { isObject } from "../foundation/json-value.js";
import type { Link, Property } from "./model/generated/types.js";

/** Namespace of the properties that aims adds to OSCAL documents. */
export const aimsNamespace = "https://aims-as-code.org/ns/oscal";

/** Namespace of what OSCAL itself defines; a prop or part without a namespace is in it. */
export const oscalNamespace = "http://csrc.nist.gov/ns/oscal";

/** The value of the first property of the name in the namespace; in that of OSCAL without one. */
export function propertyValue(
  props: readonly Property[] | undefined,
  name: string,
  namespace?: string,
): string | undefined {
  return props?.find((prop) => prop.name === name && prop.ns === namespace)?.value;
}

/** The values of all properties of the name in the namespace. */
export function propertyValues(props: readonly Property[] | undefined, name: string, namespace?: string): string[] {
  return (props ?? []).filter((prop) => prop.name === name && prop.ns === namespace).map(({ value }) => value);
}

/**
 * Name of aims' property that says what relative hrefs of a resource start from, where that is not the document. Its value `workspace`
 * means the folder of the assessed workspace: results are written anywhere, and have to be the same everywhere. `package` means that of
 * aims, for what ships with it.
 */
export const pathBase = "path-base" as const;

/** Whether the relative hrefs of an object start from something else than the document that holds it. */
export function hasPathBase(props: unknown): boolean {
  return (
    Array.isArray(props) &&
    (props as unknown[]).some((prop) => isObject(prop) && prop["name"] === pathBase && prop["ns"] === aimsNamespace)
  );
}

/** Whether a prop says that the object must not be pruned: `keep` with the value `always` (req-prune-keep). */
export function isKept({ props }: { readonly props?: readonly Property[] }): boolean {
  return (
    props?.some(
      ({ name, ns = oscalNamespace, value }) => name === "keep" && ns === oscalNamespace && value === "always",
    ) === true
  );
}

/**
 * The key by which two props are the same one: name, namespace and class. OSCAL gives only controls, parameters, groups and resources an
 * identity (req-id-id, req-id-uuid); which props replace one another is left open.
 */
export function propertyIdentity({ name, ns = oscalNamespace, class: kind = "" }: Property): string {
  return JSON.stringify([ns, name, kind]);
}

/** The key by which two links are the same one: target and relation. */
export function linkIdentity({ href, rel = "" }: Link): string {
  return JSON.stringify([href, rel]);
}
