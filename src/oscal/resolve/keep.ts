import type { Property } from "../model/generated/types.js";

/** Namespace of what OSCAL itself defines; a prop or part without a namespace is in it. */
export const oscalNamespace = "http://csrc.nist.gov/ns/oscal";

/** Whether a prop says that the object must not be pruned: `keep` with the value `always` (req-prune-keep). */
export function isKept({ props }: { readonly props?: readonly Property[] }): boolean {
  return (
    props?.some(
      ({ name, ns = oscalNamespace, value }) => name === "keep" && ns === oscalNamespace && value === "always",
    ) === true
  );
}
