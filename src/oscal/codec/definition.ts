import { codecTables } from "./generated/codec-tables.js";
import { multilineContent } from "./markup-content.js";
import type { UseRow } from "./tables.js";

/** A flag: XML attribute and JSON property of one name. */
export interface Flag {
  readonly name: string;
  readonly datatype: string;
}

/** The content of a definition at one place of its order. */
export interface Use {
  /** Name of the XML element of one value. */
  readonly element: string;
  /** JSON property: of the value, or of the array of values. */
  readonly property: string;
  /** Order among the siblings in XML; the alternatives of a choice share theirs. */
  readonly position: number;
  /** Order among the siblings in JSON: no two share it. */
  readonly index: number;
  /** Whether JSON has an array of values. */
  readonly many: boolean;
  /** "bare": one value may stand in JSON without its array; "grouped": an XML element around all; "unwrapped": markup blocks among the siblings. */
  readonly form: "" | "bare" | "grouped" | "unwrapped";
  /** Of a field without flags; "" where there is a definition. */
  readonly datatype: string;
  /** Properties of the alternatives before it in the choice; none outside a choice. */
  readonly earlier: readonly string[];
  /** Of an assembly, or a field with flags. */
  definition(): Definition | undefined;
}

/** An assembly, or a field with flags, as XML and JSON have it. */
export interface Definition {
  readonly flags: readonly Flag[];
  readonly flagsByName: ReadonlyMap<string, Flag>;
  /** The value of a field and its JSON property. */
  readonly text: { readonly datatype: string; readonly property: string } | undefined;
  readonly uses: readonly Use[];
  /** By the name of the element as it stands among the siblings: of a group that is the element around it. */
  readonly byElement: ReadonlyMap<string, Use>;
  readonly byProperty: ReadonlyMap<string, Use>;
  /** All names of JSON properties in canonical order. */
  readonly properties: ReadonlySet<string>;
  /** Place in the canonical order by property. */
  readonly ranks: ReadonlyMap<string, number>;
  /** The markup whose blocks stand among the siblings. */
  readonly unwrapped: Use | undefined;
}

/** Namespace of all elements of OSCAL in XML. */
export const xmlNamespace: string = codecTables.namespace;

/** Names of the root elements, from the bottom layer of OSCAL up. */
export const rootNames: readonly string[] = Object.keys(codecTables.roots);

const definitions: (Definition | undefined)[] = [];

/** The definition of what a document with the root element holds. */
export function rootDefinition(name: string): Definition | undefined {
  return Object.hasOwn(codecTables.roots, name) ? definitionAt(codecTables.roots[name] ?? -1) : undefined;
}

/** Definitions are put together when they are first met: a document uses a part of them. */
function definitionAt(index: number): Definition {
  const known = definitions[index];
  if (known) return known;
  const row = codecTables.definitions[index];
  if (!row) throw new Error(`There is no definition ${String(index)}`);
  const flags = (row.flags ?? []).map(([name, datatype]) => ({ name, datatype }));
  const uses: Use[] = [];
  (row.model ?? []).forEach((item, position) => {
    const alternatives = isChoice(item) ? item : [item];
    for (const alternative of alternatives) uses.push(use(alternative, position, uses.length, alternatives));
  });
  const properties = [
    ...flags.map(({ name }) => name),
    ...(row.text === undefined ? [] : [row.text[1]]),
    ...uses.map(({ property }) => property),
  ];
  const unwrapped = uses.find(({ form }) => form === "unwrapped");
  const byElement = new Map<string, Use>();
  if (unwrapped) for (const block of multilineContent.elements) byElement.set(block, unwrapped);
  for (const each of uses) {
    if (each.form !== "unwrapped") byElement.set(each.form === "grouped" ? each.property : each.element, each);
  }
  const made: Definition = {
    flags,
    flagsByName: new Map(flags.map((flag) => [flag.name, flag])),
    text: row.text && { datatype: row.text[0], property: row.text[1] },
    uses,
    byElement,
    properties: new Set(properties),
    ranks: new Map(properties.map((property, rank) => [property, rank])),
    byProperty: new Map(uses.map((each) => [each.property, each])),
    unwrapped,
  };
  definitions[index] = made;
  return made;
}

function use(row: UseRow, position: number, index: number, alternatives: readonly UseRow[]): Use {
  const [element, content, group, form] = row;
  return {
    element,
    property: group ?? element,
    position,
    index,
    many: typeof group === "string",
    form: form ?? "",
    datatype: typeof content === "string" ? content : "",
    earlier: alternatives.slice(0, alternatives.indexOf(row)).map(([name, , otherGroup]) => otherGroup ?? name),
    definition: () => (typeof content === "number" ? definitionAt(content) : undefined),
  };
}

/** Whether an entry of a model is a choice among alternatives. */
export function isChoice(item: UseRow | readonly UseRow[]): item is readonly UseRow[] {
  return Array.isArray(item[0]);
}
