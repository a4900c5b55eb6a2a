// Reads metaschema modules as plain element trees. The parser does not load entities, so the external ones
// (shared lists of allowed values) are put in place as text before it sees the module.
import { readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { SaxesParser } from "saxes";

const METASCHEMA_NAMESPACE = "http://csrc.nist.gov/ns/oscal/metaschema/1.0";

export interface Element {
  /** Local name. */
  name: string;
  /** Those without a namespace. */
  attributes: Record<string, string>;
  /** Elements of the metaschema namespace. */
  children: Element[];
  /** Character data directly inside. */
  text: string;
}

/**
 * @param path absolute path of a module
 * @returns its root element; elements of other namespaces (examples) are left out
 */
export function readModule(path: string): Element {
  const parser = new SaxesParser({ xmlns: true, fileName: path });
  const top: Element = { name: "#document", attributes: {}, children: [], text: "" };
  const open = [top];
  let foreign = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    if (foreign > 0 || tag.uri !== METASCHEMA_NAMESPACE) return void (foreign += 1);
    const element: Element = { name: tag.local, attributes: {}, children: [], text: "" };
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.uri === "") element.attributes[attribute.local] = attribute.value;
    }
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    if (foreign > 0) foreign -= 1;
    else open.pop();
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (foreign === 0 && element !== undefined) element.text += text;
  });
  parser.write(expandEntities(readFileSync(path, "utf8"), dirname(path))).close();
  const [root] = top.children;
  if (root?.name !== "METASCHEMA") throw new Error(`${path}: the root element is not METASCHEMA`);
  return root;
}

/**
 * Replaces references to external entities by the files that the DOCTYPE names, and takes the DOCTYPE out.
 * @param folder what the system identifiers are relative to
 */
function expandEntities(text: string, folder: string): string {
  const doctype = /<!DOCTYPE\s+\w+\s*\[([\s\S]*?)\]\s*>/.exec(text);
  if (doctype === null) return text;
  const entities = new Map<string, string>();
  for (const [, name = "", systemId = ""] of (doctype[1] ?? "").matchAll(
    /<!ENTITY\s+([\w.-]+)\s+SYSTEM\s+"([^"]+)"\s*>/g,
  )) {
    const path = join(folder, systemId);
    if (relative(folder, path).startsWith(`..${sep}`)) throw new Error(`Entity ${name} leaves the folder: ${systemId}`);
    entities.set(name, readFileSync(path, "utf8").replace(/^\uFEFF?<\?xml[^>]*\?>/, ""));
  }
  return text
    .replace(doctype[0], "")
    .replaceAll(/&([\w.-]+);/g, (reference, name: string) => entities.get(name) ?? reference);
}

export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

/** @returns trimmed text of the only child of that name */
export function textOf(element: Element, name: string): string | undefined {
  const [child, second] = childrenOf(element, name);
  if (second !== undefined) throw new Error(`${element.name} has more than one ${name}`);
  return child?.text.trim();
}
