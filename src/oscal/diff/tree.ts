import { isObject, type JsonObject } from "../../foundation/json-value.js";
import { rootDefinition, type Definition } from "../codec/definition.js";
import { formatPointer } from "../../source/pointer.js";
import { elementsOf, identityKeyOf } from "./array-rules.js";
import type { PlacedValue } from "./change.js";
import { datatypeIn, innerDefinition } from "./types.js";

/** A value with the way to it. */
export interface TreeNode {
  readonly value: unknown;
  /** Owner of the property or array that the value stands in; undefined for the root model. */
  readonly parent: TreeNode | undefined;
  /** Name of the property, also of the array when the value is an element of one. */
  readonly property: string;
  /** Index among the elements, counted from 0; undefined for the value of a property. */
  readonly index: number | undefined;
  /** The element is written without an array around it. */
  readonly bare: boolean;
}

export function propertyNode(parent: TreeNode, property: string): TreeNode {
  const value = isObject(parent.value) ? parent.value[property] : undefined;
  return { value, parent, property, index: undefined, bare: false };
}

/** The elements of the array in a property, in order. @param owner object with the property */
export function elementNodes(owner: TreeNode, property: string, value: unknown): TreeNode[] {
  const bare = !Array.isArray(value);
  const elements = elementsOf(property, value) ?? [];
  return elements.map((element, index) => ({ value: element, parent: owner, property, index, bare }));
}

/** The element before this one in its array. */
export function siblingBefore({ parent, property, index }: TreeNode): TreeNode | undefined {
  const list = isObject(parent?.value) ? parent.value[property] : undefined;
  if (index === undefined || index === 0 || !Array.isArray(list)) return undefined;
  return { value: list[index - 1] as unknown, parent, property, index: index - 1, bare: false };
}

/** The nodes from below the root model to this one. */
export function wayTo(node: TreeNode): TreeNode[] {
  const way: TreeNode[] = [];
  for (let at = node; at.parent; at = at.parent) way.push(at);
  return way.reverse();
}

/** The model's definition of an object; undefined where the model does not know it. */
export function definitionOf({ parent, property }: TreeNode): Definition | undefined {
  return parent === undefined ? rootDefinition(property) : innerDefinition(definitionOf(parent), property);
}

/** The datatype of a value; "" where it has none. */
export function datatypeOf({ parent, property }: TreeNode): string {
  return parent === undefined ? "" : datatypeIn(definitionOf(parent), property);
}

/** @param model name of the root property, in which the tree hangs */
export function placedValue(node: TreeNode, model: string): PlacedValue {
  const segments = wayTo(node).flatMap(({ property, index, bare }) =>
    index === undefined || bare ? [property] : [property, index],
  );
  return { pointer: formatPointer([model, ...segments]), value: node.value };
}

/** Everything in one document that has an id or a UUID of its own. */
export class IdentityIndex {
  readonly #nodes = new Map<string, TreeNode | "ambiguous">();
  readonly #titles = new Map<string, string>();

  constructor(root: TreeNode) {
    const pending = [root];
    for (let node = pending.pop(); node; node = pending.pop()) {
      this.#add(node);
      for (const child of childObjects(node)) pending.push(child);
    }
  }

  #add(node: TreeNode): void {
    if (!isObject(node.value)) return;
    const identity = identityKey(node);
    if (identity !== undefined) this.#nodes.set(identity, this.#nodes.has(identity) ? "ambiguous" : node);
    const { uuid } = node.value;
    const title = titleOf(node.property, node.value);
    if (typeof uuid !== "string" || title === undefined) return;
    const key = uuid.toLowerCase();
    if (!this.#titles.has(key)) this.#titles.set(key, title);
  }

  /** The one node of the document with the same identity, in an array of the same name. */
  counterpart(node: TreeNode): TreeNode | undefined {
    const key = identityKey(node);
    const found = key === undefined ? undefined : this.#nodes.get(key);
    return found === "ambiguous" ? undefined : found;
  }

  /** Title of what has a UUID. */
  titleOf(uuid: string): string | undefined {
    return this.#titles.get(uuid.toLowerCase());
  }
}

/** The objects directly below a node: values of properties and elements of arrays. */
export function childObjects(node: TreeNode): TreeNode[] {
  const { value } = node;
  const children: TreeNode[] = [];
  if (!isObject(value)) return children;
  for (const property of Object.keys(value)) {
    const member = value[property];
    if (typeof member !== "object" || member === null) continue;
    const elements = elementsOf(property, member);
    if (!elements) children.push(propertyNode(node, property));
    else {
      const bare = !Array.isArray(member);
      for (let index = 0; index < elements.length; index += 1) {
        const element = elements[index];
        if (isObject(element)) children.push({ value: element, parent: node, property, index, bare });
      }
    }
  }
  return children;
}

function identityKey({ value, property, index }: TreeNode): string | undefined {
  if (index === undefined || !isObject(value)) return undefined;
  const key = identityKeyOf(property, value);
  return key && `${property} ${key}`;
}

/** Properties that hold the name of something in words, by the array that it stands in; `title` for all others. */
const titleProperties: Readonly<Record<string, string>> = { params: "label", parties: "name", capabilities: "name" };

/** The name that people use for an element. */
export function titleOf(array: string, value: JsonObject): string | undefined {
  const property = Object.hasOwn(titleProperties, array) ? (titleProperties[array] ?? "title") : "title";
  const title = Object.hasOwn(value, property) ? value[property] : undefined;
  return typeof title === "string" ? title : undefined;
}
