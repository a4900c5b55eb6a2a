/** Nodes of a document in XML and in JSON side by side, paired by the model: what an expression selects can be compared. */
import { Document, type Element, type Node } from "slimdom";
import { projectPath, readJson } from "../../support/project.js";

export interface ModelConstraint {
  readonly kind: string;
  readonly id?: string;
  readonly level?: string;
  readonly target?: string;
  readonly values?: readonly string[];
  readonly test?: string;
  readonly index?: string;
  readonly key?: readonly { readonly target: string; readonly pattern?: string }[];
}
export interface ModelDefinition {
  readonly name: string;
  readonly type?: string;
  readonly valueKey?: string;
  readonly flags?: readonly { readonly flag: string; readonly name: string }[];
  readonly model?: readonly (ModelUse | { readonly choice: readonly ModelUse[] })[];
  readonly constraints?: readonly ModelConstraint[];
}
export interface ModelUse {
  readonly name: string;
  readonly assembly?: string;
  readonly field?: string;
  readonly group?: string;
  readonly xml?: string;
}
interface Model {
  readonly namespace: string;
  readonly roots: Readonly<Record<string, string>>;
  readonly datatypes: Readonly<Record<string, { readonly type: string }>>;
  readonly flags: Readonly<Record<string, ModelDefinition>>;
  readonly fields: Readonly<Record<string, ModelDefinition>>;
  readonly assemblies: Readonly<Record<string, ModelDefinition>>;
}

export const model = readJson(projectPath("src/oscal/model/generated/oscal-1.2.2.json")) as unknown as Model;

export type Container = Readonly<Record<string | number, unknown>>;

/** A node in both: an element or attribute, and the place in JSON. */
export interface PairedNode {
  readonly xml: Node;
  readonly container: Container;
  readonly key: string | number;
  readonly definition: ModelDefinition;
}

/** Nodes by the key of their definition (of flags with @ before it), by XML node, and by the place in JSON. */
export interface PairedNodes {
  readonly byDefinition: ReadonlyMap<string, readonly PairedNode[]>;
  readonly byNode: ReadonlyMap<Node, PairedNode>;
  at(container: Container, key: string | number): PairedNode | undefined;
}

export function usesOf(definition: ModelDefinition): readonly ModelUse[] {
  return (definition.model ?? []).flatMap((item) => ("choice" in item ? item.choice : [item]));
}

/** Of an assembly or field. */
export function definitionOf(use: ModelUse): ModelDefinition {
  const definition = model.assemblies[use.assembly ?? ""] ?? model.fields[use.field ?? ""];
  if (definition === undefined) throw new Error(`Nothing is called ${use.name}`);
  return definition;
}

/** Pairs an element with the JSON that is meant to be the same. Elements follow the order of the arrays, name by name. */
export function pairNodes(
  element: Element,
  container: Container,
  key: string | number,
  definition: string,
): PairedNodes {
  const byDefinition = new Map<string, PairedNode[]>();
  const byNode = new Map<Node, PairedNode>();
  const byPlace = new Map<Container, Map<string | number, PairedNode>>();
  const add = (name: string, node: PairedNode): void => {
    const list = byDefinition.get(name) ?? [];
    list.push(node);
    byDefinition.set(name, list);
    byNode.set(node.xml, node);
    const keys = byPlace.get(node.container) ?? new Map<string | number, PairedNode>();
    byPlace.set(node.container, keys.set(node.key, node));
  };
  const visit = (xml: Element, owner: Container, at: string | number, name: string): void => {
    const own = model.assemblies[name] ?? model.fields[name];
    if (own === undefined) throw new Error(`Nothing is called ${name}`);
    add(name, { xml, container: owner, key: at, definition: own });
    const value = owner[at];
    if (typeof value !== "object" || value === null) return;
    const content = value as Container;
    for (const { flag, name: flagName } of own.flags ?? []) {
      const attribute = xml.getAttributeNode(flagName);
      if ((attribute === null) !== (content[flagName] === undefined)) throw new Error(`${name}: ${flagName} is in one`);
      if (attribute === null) continue;
      if (attribute.value.trim() !== String(content[flagName])) throw new Error(`${name}: ${flagName} differs`);
      add(`@${flag}`, { xml: attribute, container: content, key: flagName, definition: model.flags[flag] ?? own });
    }
    for (const use of usesOf(own)) {
      const found = elementsOf(xml, use);
      const member = content[use.group ?? use.name];
      const entries = Array.isArray(member) ? member.length : member === undefined ? 0 : 1;
      if (use.name === "prose" && found.length === 0) continue; // its blocks stand among the siblings
      if (found.length !== entries) throw new Error(`${name}: ${use.name} ${String(found.length)} ${String(entries)}`);
      for (const [index, child] of found.entries()) {
        const inArray = Array.isArray(member);
        const place = inArray ? (member as unknown as Container) : content;
        visit(child, place, inArray ? index : use.name, use.assembly ?? use.field ?? "");
      }
    }
  };
  visit(element, container, key, definition);
  return { byDefinition, byNode, at: (owner, at) => byPlace.get(owner)?.get(at) };
}

function elementsOf(xml: Element, use: ModelUse): Element[] {
  const direct = xml.children.filter(({ localName }) => localName === (use.xml === "GROUPED" ? use.group : use.name));
  return use.xml === "GROUPED" ? direct.flatMap(({ children }) => children) : direct;
}

/** Writes JSON of a definition as a document of its own, with plain text for markup. */
export function toElement(value: unknown, definition: ModelDefinition, name: string): Element {
  const document = new Document();
  const write = (content: unknown, own: ModelDefinition, elementName: string): Element => {
    const element = document.createElementNS(model.namespace, elementName);
    if (typeof content !== "object" || content === null) {
      element.append(String(content));
      return element;
    }
    const owner = content as Container;
    for (const flag of own.flags ?? []) {
      if (owner[flag.name] !== undefined) element.setAttribute(flag.name, String(owner[flag.name]));
    }
    if (own.valueKey !== undefined) element.append(String(owner[own.valueKey]));
    for (const use of usesOf(own)) {
      const member = owner[use.group ?? use.name];
      const entries: unknown[] = Array.isArray(member) ? member : member === undefined ? [] : [member];
      const children = entries.map((entry) => write(entry, definitionOf(use), use.name));
      if (use.xml === "GROUPED" && children.length > 0) {
        const wrapper = document.createElementNS(model.namespace, use.group ?? "");
        wrapper.append(...children);
        element.append(wrapper);
      } else element.append(...children);
    }
    return element;
  };
  const root = write(value, definition, name);
  document.append(root);
  return root;
}
