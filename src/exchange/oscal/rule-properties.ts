import type { Scope } from "../../assessment/scope.js";
import type { Property } from "../../oscal/model.js";
import { aimsNamespace } from "../../oscal/properties.js";
import type { ResolvedParameter, ResolvedProfile } from "../../oscal/resolved-profile.js";
import type { Rule, RuleId } from "../../policy/rule.js";
import { line, property } from "./shared.js";

/** Namespace of the properties of rules that compliance-trestle and Compliance-to-Policy share. */
const compassNamespace = "https://oscal-compass.github.io/compliance-trestle/schemas/oscal/cd";

/** Names of the rule sets by rule: the value of `remarks` that the properties of one rule have in common. */
type RuleSetNames = ReadonlyMap<RuleId, string>;

/** Names as trestle counts them, `rule_set_00` and on, by rule id; all have as many digits. */
export function ruleSetNames({ rules }: Pick<Scope, "rules">): RuleSetNames {
  const digits = Math.max(2, String(rules.length - 1).length);
  return new Map(rules.map(({ rule }, index) => [rule.id, `rule_set_${String(index).padStart(digits, "0")}`]));
}

/** What a rule demands, its parameters, and in aims' own namespace what others have no names for. */
export function ruleProperties(rule: Rule, names: RuleSetNames, profile: ResolvedProfile): Property[] {
  const remarks = names.get(rule.id) ?? "";
  const parameters = rule.parameters.flatMap((id) => profile.parameters.get(id) ?? []);
  return [
    compass("Rule_Id", rule.id, remarks),
    compass("Rule_Description", rule.description, remarks),
    ...parameters.flatMap((parameter, index) => parameterProperties(parameter, index, remarks)),
    property("severity", rule.severity, { remarks }),
    property("subject-kind", rule.subject, { remarks }),
    property("remediation", rule.remediation, { remarks }),
  ];
}

/**
 * The properties of one parameter, one behind the other: readers take what follows an id to be about it. The names of a second parameter
 * end in `_1`, for some readers know the names of one alone.
 */
function parameterProperties(parameter: ResolvedParameter, index: number, remarks: string): Property[] {
  const { id, declaration, original } = parameter;
  const name = (word: string): string => `Parameter_${word}${index === 0 ? "" : `_${String(index)}`}`;
  const { label, usage } = declaration;
  const defaults = original.values ?? [];
  const alternatives = alternativesOf(parameter);
  return [
    compass(name("Id"), id, remarks),
    compass(name("Description"), usage ?? label ?? id, remarks),
    ...(alternatives.length === 0 ? [] : [compass(name("Value_Alternatives"), alternatives.join(", "), remarks)]),
    ...(defaults.length === 0 ? [] : [compass(name("Value_Default"), defaults.join(", "), remarks)]),
  ];
}

/** The values that may be chosen; where any may, the one that the profile has chosen. */
function alternativesOf({ original, values }: ResolvedParameter): readonly string[] {
  const choices = (original.props ?? []).filter(({ name, ns }) => name === "choice" && ns === aimsNamespace);
  return choices.length > 0 ? choices.map(({ value }) => value) : values;
}

/** What is evaluated for a rule. @param target title of the component that has the rule */
export function checkProperties(rule: Rule, names: RuleSetNames, target: string): Property[] {
  const remarks = names.get(rule.id) ?? "";
  const subject = rule.subject === "system" ? "each AI system" : "the organization";
  const concerns = rule.concerns === undefined ? "" : ` It concerns: ${rule.concerns}`;
  return [
    compass("Rule_Id", rule.id, remarks),
    compass("Check_Id", rule.package, remarks),
    compass(
      "Check_Description",
      `Evaluates the Rego package ${rule.package} on the descriptor of ${subject}.${concerns}`,
      remarks,
    ),
    compass("Target_Component", target, remarks),
  ];
}

/** Names a rule where its control is implemented. */
export function ruleReference({ id }: Pick<Rule, "id">): Property {
  return compass("Rule_Id", id);
}

/** The short name by which Compliance-to-Policy chooses among control implementations. */
export function frameworkProperty(profile: string): Property {
  return compass("Framework_Short_Name", profile.replace(/\.[a-z]+$/i, ""));
}

function compass(name: string, value: string, remarks?: string): Property {
  return { name, ns: compassNamespace, value: line(value), ...(remarks === undefined ? {} : { remarks }) };
}
