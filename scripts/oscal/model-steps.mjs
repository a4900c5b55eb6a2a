// @ts-check
// Where steps lead in the model: to the children of a definition, and to everything with a name below it.

/**
 * @typedef {import("./constraint-nodes.mjs").Way} Way
 * @typedef {import("./model.mjs").Model} Model
 */

/** What may stand in an assembly; nothing in a field. @param {Model} model @param {string} key */
export function usesOf(model, key) {
  const items = model.assemblies[key]?.model ?? [];
  return items.flatMap((item) => ("choice" in item ? item.choice : [item]));
}

/** A field without flags is a bare value in JSON. @param {Model} model @param {"assembly" | "field" | "flag"} kind @param {string} key */
export function isBare(model, kind, key) {
  return kind === "field" && model.fields[key]?.flags === undefined;
}

/** Tables by which everything below a node of a definition is found. One serves all names that are sought below it. */
export class Descents {
  /** @param {Model} model @param {Map<string, number>} numbers of assemblies and fields */
  constructor(model, numbers) {
    this.model = model;
    this.numbers = numbers;
    /** @type {{ start: string, anew: string, names: string[] }[]} */
    this.list = [];
  }

  /**
   * @param {string} start definition of the node
   * @param {readonly string[]} names of the elements that are sought
   * @param {string} anew where this is the start, nothing is sought below a further node of that definition
   */
  from(start, names, anew) {
    const until = start === anew ? start : "";
    let descent = this.list.find((each) => each.start === start && each.anew === until);
    if (descent === undefined) {
      descent = { start, anew: until, names: [] };
      this.list.push(descent);
    }
    for (const name of names) if (!descent.names.includes(name)) descent.names.push(name);
    const known = descent.names;
    /** @type {Map<string, "assembly" | "field">} */
    const definitions = new Map();
    for (const use of [...this.reached(start)].flatMap((key) => usesOf(this.model, key))) {
      if (!names.includes(use.name)) continue;
      definitions.set(use.assembly ?? use.field ?? "", use.assembly === undefined ? "field" : "assembly");
    }
    return {
      table: this.list.indexOf(descent),
      start: this.number(start),
      mask: names.reduce((sum, name) => sum | (1 << known.indexOf(name)), 0),
      definitions,
    };
  }

  /** The tables, when all names are known: from a definition to properties behind which something sought may stand. */
  tables() {
    return this.list.map(({ start, anew, names }) => {
      const leads = this.leadingTo(this.reached(start), names);
      /** @type {Record<number, Way[]>} */
      const ways = {};
      for (const key of leads) {
        ways[this.number(key)] = usesOf(this.model, key).flatMap((use) => {
          const further = use.assembly !== undefined && leads.has(use.assembly) && use.assembly !== anew;
          return names.includes(use.name) || further ? [this.way(use, names)] : [];
        });
      }
      return ways;
    });
  }

  /** @param {import("./model.mjs").Use} use @param {readonly string[]} names @returns {Way} */
  way({ name, group, json, assembly, field = "" }, names) {
    if (json !== undefined) throw new Error(`${name}: a group that may be a single value is not understood`);
    const bare = assembly === undefined && isBare(this.model, "field", field);
    const bit = names.includes(name) ? 1 << names.indexOf(name) : 0;
    return [group ?? name, group === undefined ? 0 : 1, this.number(assembly ?? field), bit, bare ? 1 : 0];
  }

  /** The assemblies that a definition leads to, itself first. @param {string} start */
  reached(start) {
    const reached = new Set([start]);
    for (const key of reached) {
      for (const { assembly } of usesOf(this.model, key)) if (assembly !== undefined) reached.add(assembly);
    }
    return reached;
  }

  /** Those of the assemblies below which something with one of the names may stand. @param {Set<string>} reached @param {readonly string[]} names */
  leadingTo(reached, names) {
    /** @type {Set<string>} */
    const leads = new Set();
    for (let before = -1; before !== leads.size;) {
      before = leads.size;
      for (const key of reached) {
        const uses = usesOf(this.model, key);
        if (uses.some((use) => names.includes(use.name) || leads.has(use.assembly ?? ""))) leads.add(key);
      }
    }
    return leads;
  }

  /** @param {string} key */
  number(key) {
    const number = this.numbers.get(key);
    if (number === undefined) throw new Error(`${key} has no number`);
    return number;
  }
}
