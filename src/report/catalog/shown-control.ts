import { referenceOf } from "../../assessment/control-reference.js";
import type { FileName, SourceFile } from "../../diagnostics/source-file.js";
import type { ControlFacts } from "../../oscal/control-facts.js";
import type { Control } from "../../oscal/model.js";
import { explainedRule, type ExplainedRule } from "../explanation/control.js";
import { typesOf, type NameOf } from "../explanation/facts.js";
import type { ListedRule } from "../explanation/topic.js";

/** A control of a catalog, with the facts about it; files have no names yet. */
export interface CatalogControl {
  readonly catalog: { readonly name: string; readonly title: string };
  readonly control: Control;
  /** With the values of parameters in the texts, and texts of overlays in place of the catalog's. */
  readonly facts: ControlFacts;
  /** The overlays that texts come from. */
  readonly overlaid: { readonly statement?: SourceFile; readonly guidance?: SourceFile };
  /** Controls that it links as related, in the order of the links. */
  readonly related: readonly RelatedControl[];
  /** Rules that speak for it. */
  readonly rules: readonly ListedRule[];
}

/** A control that another one links. */
export interface RelatedControl {
  /** Its reference, or the link's target where that is not in the catalog. */
  readonly control: string;
  readonly title?: string;
}

/** Controls as they are shown, and how a reader calls files. */
export interface CatalogControls {
  readonly controls: readonly CatalogControl[];
  readonly nameOf: NameOf;
}

/** A control of a catalog as it is printed, the same for programs and people. */
export interface ShownControl extends ControlFacts {
  readonly catalog: string;
  readonly control: string;
  readonly id: string;
  readonly title: string;
  /** The overlays that texts come from; left out where all are the catalog's own. */
  readonly overlay?: { readonly statement?: FileName; readonly guidance?: FileName };
  readonly parameters: readonly ShownParameter[];
  readonly related: readonly RelatedControl[];
  readonly rules: readonly ExplainedRule[];
}

/** A parameter of a control. */
export interface ShownParameter {
  readonly id: string;
  readonly label?: string;
  readonly values: readonly string[];
  /** What its values have to be: `days`, `from 1`, or the choices. */
  readonly types: readonly string[];
}

/** The control as it is printed. */
export function shownControl(known: CatalogControl, nameOf: NameOf): ShownControl {
  const { catalog, control, facts, overlaid, related, rules } = known;
  const overlay = {
    ...(overlaid.statement === undefined ? {} : { statement: nameOf(overlaid.statement) }),
    ...(overlaid.guidance === undefined ? {} : { guidance: nameOf(overlaid.guidance) }),
  };
  return {
    ...{ catalog: catalog.name, control: referenceOf(control), id: control.id, title: control.title },
    ...facts,
    ...(Object.keys(overlay).length === 0 ? {} : { overlay }),
    parameters: (control.params ?? []).map((parameter) => ({
      id: parameter.id,
      ...(parameter.label === undefined ? {} : { label: parameter.label }),
      values: parameter.values ?? [],
      types: typesOf({ parameter }),
    })),
    related,
    rules: rules.map((each) => explainedRule(each, nameOf)),
  };
}

/** The value of a parameter for people, and what its values have to be. */
export function valueWords({ values, types }: ShownParameter): string {
  const value = values.length === 0 ? "not set" : values.join(", ");
  return `${value}${types.length === 0 ? "" : ` (${types.join(", ")})`}`;
}

/** Short facts of a control with their headings, those that its catalog has. */
export function roleRows({
  ownerRoles,
  stages,
  organizationRoles,
}: Pick<ControlFacts, "ownerRoles" | "stages" | "organizationRoles">): (readonly [string, string])[] {
  const rows = [
    ["Owner roles", ownerRoles],
    ["Life cycle stages", stages],
    ["Organization roles", organizationRoles],
  ] as const;
  return rows.filter(([, values]) => values.length > 0).map(([heading, values]) => [heading, values.join(", ")]);
}
