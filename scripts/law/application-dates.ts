import type { Catalog, Control, Property } from "../../src/oscal/model/generated/types.js";
import { aimsNamespace } from "../../src/oscal/properties.js";

/** Days of application by the case for which each holds; `general` where the catalog names no case. */
type Days = Readonly<Record<string, string>>;

interface Reading {
  readonly days: Days;
  /** What an open reading rests on, as the catalog says it. */
  readonly because?: string;
}

interface Provision {
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

/** The provisions that carry dates of their own, by their ids. One without them has those of the provision above it. */
export function applicationTable(catalog: Catalog): Readonly<Record<string, unknown>> {
  const provisions: [string, Provision][] = [];
  for (const control of controlsOf(catalog)) {
    const provision = provisionOf(control);
    if (provision !== undefined) provisions.push([control.id, provision]);
  }
  return {
    source: `catalog/eu-ai-act.json ${catalog.metadata.version}`,
    act: "Regulation (EU) 2024/1689",
    provisions: Object.fromEntries(provisions),
  };
}

/** Every control of a catalog, each before those below it. */
export function* controlsOf({ groups = [], controls = [] }: Pick<Catalog, "groups" | "controls">): Generator<Control> {
  for (const group of groups) yield* controlsOf(group);
  for (const control of controls) {
    yield control;
    yield* controlsOf(control);
  }
}

function provisionOf(control: Control): Provision | undefined {
  const own = (control.props ?? []).filter(({ ns }) => ns === aimsNamespace);
  const days = own.filter(({ name }) => name === names.day);
  if (days.length === 0) return undefined;
  const status = own.find(({ name }) => name === names.status);
  if (status === undefined) throw new Error(`${control.id} has days of application and no ${names.status}`);
  const originals = own.filter(({ name }) => name === names.original);
  const amendedBy = own.find(({ name }) => name === "amended-by")?.value;
  const insertedBy = own.find(({ name }) => name === "inserted-by")?.value;
  return {
    label: (control.props ?? []).find(({ name }) => name === "label")?.value ?? control.id,
    title: control.title,
    status: status.value,
    readings: readingsOf(control.id, status, days),
    ...(originals.length === 0 ? {} : { original: byCase(control.id, originals) }),
    ...(amendedBy === undefined ? {} : { amendedBy }),
    ...(insertedBy === undefined ? {} : { insertedBy }),
  };
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
