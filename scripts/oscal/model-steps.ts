// Finds where steps lead in the model: to the children of a definition, and to everything with a name below it.
import type { Way } from "./constraint-nodes.js";
import type { AssemblyDefinition, FieldDefinition, FlagDefinition, Model, Use } from "./model.js";

/** A definition of any kind. */
interface AnyDefinition {
  readonly kind: "assembly" | "field" | "flag";
  readonly key: string;
  readonly definition: AssemblyDefinition | FieldDefinition | FlagDefinition;
}

/** All definitions, in the order of the model. Those of different kinds may have the same key. */
export function definitionsOf({ assemblies, fields, flags }: Model): AnyDefinition[] {
  return [
    ...Object.entries(assemblies).map(([key, definition]) => ({ kind: "assembly" as const, key, definition })),
    ...Object.entries(fields).map(([key, definition]) => ({ kind: "field" as const, key, definition })),
    ...Object.entries(flags).map(([key, definition]) => ({ kind: "flag" as const, key, definition })),
  ];
}

/** The uses of definitions in an assembly; none in a field. */
export function usesOf(model: Model, key: string): Use[] {
  const items = model.assemblies[key]?.model ?? [];
  return items.flatMap((item) => ("choice" in item ? item.choice : [item]));
}

/** A field without flags is a bare value in JSON. */
export function isBare(model: Model, kind: "assembly" | "field" | "flag", key: string): boolean {
  return kind === "field" && model.fields[key]?.flags === undefined;
}

/** The search of a descendant step: in which table, from which number of a definition, by which bits, and the definitions it leads to. */
interface Descent {
  readonly table: number;
  readonly start: number;
  readonly mask: number;
  readonly definitions: ReadonlyMap<string, "assembly" | "field">;
}

/** Tables by which everything below a node of a definition is found. One serves all names that are sought below it. */
export class Descents {
  readonly #model: Model;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #list: { readonly start: string; readonly anew: string; readonly names: string[] }[] = [];

  /** @param numbers of assemblies and fields */
  constructor(model: Model, numbers: ReadonlyMap<string, number>) {
    this.#model = model;
    this.#numbers = numbers;
  }

  /**
   * @param start definition of the node
   * @param names of the elements that are sought
   * @param anew where this is the start, nothing is sought below a further node of that definition
   */
  from(start: string, names: readonly string[], anew: string): Descent {
    const until = start === anew ? start : "";
    let descent = this.#list.find((each) => each.start === start && each.anew === until);
    if (descent === undefined) {
      descent = { start, anew: until, names: [] };
      this.#list.push(descent);
    }
    for (const name of names) if (!descent.names.includes(name)) descent.names.push(name);
    const known = descent.names;
    const definitions = new Map<string, "assembly" | "field">();
    for (const use of [...this.reached(start)].flatMap((key) => usesOf(this.#model, key))) {
      if (!names.includes(use.name)) continue;
      definitions.set(use.assembly ?? use.field ?? "", use.assembly === undefined ? "field" : "assembly");
    }
    return {
      table: this.#list.indexOf(descent),
      start: this.number(start),
      mask: names.reduce((sum, name) => sum | (1 << known.indexOf(name)), 0),
      definitions,
    };
  }

  /** The tables, when all names are known: from a definition to properties behind which something sought may stand. */
  tables(): Record<number, Way[]>[] {
    return this.#list.map(({ start, anew, names }) => {
      const leads = this.leadingTo(this.reached(start), names);
      const ways: Record<number, Way[]> = {};
      for (const key of leads) {
        ways[this.number(key)] = usesOf(this.#model, key).flatMap((use) => {
          const further = use.assembly !== undefined && leads.has(use.assembly) && use.assembly !== anew;
          return names.includes(use.name) || further ? [this.way(use, names)] : [];
        });
      }
      return ways;
    });
  }

  way({ name, group, json, assembly, field = "" }: Use, names: readonly string[]): Way {
    if (json !== undefined) throw new Error(`${name}: a group that may be a single value is not understood`);
    const bare = assembly === undefined && isBare(this.#model, "field", field);
    const bit = names.includes(name) ? 1 << names.indexOf(name) : 0;
    return [group ?? name, group === undefined ? 0 : 1, this.number(assembly ?? field), bit, bare ? 1 : 0];
  }

  /** The assemblies that a definition leads to, itself first. */
  reached(start: string): Set<string> {
    const reached = new Set([start]);
    for (const key of reached) {
      for (const { assembly } of usesOf(this.#model, key)) if (assembly !== undefined) reached.add(assembly);
    }
    return reached;
  }

  /** Those of the assemblies below which something with one of the names may stand. */
  leadingTo(reached: ReadonlySet<string>, names: readonly string[]): Set<string> {
    const leads = new Set<string>();
    for (let before = -1; before !== leads.size;) {
      before = leads.size;
      for (const key of reached) {
        const uses = usesOf(this.#model, key);
        if (uses.some((use) => names.includes(use.name) || leads.has(use.assembly ?? ""))) leads.add(key);
      }
    }
    return leads;
  }

  number(key: string): number {
    const number = this.#numbers.get(key);
    if (number === undefined) throw new Error(`${key} has no number`);
    return number;
  }
}
