import type { ControlReference, Rule } from "../policy/rule.js";
import type { ControlId } from "./control-reference.js";
import type { Assurance } from "./verdict.js";

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

/** Typed values of the profile's parameters, as rules read them in `data.params`. */
export type ParameterValues = Readonly<Record<string, string | number | readonly string[]>>;

/** A rule that runs, with those of its controls that the profile selects. */
export interface SelectedRule {
  readonly rule: Rule;
  /** In the order in which the rule names them. */
  readonly controls: readonly ControlReference[];
}

/** What an assessment is about: the controls of the profile, the rules that speak for them, the parameters that set their limits. */
export interface Scope {
  readonly controls: readonly ScopedControl[];
  readonly rules: readonly SelectedRule[];
  readonly parameters: ParameterValues;
  readonly minimumAssurance: Assurance;
}

/** Selects the rules that speak for at least one control; sorted by id. */
export function selectRules(rules: readonly Rule[], controls: readonly ScopedControl[]): SelectedRule[] {
  const references = new Set(controls.map((control) => control.reference));
  return rules
    .map((rule) => ({ rule, controls: rule.controls.filter((control) => references.has(control)) }))
    .filter((selected) => selected.controls.length > 0)
    .sort((a, b) => (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0));
}
