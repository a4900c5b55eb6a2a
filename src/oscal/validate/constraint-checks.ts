import { expectation, wrongCount } from "./constraint-expectations.js";
import type { DocumentNode, Finding } from "./constraint-finding.js";
import { Indexes, repetitions } from "./constraint-keys.js";
import { AllowedValues, mismatch } from "./constraint-values.js";
import type { CompiledConstraint, Container, Found } from "./constraints.generated.js";

/** A constraint as it is checked on one document. */
interface Check {
  readonly constraint: CompiledConstraint;
  /** Gets every node that the constraint selects. */
  readonly found: Found;
  /** Called for every context when its nodes have been found. */
  readonly after?: (container: Container, key: string | number) => void;
}

/** The constraints that one document has met so far, and what they have found. */
export class ConstraintChecks {
  readonly #checks: (readonly Check[] | undefined)[] = [];
  readonly #values = new AllowedValues();
  readonly #indexes = new Indexes();
  readonly #findings: Finding[] = [];

  /** Checks the constraints of a definition on a node of it. @param definition number of the definition */
  run(
    definition: number,
    constraints: readonly CompiledConstraint[],
    container: Container,
    key: string | number,
    value: unknown,
  ): void {
    let checks = this.#checks[definition];
    if (checks === undefined) {
      checks = constraints.flatMap((constraint) => (constraint.idle === 1 ? [] : [this.#check(constraint)]));
      this.#checks[definition] = checks;
    }
    for (let index = 0; index < checks.length; index += 1) {
      const check = checks[index];
      if (check === undefined) continue;
      check.constraint.target(container, key, value, check.found);
      if (check.after !== undefined) check.after(container, key);
    }
  }

  findings(): Finding[] {
    return [...this.#findings, ...this.#values.findings(), ...this.#indexes.findings()];
  }

  #check(constraint: CompiledConstraint): Check {
    const put = (finding: Finding | undefined): void => {
      if (finding !== undefined) this.#findings.push(finding);
    };
    switch (constraint.type) {
      case "allowed-values":
        return { constraint, found: this.#values.noted(constraint) };
      case "expect":
        return { constraint, found: expectation(constraint, put) };
      case "matches":
        return { constraint, found: mismatch(constraint, put) };
      case "index-has-key":
        return { constraint, found: this.#indexes.referred(constraint) };
      case "index":
        return collected(constraint, (nodes) => {
          this.#indexes.enter(constraint, nodes);
        });
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

/** A constraint that looks at all nodes of a context together. */
function collected(
  constraint: CompiledConstraint,
  handle: (nodes: readonly DocumentNode[], context: DocumentNode) => void,
): Check {
  let nodes: DocumentNode[] = [];
  return {
    constraint,
    found: (container, key) => {
      nodes.push({ container, key });
    },
    after: (container, key) => {
      handle(constraint.once === 1 && nodes.length > 1 ? distinct(nodes) : nodes, { container, key });
      if (nodes.length > 0) nodes = [];
    },
  };
}

/** The same nodes, each once, in their order. */
function distinct(nodes: readonly DocumentNode[]): DocumentNode[] {
  const seen = new Map<Container, Set<string | number>>();
  return nodes.filter(({ container, key }) => {
    const keys = seen.get(container) ?? new Set();
    seen.set(container, keys);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}
