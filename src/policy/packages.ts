import type { Rule } from "./rule.js";

/** Before the paths of shipped modules where they stand beside a workspace's own, which also lie in "rules/". */
export const shippedPrefix = "aims-as-code/";

/** Before the paths of the modules of a pack, wherever its folder lies. */
export function packPrefix(pack: string): string {
  return `pack:${pack}/`;
}

/** The pack that a module belongs to, by its path; undefined for those of aims and of the workspace. */
export function packOf(path: string): string | undefined {
  return /^pack:([^/]+)\//.exec(path)?.[1];
}

/** The package below which everything of a pack lies. */
export function packNamespace(pack: string): string {
  return `packs.${pack.replaceAll("-", "_")}`;
}

/** Names below `data` whose documents are known only when rules run: the parameters of the profile. */
export const hostDocuments: readonly string[] = ["params"];

/** The name below `data` of the tables that ship with aims. */
export const referenceData = "reference";

/** Whether a Rego file holds tests, by its name. */
export function isTest({ name }: { readonly name: string }): boolean {
  return name.endsWith("_test.rego");
}

/**
 * Name in the data document of an object that has `true` for the ids of rules that are compiled, but shall not be asked with the others
 * of their subject. The name is taken: data files cannot give it.
 */
export const unaskedName = "aims:unasked";

/** The data by which the entrypoints of subjects ask no rules but those that run. */
export function askingOnly(
  running: readonly Pick<Rule, "id">[],
  compiled: readonly Pick<Rule, "id">[],
): Record<string, unknown> {
  const ids = new Set(running.map(({ id }) => id));
  const others = compiled.filter(({ id }) => !ids.has(id));
  return { [unaskedName]: Object.fromEntries(others.map(({ id }) => [id, true])) };
}
