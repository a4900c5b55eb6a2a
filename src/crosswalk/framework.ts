import { referenceOf, type ControlId } from "../assessment/control-reference.js";
import { defined } from "../foundation/defined.js";
import type { Catalog, Control, Part } from "../oscal/model.js";
import { catalogControls } from "../oscal/resolved-profile.js";
import type { ControlReference } from "../policy/rule.js";
import type { Item } from "./mapping.js";

/** What can be met: a control, or a part of one that a mapping names by itself. */
export interface Requirement {
  /** Id of the control; of the statement, where it is a part of the control only. */
  readonly id: string;
  /** The control, itself or around it. */
  readonly control: ControlId;
  /** As people name it: `eu-ai-act:Art. 9`; of a part with its id behind it. */
  readonly reference: ControlReference;
  readonly title: string;
  /** Id of the statement that says all that it asks, where its catalog gives one. */
  readonly statement?: string;
  /** What it asks, as its catalog words it, in Markdown; undefined where the catalog says nothing. */
  readonly asks?: string;
  /** Whether it is a part of its control only. */
  readonly isPart: boolean;
}

/** A catalog, or a list that no catalog is at hand of, as the controls of one side of a mapping. */
export interface Framework {
  /** By which its references begin, such as `iso42001`; else the name of its file. */
  readonly name: string;
  readonly title: string;
  /** The catalog; where none is at hand, titles, order and what is not mapped are unknown. */
  readonly catalog?: Catalog;
  /** The requirement that an item of a pair names; undefined where the catalog has none. */
  readonly find: (item: Item) => Requirement | undefined;
  /** What its catalog has under an id; undefined for nothing, and where the catalog is unknown. */
  readonly kindOf: (id: string) => "control" | "statement" | undefined;
  /** Ids of its controls and statements; none where the catalog is unknown. */
  readonly ids: () => Iterable<string>;
  /** Controls without controls inside them, in the order of the catalog; none where it is unknown. */
  readonly leaves: readonly Requirement[];
  /** Ids of the controls around a control and inside it. */
  readonly kin: (control: ControlId) => readonly ControlId[];
  /** The place of a control in the order of the catalog. */
  readonly rank: (control: ControlId) => number;
}

/** The controls of a catalog. @param name the framework that it names, or else how it is called */
export function frameworkOf(catalog: Catalog, name: string): Framework {
  const controls = new Map<string, Control>();
  const ranks = new Map<string, number>();
  const statements = new Map<string, { readonly control: Control; readonly isPart: boolean }>();
  const around = new Map<string, string[]>();
  const leaves: Control[] = [];
  for (const { control } of catalogControls(catalog)) {
    // Of two controls with one id nobody can tell which is meant; the first is the one that others find.
    if (!controls.has(control.id)) {
      controls.set(control.id, control);
      ranks.set(control.id, ranks.size);
    }
    for (const { part, isPart } of partsOf(control)) {
      if (part.id !== undefined && !statements.has(part.id)) statements.set(part.id, { control, isPart });
    }
    if (control.controls === undefined || control.controls.length === 0) leaves.push(control);
    for (const inner of control.controls ?? []) around.set(inner.id, [control.id, ...(around.get(control.id) ?? [])]);
  }
  const inside = new Map<string, string[]>();
  for (const [id, outer] of around) for (const each of outer) inside.set(each, [...(inside.get(each) ?? []), id]);
  return {
    name,
    title: catalog.metadata.title,
    catalog,
    find: ({ id }) => {
      const control = controls.get(id);
      if (control !== undefined) return requirementOf(control);
      const statement = statements.get(id);
      if (statement === undefined) return undefined;
      return statement.isPart ? partOf(statement.control, id) : requirementOf(statement.control);
    },
    kindOf: (id) => (controls.has(id) ? "control" : statements.has(id) ? "statement" : undefined),
    ids: () => [...controls.keys(), ...statements.keys()],
    leaves: leaves.map(requirementOf),
    kin: (control) => [...(around.get(control) ?? []), ...(inside.get(control) ?? [])],
    rank: (control) => ranks.get(control) ?? ranks.size,
  };
}

/**
 * A list of controls of which no catalog is at hand: whatever a mapping names is there.
 * @param ids in the order of the mapping
 * @param titles by id, as far as the mapping has them
 */
export function unknownFramework(
  name: string,
  ids: Iterable<string>,
  titles: ReadonlyMap<string, string> = new Map(),
): Framework {
  const ranks = new Map([...new Set(ids)].map((id, rank) => [id, rank]));
  return {
    name,
    title: name,
    find: ({ id }) => ({ id, control: id, reference: `${name}:${id}`, title: titles.get(id) ?? "", isPart: false }),
    kindOf: () => undefined,
    ids: () => [],
    leaves: [],
    kin: () => [],
    rank: (control) => ranks.get(control) ?? ranks.size,
  };
}

function requirementOf(control: Control): Requirement {
  return {
    id: control.id,
    control: control.id,
    reference: referenceOf(control),
    title: control.title,
    ...wordsOf([...partsOf(control)].find(({ isPart }) => !isPart)?.part),
    isPart: false,
  };
}

function wordsOf(part: Part | undefined): Pick<Requirement, "statement" | "asks"> {
  const asks = part && proseOf(part);
  return defined({ statement: part?.id, asks: asks === "" ? undefined : asks });
}

function proseOf({ prose = "", parts = [] }: Part): string {
  return [prose, ...parts.map(proseOf)].filter((text) => text !== "").join(" ");
}

function partOf(control: Control, id: string): Requirement {
  return {
    id,
    control: control.id,
    reference: `${referenceOf(control)} (${id})`,
    title: control.title,
    ...wordsOf([...partsOf(control)].find(({ part }) => part.id === id)?.part),
    isPart: true,
  };
}

/**
 * The name of the part that says all that a control asks. NIST's catalog of the AI RMF has the outcome in an overview, and advice in the
 * statement.
 */
function wholeOf(parts: readonly Part[]): string {
  return parts.some(({ name }) => name === "overview") ? "overview" : "statement";
}

function* partsOf({ parts = [] }: Control): Generator<{ readonly part: Part; readonly isPart: boolean }> {
  const whole = wholeOf(parts);
  for (const part of parts) {
    const alone = parts.filter(({ name }) => name === part.name).length === 1;
    yield { part, isPart: !(alone && part.name === whole) };
    yield* innerParts(part);
  }
}

function* innerParts({ parts = [] }: Part): Generator<{ readonly part: Part; readonly isPart: boolean }> {
  for (const part of parts) {
    yield { part, isPart: true };
    yield* innerParts(part);
  }
}
