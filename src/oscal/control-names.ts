import type { Control } from "./model/generated/types.js";
import { aimsNamespace, propertyValue } from "./properties.js";

/** A control as its catalog has it, as far as its names go. */
type NamedControl = Pick<Control, "id" | "props">;

/**
 * The names beside its id by which people and rules know a control: its label, the same with its framework before it (prop `framework` of
 * aims), and its id so.
 */
function namesBesideId({ id, props = [] }: NamedControl): string[] {
  const labels = props.filter(({ name, ns }) => name === "label" && ns === undefined).map(({ value }) => value);
  const framework = propertyValue(props, "framework", aimsNamespace);
  return framework === undefined ? labels : [...labels, ...[...labels, id].map((name) => `${framework}:${name}`)];
}

/**
 * The control with the id, or else the first that is called so otherwise, or else so in other letters.
 * @param name an id, a label, or either with its framework before it
 */
export function controlCalled<C extends NamedControl>(name: string, controls: readonly C[]): C | undefined {
  const lower = name.toLowerCase();
  return (
    controls.find(({ id }) => id === name) ??
    controls.find((each) => namesBesideId(each).includes(name)) ??
    controls.find((each) => [each.id, ...namesBesideId(each)].some((other) => other.toLowerCase() === lower))
  );
}
