import { nearest } from "../../diagnostics/nearest.js";
import { capital, quote, show, simpleValue } from "../../source/schema-words.js";
import type { DocumentNode, Finding, FindingWords, Places } from "./constraint-finding.js";
import { indexWords } from "./constraint-words.js";
import type { CompiledConstraint, Found } from "./constraints.generated.js";

/** A value that has to be in an index. */
interface Reference {
  readonly constraint: CompiledConstraint;
  readonly at: DocumentNode;
}

/** So many keys at most are compared with one that is missing, or listed beside it. */
const mostCompared = 200;
const mostListed = 20;

/**
 * Indexes of a document (Metaschema specification, "index constraints" and "index-has-key constraints"). A name means one index in the
 * whole document, and references to it are looked up when all of it has been read.
 */
export class Indexes {
  readonly #indexes = new Map<string, Map<string, DocumentNode>>();
  readonly #references: Reference[] = [];
  readonly #findings: Finding[] = [];

  /** Enters nodes into the index that the constraint names. */
  enter(constraint: CompiledConstraint, nodes: readonly DocumentNode[]): void {
    const name = constraint.index ?? "";
    const index = this.#indexes.get(name) ?? new Map<string, DocumentNode>();
    this.#indexes.set(name, index);
    putAll(constraint, nodes, index, (at, first) => {
      this.#findings.push(repeated(constraint, "oscal-index-duplicate", at, first));
    });
  }

  /** Notes nodes whose keys have to be in the index that the constraint names: every value is a reference, such as each of several parties. */
  referred(constraint: CompiledConstraint): Found {
    const [field] = constraint.key ?? [];
    const note: Found = (container, key) => {
      this.#references.push({ constraint, at: { container, key } });
    };
    return (container, key) => {
      field?.at(container, key, container[key], note);
    };
  }

  findings(): Finding[] {
    for (const { constraint, at } of this.#references) {
      const index = this.#indexes.get(constraint.index ?? "");
      const text = String(at.container[at.key]);
      const pattern = constraint.key?.[0]?.pattern;
      const key = pattern === undefined ? text : pattern.exec(text)?.[1];
      if (key !== undefined && index?.has(key) === true) continue;
      const words = (): FindingWords => missing(constraint, at, key ?? text, index);
      this.#findings.push({ code: "oscal-index-missing-key", constraint, at, words });
    }
    return this.#findings;
  }
}

/** Finds nodes of one context that a uniqueness constraint does not let stand beside an earlier one. */
export function repetitions(
  constraint: CompiledConstraint,
  nodes: readonly DocumentNode[],
  put: (finding: Finding) => void,
): void {
  if (nodes.length < 2) return;
  putAll(constraint, nodes, new Map(), (at, first) => {
    put(repeated(constraint, "oscal-not-unique", at, first));
  });
}

/**
 * Puts nodes under their keys; those for which no field of the key has a value are left out.
 * @param index by key, where the value of the key stands: that is where people mend it
 * @param twice is called for what has the key of another
 */
function putAll(
  { key: fields = [] }: CompiledConstraint,
  nodes: readonly DocumentNode[],
  index: Map<string, DocumentNode>,
  twice: (at: DocumentNode, first: DocumentNode) => void,
): void {
  const put = (text: string, at: DocumentNode): void => {
    const first = index.get(text);
    if (first === undefined) index.set(text, at);
    else twice(at, first);
  };
  const [single] = fields;
  if (single !== undefined && fields.length === 1) {
    const found: Found = (container, key) => {
      put(String(container[key]), { container, key });
    };
    for (const { container, key } of nodes) single.at(container, key, container[key], found);
    return;
  }
  for (const node of nodes) {
    const parts = fields.map(({ at }): string | null => {
      const values: string[] = [];
      at(node.container, node.key, node.container[node.key], (container, key) => {
        values.push(String(container[key]));
      });
      return values[0] ?? null;
    });
    if (parts.some((part) => part !== null)) put(JSON.stringify(parts), node);
  }
}

function repeated(constraint: CompiledConstraint, code: string, at: DocumentNode, first: DocumentNode): Finding {
  const words = (places: Places): FindingWords => {
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
          fix: `Put what belongs together into one ${element}, or mend the ${property} of one of them.`,
          ...simpleValue(value),
        }
      : {
          message: `${taken} Each ${index.what} needs ${index.by === "id" ? "an id" : "a uuid"} of its own.`,
          fix: `Give one of them another ${property}, and mend what refers to it.`,
          ...simpleValue(value),
        };
  };
  return { code, constraint, at, others: [first], words };
}

function missing(
  constraint: CompiledConstraint,
  at: DocumentNode,
  text: string,
  index: ReadonlyMap<string, DocumentNode> | undefined,
): FindingWords {
  const { what, by, where } = indexWords[constraint.index ?? ""] ?? { what: "entry", by: "key", where: "the document" };
  // What is compared for each of many references must not grow with the document.
  const known = index !== undefined && index.size <= mostCompared ? [...index.keys()] : [];
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
