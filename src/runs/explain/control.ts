import { referenceOf } from "../../assessment/control-reference.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { controlFacts } from "../../oscal/control-facts.js";
import { catalogOf, type Catalog, type Control } from "../../oscal/model.js";
import { controlCalled } from "../../oscal/control-names.js";
import { originsOf } from "../../oscal/origins.js";
import { catalogControls } from "../../oscal/resolved-profile.js";
import type { ControlTopic, ParameterTopic } from "../../report/explanation.js";
import type { Context } from "./context.js";

/** The control of the profile with the id, label or reference. */
export function controlTopic(topic: string, { controls, loaded, profile, rules }: Context): ControlTopic | undefined {
  const control = controlCalled(topic, controls);
  if (control === undefined || loaded === undefined) return undefined;
  const [origin] = originsOf(loaded.resolution, control.id);
  if (origin === undefined) throw new Error(`The control ${control.id} has no origin.`);
  return {
    kind: "control",
    control,
    profile,
    facts: controlFacts(control),
    origin,
    rules: rules.filter(({ rule }) => rule.controls.includes(referenceOf(control))),
  };
}

/** A control of a catalog that was read, with the catalog's file. */
export function unselectedControl(
  topic: string,
  { loaded }: Context,
): { readonly control: Control; readonly file: SourceFile } | undefined {
  for (const { document } of loaded?.resolution.documents ?? []) {
    const catalog = catalogOf(document);
    const control = catalog && controlCalled(topic, controlsOf(catalog));
    if (control) return { control, file: document.file };
  }
  return undefined;
}

/** The parameter with the id, as rules read it (`data.params["..."]`) or OSCAL has it, of a control that is selected or is not. */
export function parameterTopic(topic: string, context: Context): ParameterTopic | undefined {
  const { controls, loaded, profile, rules } = context;
  if (loaded === undefined) return undefined;
  const id = /^(?:data\.)?params(?:\.|\[")(.+?)(?:"\])?$/.exec(topic)?.[1] ?? topic;
  const all = loaded.resolution.documents.flatMap(({ document }) => {
    const catalog = catalogOf(document);
    return catalog ? controlsOf(catalog) : [];
  });
  const selected = owned(controls, id);
  const found = selected ?? owned(all, id);
  if (found === undefined) return undefined;
  return {
    kind: "parameter",
    ...found,
    profile,
    selected: selected !== undefined,
    origins: originsOf(loaded.resolution, id),
    rules: rules.filter(({ rule }) => rule.parameters.includes(id)),
  };
}

function owned(controls: readonly Control[], id: string): Pick<ParameterTopic, "parameter" | "control"> | undefined {
  for (const control of controls) {
    const parameter = control.params?.find((each) => each.id === id);
    if (parameter) return { parameter, control };
  }
  return undefined;
}

function controlsOf(catalog: Catalog): Control[] {
  return [...catalogControls(catalog)].map(({ control }) => control);
}
