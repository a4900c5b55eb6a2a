/** Before the paths of shipped modules where they stand beside a workspace's own, which also lie in "rules/". */
export const shippedPrefix = "aims-as-code/";

/** Names below `data` whose documents the host gives: parameters of the profile, and reference data of aims. */
export const hostDocuments: readonly string[] = ["params", "reference"];

/** Whether a Rego file holds tests, by its name. */
export function isTest({ name }: { readonly name: string }): boolean {
  return name.endsWith("_test.rego");
}
