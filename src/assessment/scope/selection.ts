import { by } from "../../foundation/order.js";
import type { Control } from "../../oscal/model.js";
import type { ControlReference, Rule } from "../../policy/rule.js";
import { referenceOf, type ControlId } from "../control-reference.js";
import type { Assurance } from "../verdict.js";

/** A control that the profile selects. */
export interface ScopedControl {
  /** Reference with its framework, such as `iso42001:A.6.2.4`. */
  readonly reference: ControlReference;
  /** OSCAL id, such as `a.6.2.4`. */
  readonly id: ControlId;
  readonly title: string;
  /** Id of the statement part that findings point at. */
  readonly statementId: string;
}

/** The value of a parameter as rules read it: a text, a whole number or a list of texts. */
export type ParameterValue = string | number | readonly string[];

/** Typed values of the profile's parameters, as rules read them in `data.params`. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** A rule that runs, with those of its controls that the profile selects. */
export interface SelectedRule {
  readonly rule: Rule;
  /** In the order in which the rule names them. */
  readonly controls: readonly ControlReference[];
}

/** The extent of an assessment: the controls of the profile, the rules that speak for them, the parameters that set their limits. */
export interface Scope {
  readonly controls: readonly ScopedControl[];
  readonly rules: readonly SelectedRule[];
  readonly parameters: ParameterValues;
  readonly minimumAssurance: Assurance;
}

/** A control of a catalog with the reference by which rules name it. */
export function scopedControl(control: Control): ScopedControl {
  const statement = control.parts?.find((part) => part.name === "statement");
  return {
    reference: referenceOf(control),
    id: control.id,
    title: control.title,
    statementId: statement?.id ?? "",
  };
}

/** Selects the rules that speak for at least one control; sorted by id. */
export function selectRules(rules: readonly Rule[], controls: readonly ScopedControl[]): SelectedRule[] {
  const references = new Set(controls.map((control) => control.reference));
  return rules
    .map((rule) => ({ rule, controls: rule.controls.filter((control) => references.has(control)) }))
    .filter((selected) => selected.controls.length > 0)
    .sort(by(({ rule }) => rule.id));
}
