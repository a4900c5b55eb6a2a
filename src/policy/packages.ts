/** Before the paths of shipped modules where they stand beside a workspace's own, which also lie in "rules/". */
export const shippedPrefix = "aims-as-code/";

/** Names below `data` whose documents are known only when rules run: the parameters of the profile. */
export const hostDocuments: readonly string[] = ["params"];

/** The name below `data` of the tables that ship with aims. */
export const referenceData = "reference";

/** Whether a Rego file holds tests, by its name. */
export function isTest({ name }: { readonly name: string }): boolean {
  return name.endsWith("_test.rego");
}
