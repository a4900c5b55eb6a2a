import { referenceOf } from "../../assessment/control-reference.js";
import type { FileName, SourceFile } from "../../diagnostics/source-file.js";
import { printable } from "../../foundation/printable.js";
import { plural } from "../../foundation/words.js";
import type { Control } from "../../oscal/model.js";
import { aimsNamespace } from "../../oscal/properties.js";
import { namedOrigin, originsText } from "./origins.js";
import type { ListedRule, ParameterTopic, ProfileTopic, RuleTopic } from "./topic.js";

/** Gives a file the name by which the reader knows it. */
export type NameOf = (file: SourceFile) => FileName;

/** A rule in a list: its id and title, and, where it does not ship with aims, its place. */
function ruleLine({ rule, place }: ListedRule, nameOf: NameOf): string {
  const at = place === undefined ? "" : `  ${nameOf(place.file)}:${String(place.line)}`;
  return `  ${rule.id}  ${rule.title}${at}`;
}

function placed({ place }: ListedRule, nameOf: NameOf): object {
  return place === undefined ? {} : { file: nameOf(place.file), line: place.line };
}

/** A rule for programs. */
export function ruleJson(topic: RuleTopic, nameOf: NameOf): object {
  const { rule, profile, selected, values } = topic;
  const { id, title, description, severity, subject, controls, remediation, parameters } = rule;
  return {
    ...{ rule: id, title, description, severity, subject, controls, remediation },
    ...(profile === undefined ? {} : { profile, selected }),
    parameters: parameters.map((each) => ({ id: each, values: values.get(each) ?? null })),
    ...placed(topic, nameOf),
  };
}

/** A rule for people. */
export function ruleText(topic: RuleTopic, nameOf: NameOf): string {
  const { rule, profile, selected, values } = topic;
  const { id, title, description, severity, subject, controls, remediation, parameters } = rule;
  const lines = [
    `${id}  ${title}`,
    "",
    ...(description === "" ? [] : [description, ""]),
    `Severity:    ${severity}`,
    `Subject:     ${subject}`,
    `Controls:    ${controls.join(", ")}`,
    `Remediation: ${remediation}`,
  ];
  const { place } = topic;
  if (place !== undefined) lines.push(`Place:       ${nameOf(place.file)}:${String(place.line)}`);
  if (profile !== undefined) {
    const runs =
      selected.length === 0
        ? "it does not run, since none of its controls is selected"
        : `it runs for ${selected.join(", ")}`;
    lines.push("", `Under ${profile}: ${runs}.`);
    for (const each of parameters) {
      const value = values.get(each);
      lines.push(`  ${each} = ${value === undefined ? "(not set)" : value.join(", ")}`);
    }
  } else if (parameters.length > 0) lines.push(`Parameters:  ${parameters.join(", ")}`);
  return text(lines);
}

/** A parameter for programs. */
export function parameterJson(topic: ParameterTopic, nameOf: NameOf): object {
  const { parameter, control, profile, selected, origins, rules } = topic;
  return {
    parameter: parameter.id,
    ...(parameter.label === undefined ? {} : { label: parameter.label }),
    ...(parameter.usage === undefined ? {} : { usage: parameter.usage }),
    control: referenceOf(control),
    profile,
    selected,
    values: parameter.values ?? [],
    types: typesOf(topic),
    origins: origins.map((each) => namedOrigin(each, nameOf)),
    rules: rules.map((each) => ({ id: each.rule.id, title: each.rule.title, ...placed(each, nameOf) })),
  };
}

/** A parameter for people: its value, who set it, and the rules that read it. */
export function parameterText(topic: ParameterTopic, nameOf: NameOf): string {
  const { parameter, control, profile, selected, origins, rules } = topic;
  const { id, label, usage, guidelines = [], values = [] } = parameter;
  const value = values.length === 0 ? "no value" : values.join(", ");
  const types = typesOf(topic);
  const lines = [
    `${id}  ${label ?? "a parameter"}`,
    "",
    ...(usage === undefined ? [] : [usage, ""]),
    ...guidelines.flatMap(({ prose }) => [prose, ""]),
    `Control: ${referenceOf(control)}  ${control.title}`,
    ...(types.length === 0 ? [] : [`Values:  ${types.join(", ")}`]),
    selected
      ? `Under ${profile}: ${value}`
      : `Under ${profile}: not there, since the control is not selected; its catalog says ${value}`,
    "",
    ...readers(topic, rules, nameOf),
    `To set it, a profile has it in modify.set-parameters: {"param-id": "${id}", "values": ["..."]}`,
    "",
  ];
  return text(lines) + originsText(origins.map((each) => namedOrigin(each, nameOf)));
}

function readers({ parameter }: ParameterTopic, rules: readonly ListedRule[], nameOf: NameOf): string[] {
  if (parameter.id === "minimum-assurance") return ["Read by aims itself, for every rule.", ""];
  if (rules.length === 0) return ["Rules: none reads it.", ""];
  return ["Rules that read it:", ...rules.map((each) => ruleLine(each, nameOf)), ""];
}

/** What its values have to be: `days`, `from 1`, or the choices. */
export function typesOf({ parameter: { props = [] } }: Pick<ParameterTopic, "parameter">): string[] {
  const own = props.filter(({ ns }) => ns === aimsNamespace);
  const of = (name: string): string[] => own.filter((prop) => prop.name === name).map(({ value }) => value);
  const choices = of("choice");
  return [
    ...of("value-type").filter((type) => type !== "choice"),
    ...(choices.length === 0 ? [] : [`one of ${choices.join(", ")}`]),
    ...of("minimum").map((limit) => `from ${limit}`),
    ...of("maximum").map((limit) => `up to ${limit}`),
  ];
}

/** A profile for programs. */
export function profileJson(topic: ProfileTopic, nameOf: NameOf): object {
  const { name, title, version, shipped, imports, controls, parameters } = topic;
  return {
    ...{ profile: name, title, version, shipped, imports },
    controls: controls.map((control) => ({ control: referenceOf(control), id: control.id, title: control.title })),
    parameters: parameters.map((each) => namedOrigin(each, nameOf)),
  };
}

/** A profile for people: what it imports and selects, and its parameters with the place that set each. */
export function profileText(topic: ProfileTopic, nameOf: NameOf): string {
  const { name, title, version, shipped, imports, controls, parameters } = topic;
  const width = Math.max(0, ...parameters.map(({ id, values = [] }) => `${id} = ${values.join(", ")}`.length));
  return text([
    `${name}  ${title}`,
    "",
    `Version: ${version}${shipped ? ", ships with aims" : ""}`,
    `Imports: ${imports.join(", ")}`,
    "",
    `${plural(controls.length, "control")}:`,
    ...controls.map((control) => `  ${namesOf(control)}  ${control.title}`),
    "",
    ...(parameters.length === 0 ? [] : ["Parameters:"]),
    ...parameters.map(({ id, values = [], steps }) => {
      const last = steps.findLast(({ action }) => action !== "imported");
      const place = last === undefined ? "" : `  ${nameOf(last.file)}:${String(last.line)}`;
      return `  ${`${id} = ${values.join(", ")}`.padEnd(width)}${place}`;
    }),
    ...(parameters.length === 0 ? [] : [""]),
    `To assess by it: aims assess --profile ${name}`,
  ]);
}

/** The reference by which rules and people name a control, and the id by which a profile does, where that is another. */
function namesOf(control: Pick<Control, "id" | "props">): string {
  const reference = referenceOf(control);
  return reference === control.id ? reference : `${reference} (${control.id})`;
}

/** Lines as a text that no file can make steer a terminal. */
export function text(lines: readonly string[]): string {
  return `${lines
    .flatMap((line) => line.split("\n"))
    .map(printable)
    .join("\n")}\n`;
}
