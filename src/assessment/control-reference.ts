import type { Branded } from "../foundation/brand.js";
import { aimsNamespace, propertyValue } from "../oscal/properties.js";
import type { Control } from "../oscal/model.js";
import type { ControlReference } from "../policy/rule.js";

/** OSCAL id of a control: a token without a colon, such as `a.6.2.4`. */
export type ControlId = Branded<string, "control id">;

/** A control as its catalog has it, as far as its names go. */
type NamedControl = Pick<Control, "id" | "props">;

/** The label that is printed for a control (prop `label`), or its id where it has none. */
export function labelOf({ id, props }: NamedControl): string {
  return propertyValue(props, "label") ?? id;
}

/** The reference by which rules and people name a control: its label with its framework before it. */
export function referenceOf(control: NamedControl): ControlReference {
  return withFramework(control, labelOf(control));
}

/** Another name of a control with its framework (prop `framework` of aims) before it; the bare name where it has none. */
export function withFramework({ props }: NamedControl, name: string): string {
  const framework = propertyValue(props, "framework", aimsNamespace);
  return framework === undefined ? name : `${framework}:${name}`;
}

/** The framework that a reference names, such as `iso42001`; undefined where it names none. */
export function frameworkOf(reference: ControlReference): string | undefined {
  const colon = reference.indexOf(":");
  return colon < 0 ? undefined : reference.slice(0, colon);
}
