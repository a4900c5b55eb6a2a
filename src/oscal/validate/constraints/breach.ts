import { formatPointer, parsePointer } from "../../../source/pointer.js";
import type { OscalTold } from "../../../diagnostics/codes/oscal.js";
import { quote } from "../../../source/schema-words.js";
import type { CompiledConstraint, Container } from "./compiled-constraint.js";
import type { OscalProblem } from "../problem.js";

/** The place of a node: an object or array of the document, and a key of it. */
export interface DocumentNode {
  readonly container: Container;
  readonly key: string | number;
}

/** The places of many nodes, side by side: one object for each of thousands would cost more than the checks themselves. */
export class NodeList {
  readonly #containers: Container[] = [];
  readonly #keys: (string | number)[] = [];

  get length(): number {
    return this.#keys.length;
  }

  add(container: Container, key: string | number): void {
    this.#containers.push(container);
    this.#keys.push(key);
  }

  forEach(visit: (container: Container, key: string | number, index: number) => void): void {
    for (let index = 0; index < this.#containers.length; index += 1) {
      visit(this.#containers[index] ?? {}, this.#keys[index] ?? "", index);
    }
  }

  /** @param index below the length */
  at(index: number): DocumentNode {
    return { container: this.#containers[index] ?? {}, key: this.#keys[index] ?? "" };
  }
}

/** Codes of what constraints find. */
export type ConstraintCode = keyof OscalTold;

/** A constraint that a node breaks. Its words are made when all breaches are known and pointers with them. */
export interface Breach {
  readonly code: ConstraintCode;
  readonly constraint: CompiledConstraint;
  readonly at: DocumentNode;
  /** Other nodes that the words name. */
  readonly others?: readonly DocumentNode[];
  readonly words: (places: Places) => BreachWords;
}

/** The words about the node of a breach. */
export type BreachWords = Pick<OscalProblem, "message" | "fix" | "value" | "allowed" | "suggestion">;

/** The objects and arrays that hold the nodes of breaches. */
export function containersOf(breaches: readonly Breach[]): Set<object> {
  const containers = new Set<object>();
  for (const { at, others = [] } of breaches) {
    containers.add(at.container);
    for (const { container } of others) containers.add(container);
  }
  return containers;
}

/** Where the nodes of breaches stand, and what people call them. */
export class Places {
  readonly #pointers: ReadonlyMap<object, string>;
  readonly #names: Readonly<Record<string, string>>;

  /**
   * @param pointers to the objects and arrays of the nodes that will be asked for
   * @param names of an entry by the property of its array
   */
  constructor(pointers: ReadonlyMap<object, string>, names: Readonly<Record<string, string>>) {
    this.#pointers = pointers;
    this.#names = names;
  }

  /** JSON pointer (RFC 6901) to a node. */
  pointer({ container, key }: DocumentNode): string {
    return `${this.#pointers.get(container) ?? ""}${formatPointer([key])}`;
  }

  /** An object by its name and what tells it from others: `control "ac-1"`; `the metadata` where there is one only. */
  thing(node: DocumentNode): string {
    return this.#thing(this.pointer(node), node.container[node.key]);
  }

  /** The object that holds a value, as `thing` names it. Its distinguishing mark is not the value itself. */
  owner({ container, key }: DocumentNode): string {
    return this.#thing(this.#pointers.get(container) ?? "", container, container[key]);
  }

  /** The property under which the list stands that a node is an entry of. */
  list({ container }: DocumentNode): string {
    return parsePointer(this.#pointers.get(container) ?? "").at(-1) ?? "";
  }

  /** Name of the XML element that an object is, or the one that holds a value: `control`. */
  element({ container, key }: DocumentNode): string {
    const isObject = typeof container[key] === "object";
    return this.#element(isObject ? this.pointer({ container, key }) : (this.#pointers.get(container) ?? ""));
  }

  #element(pointer: string): string {
    const name = parsePointer(pointer).findLast((segment) => !/^\d+$/.test(segment)) ?? "document";
    return Object.hasOwn(this.#names, name) ? (this.#names[name] ?? name) : name;
  }

  #thing(pointer: string, value: unknown, notBy?: unknown): string {
    const element = this.#element(pointer);
    if (isContainer(value)) {
      for (const property of telling) {
        const told = Object.hasOwn(value, property) ? value[property] : undefined;
        if (typeof told === "string" && told !== "" && told !== notBy) return `${element} ${quote(told)}`;
      }
    }
    return `${/\/\d+$/.test(pointer) ? "this" : "the"} ${element}`;
  }
}

/** Flags and fields by which people tell things of one kind apart, the best first. */
const telling = [
  ...["id", "role-id", "control-id", "statement-id", "param-id", "name", "title", "href", "by-id"],
  ...["component-uuid", "subject-uuid", "uuid"],
] as const;

function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}
