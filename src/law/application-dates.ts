import type { Catalog, Control, Property } from "../oscal/model.js";
import { aimsNamespace } from "../oscal/properties.js";
import { catalogControls } from "../oscal/resolved-profile.js";

/** Days of application by the case for which each holds; `general` where the catalog names no case. */
export type Days = Readonly<Record<string, string>>;

/** One way to read from when a provision applies. */
export interface Reading {
  readonly days: Days;
  /** What an open reading rests on, as the catalog says it. */
  readonly because?: string;
}

/** A provision that carries days of application of its own. */
export interface DatedProvision {
  readonly label: string;
  readonly title: string;
  readonly status: string;
  /** One reading, `settled`, or the two between which the law leaves it open. */
  readonly readings: Readonly<Record<string, Reading>>;
  /** The days before they were amended; absent for what an amendment inserted. */
  readonly original?: Days;
  readonly amendedBy?: string;
  readonly insertedBy?: string;
}

const names = {
  day: "application-date",
  original: "application-date-original",
  status: "application-date-status",
} as const;

/** The provisions of a catalog that carry dates, with where they come from. */
export interface ApplicationTable {
  readonly source: string;
  /** The act, without those that amended it. */
  readonly act: string;
  readonly provisions: Readonly<Record<string, DatedProvision>>;
}

/** The provisions that carry dates of their own, by their ids. One without them has those of the provision above it. */
export function applicationTable(catalog: Catalog): ApplicationTable {
  const provisions: [string, DatedProvision][] = [];
  for (const { control } of catalogControls(catalog)) {
    const provision = provisionOf(control);
    if (provision !== undefined) provisions.push([control.id, provision]);
  }
  return {
    source: `catalog/eu-ai-act.json ${catalog.metadata.version}`,
    act: "Regulation (EU) 2024/1689",
    provisions: Object.fromEntries(provisions),
  };
}

function provisionOf(control: Control): DatedProvision | undefined {
  const own = (control.props ?? []).filter(({ ns }) => ns === aimsNamespace);
  const days = own.filter(({ name }) => name === names.day);
  if (days.length === 0) return undefined;
  const status = own.find(({ name }) => name === names.status);
  if (status === undefined) throw new Error(`${control.id} has days of application and no ${names.status}`);
  const originals = own.filter(({ name }) => name === names.original);
  const amendedBy = own.find(({ name }) => name === "amended-by")?.value;
  const insertedBy = own.find(({ name }) => name === "inserted-by")?.value;
  return {
    label: citationOf(control),
    title: control.title,
    status: status.value,
    readings: readingsOf(control.id, status, days),
    ...(originals.length === 0 ? {} : { original: byCase(control.id, originals) }),
    ...(amendedBy === undefined ? {} : { amendedBy }),
    ...(insertedBy === undefined ? {} : { insertedBy }),
  };
}

/** How a provision is cited: `Art. 9(1)`. */
export function citationOf({ id, props = [] }: Control): string {
  return props.find(({ name }) => name === "label")?.value ?? id;
}

function readingsOf(id: string, status: Property, days: readonly Property[]): Readonly<Record<string, Reading>> {
  if (status.value === "settled") return { settled: { days: byCase(id, days) } };
  const grounds = /^Letter: (?<letter>.+?) Purpose: (?<purpose>.+?) Public sources/su.exec(
    status.remarks ?? "",
  )?.groups;
  const groups = [...new Set(days.map(({ group }) => group))];
  if (status.value !== "unresolved" || groups.length !== 2) throw new Error(`${id}: no two readings, and not settled`);
  return Object.fromEntries(
    groups.map((name) => {
      const because = grounds?.[name ?? ""];
      if (name === undefined || because === undefined) throw new Error(`${id}: nothing says what a reading rests on`);
      return [
        name,
        {
          days: byCase(
            id,
            days.filter(({ group }) => group === name),
          ),
          because,
        },
      ];
    }),
  );
}

function byCase(id: string, props: readonly Property[]): Days {
  const entries = props.map(({ class: name = "general", value }) => [name, value] as const);
  const days = Object.fromEntries(entries);
  if (Object.keys(days).length !== entries.length) throw new Error(`${id}: two days of application for one case`);
  return days;
}
