// @ts-check
// Reads metaschema modules as plain element trees. The parser does not load entities, so the external ones
// (shared lists of allowed values) are put in place as text before it sees the module.
import { readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { SaxesParser } from "saxes";

const METASCHEMA_NAMESPACE = "http://csrc.nist.gov/ns/oscal/metaschema/1.0";

/**
 * @typedef {object} Element
 * @property {string} name local name
 * @property {Record<string, string>} attributes those without a namespace
 * @property {Element[]} children elements of the metaschema namespace
 * @property {string} text character data directly inside
 */

/**
 * @param {string} path absolute path of a module
 * @returns {Element} its root element; elements of other namespaces (examples) are left out
 */
export function readModule(path) {
  const parser = new SaxesParser({ xmlns: true, fileName: path });
  /** @type {Element} */
  const top = { name: "#document", attributes: {}, children: [], text: "" };
  const open = [top];
  let foreign = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    if (foreign > 0 || tag.uri !== METASCHEMA_NAMESPACE) return void (foreign += 1);
    /** @type {Element} */
    const element = { name: tag.local, attributes: {}, children: [], text: "" };
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
 * @param {string} text
 * @param {string} folder what the system identifiers are relative to
 */
function expandEntities(text, folder) {
  const doctype = /<!DOCTYPE\s+\w+\s*\[([\s\S]*?)\]\s*>/.exec(text);
  if (doctype === null) return text;
  /** @type {Map<string, string>} */
  const entities = new Map();
  for (const [, name = "", systemId = ""] of (doctype[1] ?? "").matchAll(
    /<!ENTITY\s+([\w.-]+)\s+SYSTEM\s+"([^"]+)"\s*>/g,
  )) {
    const path = join(folder, systemId);
    if (relative(folder, path).startsWith(`..${sep}`)) throw new Error(`Entity ${name} leaves the folder: ${systemId}`);
    entities.set(name, readFileSync(path, "utf8").replace(/^\uFEFF?<\?xml[^>]*\?>/, ""));
  }
  return text.replace(doctype[0], "").replaceAll(/&([\w.-]+);/g, (reference, name) => entities.get(name) ?? reference);
}

/** @param {Element} element @param {string} name */
export function childrenOf(element, name) {
  return element.children.filter((child) => child.name === name);
}

/** @param {Element} element @param {string} name @returns {string | undefined} trimmed text of the only child of that name */
export function textOf(element, name) {
  const [child, second] = childrenOf(element, name);
  if (second !== undefined) throw new Error(`${element.name} has more than one ${name}`);
  return child?.text.trim();
}
