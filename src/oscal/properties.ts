import type { Property } from "./model/generated/types.js";

/** Namespace of the properties that aims adds to OSCAL documents. */
export const aimsNamespace = "https://aims-as-code.org/ns/oscal";

/** The value of the first property of the name in the namespace; in that of OSCAL without one. */
export function propertyValue(
  props: readonly Property[] | undefined,
  name: string,
  namespace?: string,
): string | undefined {
  return props?.find((prop) => prop.name === name && prop.ns === namespace)?.value;
}
