import { expectation, wrongCount } from "./expectations.js";
import { NodeList, type DocumentNode, type Breach } from "./breach.js";
import { Indexes, repetitions } from "./keys.js";
import { AllowedValues, mismatch } from "./values.js";
import type { CheckedDefinition, CompiledConstraint, Container, Found, Select } from "./compiled-constraint.js";

type Key = string | number;

/** A constraint as it is checked on one document. */
interface Check {
  readonly target: Select;
  /** Gets every node that the constraint selects. */
  readonly found: Found;
  /** Called for every context when its nodes have been found. */
  readonly after: ((container: Container, key: string | number) => void) | undefined;
}

/** The constraints that one document has met so far, and what they have found. */
export class ConstraintChecks {
  readonly #checks: (readonly Check[] | undefined)[] = [];
  readonly #values = new AllowedValues();
  readonly #indexes = new Indexes();
  readonly #breaches: Breach[] = [];

  /**
   * Checks the constraints of a definition on a node of it.
   * @param number of the definition
   * @returns whether the node is of the type that the definition asks for; if not, it is skipped: the schema reports it
   */
  visit(number: number, { bare, checks: constraints }: CheckedDefinition, container: Container, key: Key): boolean {
    const value = container[key];
    const isOfType =
      bare === 1
        ? typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        : typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isOfType || constraints === undefined) return isOfType;
    let checks = this.#checks[number];
    if (checks === undefined) {
      checks = constraints.flatMap((constraint) => (constraint.idle === 1 ? [] : [this.#check(constraint)]));
      this.#checks[number] = checks;
    }
    for (let index = 0; index < checks.length; index += 1) {
      const check = checks[index];
      if (check === undefined) continue;
      check.target(container, key, value, check.found);
      if (check.after !== undefined) check.after(container, key);
    }
    return true;
  }

  breaches(): Breach[] {
    return [...this.#breaches, ...this.#values.breaches(), ...this.#indexes.breaches()];
  }

  #check(constraint: CompiledConstraint): Check {
    const put = (breach: Breach | undefined): void => {
      if (breach !== undefined) this.#breaches.push(breach);
    };
    switch (constraint.type) {
      case "allowed-values":
        return separate(constraint, this.#values.noted(constraint));
      case "expect":
        return separate(constraint, expectation(constraint, put));
      case "matches":
        return separate(constraint, mismatch(constraint, put));
      case "index-has-key":
        return separate(constraint, this.#indexes.referred(constraint));
      case "index": {
        const enter = this.#indexes.entered(constraint);
        return constraint.once === 1
          ? collected(constraint, (nodes) => {
              nodes.forEach(enter);
            })
          : separate(constraint, enter);
      }
      case "is-unique":
        return collected(constraint, (nodes) => {
          repetitions(constraint, nodes, put);
        });
      case "has-cardinality":
        return collected(constraint, (nodes, context) => {
          put(wrongCount(constraint, context, nodes.length));
        });
    }
  }
}

/** A constraint that looks at each node by itself. */
function separate({ target }: CompiledConstraint, found: Found): Check {
  return { target, found, after: undefined };
}

/** A constraint that looks at all nodes of a context together. */
function collected(constraint: CompiledConstraint, handle: (nodes: NodeList, context: DocumentNode) => void): Check {
  let nodes = new NodeList();
  return {
    target: constraint.target,
    found: (container, key) => {
      nodes.add(container, key);
    },
    after: (container, key) => {
      handle(constraint.once === 1 && nodes.length > 1 ? distinct(nodes) : nodes, { container, key });
      if (nodes.length > 0) nodes = new NodeList();
    },
  };
}

/** The same nodes, each once, in their order. */
function distinct(nodes: NodeList): NodeList {
  const seen = new Map<Container, Set<string | number>>();
  const each = new NodeList();
  nodes.forEach((container, key) => {
    const keys = seen.get(container) ?? new Set();
    seen.set(container, keys);
    if (keys.has(key)) return;
    keys.add(key);
    each.add(container, key);
  });
  return each;
}
