/** Before the paths of shipped modules where they stand beside a workspace's own, which also lie in "rules/". */
export const shippedPrefix = "aims-as-code/";

/** Whether a Rego file holds tests, by its name. */
export function isTest({ name }: { readonly name: string }): boolean {
  return name.endsWith("_test.rego");
}
