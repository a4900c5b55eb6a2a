import { nearest } from "../../../foundation/nearest.js";
import { capital, quote, show, simpleValue } from "../../../source/schema-words.js";
import {
  NodeList,
  type ConstraintCode,
  type DocumentNode,
  type Breach,
  type BreachWords,
  type Places,
} from "./breach.js";
import { indexWords } from "./words.js";
import type { CompiledConstraint, Container, Found, KeyField } from "./compiled-constraint.js";

/** The demand of a constraint on a node that it has selected: its key has to be in an index. */
interface Demand {
  readonly constraint: CompiledConstraint;
  readonly index: string;
  /** Its first group is the key. */
  readonly pattern: RegExp | undefined;
  /** Texts that name something as it is spelled: a few things are referred to by most. Filled when all has been read. */
  readonly right: Set<unknown>;
}

/** So many keys at most are compared with one that is missing, or listed beside it. */
const mostCompared = 200;
const mostListed = 20;

/**
 * Indexes of a document (Metaschema specification, "index constraints" and "index-has-key constraints"). A name means one index in the
 * whole document, and references to it are looked up when all of it has been read.
 */
export class Indexes {
  readonly #indexes = new Map<string, Index>();
  /** Nodes whose keys have to be in an index, and who says so. */
  readonly #nodes = new NodeList();
  readonly #demands: Demand[] = [];
  readonly #breaches: Breach[] = [];

  /** Enters nodes into the index that the constraint names. */
  entered(constraint: CompiledConstraint): Found {
    const name = constraint.index ?? "";
    const index = this.#indexes.get(name) ?? new Index();
    this.#indexes.set(name, index);
    return keyed(constraint, index, (at, first) => {
      this.#breaches.push(repeated(constraint, "oscal-index-duplicate", at, first));
    });
  }

  /** Notes nodes whose keys have to be in the index that the constraint names: every value is a reference, such as each of the parties. */
  referred(constraint: CompiledConstraint): Found {
    const [field] = constraint.key ?? [];
    const demand = { constraint, index: constraint.index ?? "", pattern: field?.pattern, right: new Set<unknown>() };
    return keyValues(field, (container, key) => {
      this.#nodes.add(container, key);
      this.#demands.push(demand);
    });
  }

  breaches(): Breach[] {
    this.#nodes.forEach((container, property, number) => {
      const demand = this.#demands[number];
      if (demand === undefined) return;
      const value = container[property];
      if (demand.right.has(value)) return;
      const index = this.#indexes.get(demand.index);
      const text = String(value);
      const key = demand.pattern === undefined ? text : demand.pattern.exec(text)?.[1];
      const { constraint } = demand;
      const at = { container, key: property };
      if (key !== undefined && index?.has(key) === true) {
        const spelled = index.spelling(key);
        if (spelled !== undefined && spelled !== key) this.#breaches.push(spelledOtherwise(constraint, at, spelled));
        else demand.right.add(value);
        return;
      }
      const words = (): BreachWords => missing(constraint, at, key ?? text, index);
      this.#breaches.push({ code: "oscal-index-missing-key", constraint, at, words });
    });
    return this.#breaches;
  }
}

/** Keys, and where their values stand: that is where people correct them. */
class Index {
  readonly #nodes = new Map<string, DocumentNode>();

  get size(): number {
    return this.#nodes.size;
  }

  has(key: string): boolean {
    return this.#nodes.has(folded(key));
  }

  /** The uuid of an entry as the entry spells it; undefined for keys of other kinds. */
  spelling(key: string): string | undefined {
    if (!isUuid(key)) return undefined;
    const node = this.#nodes.get(folded(key));
    return node === undefined ? undefined : String(node.container[node.key]);
  }

  keys(): string[] {
    return [...this.#nodes.keys()];
  }

  /** Puts a node under a key; gives the first that has it, where that is another. */
  put(text: string, container: Container, key: string | number): DocumentNode | undefined {
    const folds = folded(text);
    const first = this.#nodes.get(folds);
    if (first === undefined) this.#nodes.set(folds, { container, key });
    return first;
  }
}

/** Whether a key is a uuid: capitals and small letters in it mean the same (RFC 9562, section 4). */
function isUuid(key: string): boolean {
  return key.length === 36 && /^[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}$/.test(key);
}

function folded(key: string): string {
  return isUuid(key) ? key.toLowerCase() : key;
}

/** A reference that differs from what it names in capitals: other tools compare letter by letter. */
function spelledOtherwise(constraint: CompiledConstraint, at: DocumentNode, spelled: string): Breach {
  const words = (): BreachWords => {
    const value = at.container[at.key];
    return {
      message: `${show(value)} is spelled ${quote(spelled)} where it is defined. A uuid is the same in capitals, but many tools compare letter by letter.`,
      fix: `Write it as it is defined, best in small letters.`,
      ...simpleValue(value),
      suggestion: spelled,
    };
  };
  return { code: "oscal-uuid-case", constraint: { ...constraint, severity: "warning" }, at, words };
}

/** Finds nodes of one context that a uniqueness constraint does not let stand beside an earlier one. */
export function repetitions(constraint: CompiledConstraint, nodes: NodeList, put: (breach: Breach) => void): void {
  if (nodes.length < 2) return;
  const enter = keyed(constraint, new Index(), (at, first) => {
    put(repeated(constraint, "oscal-not-unique", at, first));
  });
  nodes.forEach(enter);
}

/**
 * Puts nodes under their keys; those for which no field of the key has a value are left out.
 * @param twice is called for a node that has the key of another
 */
function keyed(
  { key: fields = [] }: CompiledConstraint,
  index: Index,
  twice: (at: DocumentNode, first: DocumentNode) => void,
): Found {
  const put = (text: string, container: Container, key: string | number): void => {
    const first = index.put(text, container, key);
    if (first !== undefined) twice({ container, key }, first);
  };
  const [field] = fields;
  if (field !== undefined && fields.length === 1) {
    return keyValues(field, (owner, property) => {
      const first = index.put(String(owner[property]), owner, property);
      if (first !== undefined) twice({ container: owner, key: property }, first);
    });
  }
  return (container, key) => {
    const parts = fields.map((field): string | null => {
      const values: string[] = [];
      keyValues(field, (owner, property) => {
        values.push(folded(String(owner[property])));
      })(container, key);
      return values[0] ?? null;
    });
    if (parts.some((part) => part !== null)) put(JSON.stringify(parts), container, key);
  };
}

/** Finds the values of one field of a key, from the nodes that have the key. */
export function keyValues(field: KeyField | undefined, found: Found): Found {
  if (field === undefined) return () => undefined;
  const { flag, at } = field;
  if (flag === undefined) {
    return (container, key) => {
      at(container, key, container[key], found);
    };
  }
  // Nearly all keys are flags, and thousands of nodes have one: it is read here, without a call.
  return (container, key) => {
    const owner = container[key] as Container;
    const value = owner[flag];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") found(owner, flag);
  };
}

function repeated(constraint: CompiledConstraint, code: ConstraintCode, at: DocumentNode, first: DocumentNode): Breach {
  const words = (places: Places): BreachWords => {
    const value = at.container[at.key];
    const pointer = places.pointer(first);
    if (typeof value === "object") {
      const message = `${capital(places.thing(at))} stands here a second time; the first is at ${pointer}.`;
      return { message, fix: "Take one of the two out, or let them differ." };
    }
    const element = places.element(at);
    const property = quote(String(at.key));
    const index = constraint.index === undefined ? undefined : indexWords[constraint.index];
    const taken = `The ${String(at.key)} ${show(value)} of this ${element} is taken: the first that has it is at ${pointer}.`;
    return index === undefined
      ? {
          message: taken,
          fix: `Put what belongs together into one ${element}, or correct the ${property} of one of them.`,
          ...simpleValue(value),
        }
      : {
          message: `${taken} Each ${index.what} needs ${index.by === "id" ? "an id" : "a uuid"} of its own.`,
          fix: `Give one of them another ${property}, and correct what refers to it.`,
          ...simpleValue(value),
        };
  };
  return { code, constraint, at, others: [first], words };
}

function missing(
  constraint: CompiledConstraint,
  at: DocumentNode,
  text: string,
  index: Index | undefined,
): BreachWords {
  const { what, by, where } = indexWords[constraint.index ?? ""] ?? { what: "entry", by: "key", where: "the document" };
  // The comparisons for each of many references must not grow with the document.
  const known = index !== undefined && index.size <= mostCompared ? index.keys() : [];
  const message = `No ${what} in this document has the ${by} ${quote(text)}.`;
  const value = simpleValue(at.container[at.key]);
  const plain = text.replace(/^#/, "");
  if (plain !== text && index?.has(plain) === true) {
    // Some constraints read a whole href as the key, though what they compare it with has no "#".
    const fix = `Write ${quote(plain)}: the constraint compares the whole text with uuids, so it goes without "#".`;
    return { message, fix, ...value, suggestion: plain };
  }
  const suggestion = nearest(plain, known);
  const define = `Define it under ${where}, or name one that is there.`;
  return {
    message,
    fix: suggestion === undefined ? define : `Did you mean ${quote(suggestion)}? ${define}`,
    ...value,
    ...((index?.size ?? 0) <= mostListed ? { allowed: known } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
