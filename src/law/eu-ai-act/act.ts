import type { Catalog, Control } from "../../oscal/model.js";
import { aimsNamespace } from "../../oscal/properties.js";
import { catalogControls } from "../../oscal/resolved-profile.js";
import { applicationTable, citationOf, type ApplicationTable, type DatedProvision } from "../application-dates.js";

/** A control of the catalog of the Act, with what it has from the controls above it. */
export interface Provision {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** Class of the control: `article`, `prohibition`, `area`, `use`. */
  readonly kind: string;
  /** Ids of the controls above it, the nearest first. */
  readonly above: readonly string[];
  readonly binds: readonly string[];
  readonly tiers: readonly string[];
  /** Its own days or those of the nearest control above it; undefined for annexes, which apply with articles. */
  readonly dated?: DatedProvision & { readonly id: string };
  /** Notes of the catalog on its own days, by case. */
  readonly remarks: readonly { readonly case: string; readonly day: string; readonly text: string }[];
}

/** The Act as its catalog has it: provisions by id, in the catalog's order. */
export interface Act {
  readonly table: ApplicationTable;
  readonly provisions: ReadonlyMap<string, Provision>;
}

/** Reads whom each provision binds, for which tiers, and from when; what a control does not say, it has from the nearest above that does. */
export function actOf(catalog: Catalog): Act {
  const table = applicationTable(catalog);
  const provisions = new Map<string, Provision>();
  const walk = (control: Control, above: readonly string[]): void => {
    const parent = above[0] === undefined ? undefined : provisions.get(above[0]);
    const { id, title } = control;
    const own = table.provisions[id];
    const dated = own === undefined ? parent?.dated : { ...own, id };
    provisions.set(id, {
      ...{ id, title, label: citationOf(control), kind: control.class ?? "", above },
      binds: inherited(control, "binds", parent?.binds),
      tiers: inherited(control, "tier", parent?.tiers),
      ...(dated === undefined ? {} : { dated }),
      remarks: remarksOf(control),
    });
    for (const below of control.controls ?? []) walk(below, [id, ...above]);
  };
  const seen = new Set<Control>();
  // Controls inside controls come along with the one above them.
  for (const { control } of catalogControls(catalog)) {
    if (!seen.has(control)) walk(control, []);
    seenWith(control, seen);
  }
  return { table, provisions };
}

function seenWith(control: Control, seen: Set<Control>): void {
  if (seen.has(control)) return;
  seen.add(control);
  for (const below of control.controls ?? []) seenWith(below, seen);
}

function inherited({ props = [] }: Control, name: string, above: readonly string[] = []): readonly string[] {
  const own = props.filter((prop) => prop.ns === aimsNamespace && prop.name === name).map(({ value }) => value);
  return own.length === 0 ? above : own;
}

function remarksOf({ props = [] }: Control): Provision["remarks"] {
  return props.flatMap(({ name, ns, class: kind = "general", value, remarks }) =>
    name === "application-date" && ns === aimsNamespace && remarks !== undefined
      ? [{ case: kind, day: value, text: remarks }]
      : [],
  );
}

/** How a provision is cited, by its id. @throws where the catalog has none of the id */
export function cited({ provisions }: Act, ...ids: readonly string[]): string[] {
  return ids.map((id) => provisionAt(provisions, id).label);
}

export function provisionAt(provisions: Act["provisions"], id: string): Provision {
  const found = provisions.get(id);
  if (found === undefined) throw new Error(`The catalog of the EU AI Act has no provision ${id}.`);
  return found;
}

/** The provisions directly below one, in the catalog's order. */
export function below({ provisions }: Act, id: string): Provision[] {
  return [...provisions.values()].filter(({ above }) => above[0] === id);
}
