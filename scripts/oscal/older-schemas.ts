// The schemas of older versions of OSCAL, as far as they are at hand: which members an object has there, and which it has to have.
import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";

/** An object of an older version. */
export interface OlderObject {
  /** Undefined where the version has no such member. */
  member: (wanted: WantedMember) => OlderMember | undefined;
}

export interface OlderMember {
  required: boolean;
  /** Patterns of its text, or of those of its entries; undefined where the schema does not tell them in the form of JSON Schema. */
  patterns?: string[];
  /** The objects that stand there. */
  objects: OlderObject[];
}

/** A member by its names. */
export interface WantedMember {
  json: string;
  xml: string;
  isFlag: boolean;
}

interface JsonSchema {
  $id?: string;
  $ref?: string;
  definitions?: Record<string, JsonSchema>;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  pattern?: string;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

/** @returns the object around the root property of a document, as a JSON schema of NIST has it */
export function fromJsonSchema(path: string): OlderObject {
  const root = JSON.parse(readFileSync(path, "utf8")) as JsonSchema;
  const byId = new Map(
    Object.entries(root.definitions ?? {}).flatMap(([name, each]) => [
      [`#/definitions/${name}`, each],
      [each.$id ?? "", each],
    ]),
  );
  /** A schema with all that it refers to or offers as an alternative. */
  const views = (schema: JsonSchema): JsonSchema[] => {
    const target = schema.$ref === undefined ? undefined : byId.get(schema.$ref);
    const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
    return [schema, ...(target === undefined ? [] : views(target)), ...parts.flatMap(views)];
  };
  const objects = new Map<JsonSchema, OlderObject>();
  const objectOf = (schema: JsonSchema): OlderObject => {
    const known = objects.get(schema);
    if (known !== undefined) return known;
    const made: OlderObject = {
      member: ({ json }) => {
        const all = views(schema);
        const here = all.flatMap(({ properties }) => properties?.[json] ?? []).flatMap(views);
        if (here.length === 0) return undefined;
        const entries = here.flatMap(({ items }) => (items === undefined ? [] : views(items)));
        const values = entries.length > 0 ? entries : here;
        return {
          required: all.some(({ required }) => required?.includes(json)),
          patterns: values.flatMap(({ pattern }) => pattern ?? []),
          objects: values.filter(({ properties }) => properties !== undefined).map(objectOf),
        };
      },
    };
    objects.set(schema, made);
    return made;
  };
  return objectOf(root);
}

interface XsdNode {
  name: string;
  attributes: Record<string, string>;
  children: XsdNode[];
}

/** @returns the object around the root element of a document, as an XML schema of NIST has it */
export function fromXsd(path: string): OlderObject {
  const root = readXsd(path);
  const types = new Map(
    root.children.flatMap((each) => (each.name === "complexType" ? [[each.attributes["name"], each]] : [])),
  );
  const typeOf = (declared: XsdNode): XsdNode | undefined =>
    types.get(declared.attributes["type"]) ?? declared.children.find(({ name }) => name === "complexType");
  const objects = new Map<XsdNode, OlderObject>();
  const objectOf = (type: XsdNode): OlderObject => {
    const known = objects.get(type);
    if (known !== undefined) return known;
    const made: OlderObject = {
      member: ({ json, xml, isFlag }) => {
        const wanted = isFlag ? "attribute" : "element";
        const find = (name: string): Declared | undefined =>
          declaredIn(type, wanted).find(({ node }) => node.attributes["name"] === name);
        const found = find(xml);
        if (found === undefined) {
          // The elements of a group may stand in one of the group's name.
          const group = find(json);
          const around = group === undefined ? undefined : typeOf(group.node);
          const inside = around && objectOf(around).member({ json, xml, isFlag });
          return inside && { ...inside, required: group?.required === true };
        }
        const below = typeOf(found.node);
        return { required: found.required, objects: below === undefined ? [] : [objectOf(below)] };
      },
    };
    objects.set(type, made);
    return made;
  };
  return objectOf({
    name: "complexType",
    attributes: {},
    children: root.children.filter(({ name }) => name === "element"),
  });
}

interface Declared {
  node: XsdNode;
  required: boolean;
}

/** The elements or attributes that a type declares, not those of what stands in it. */
function declaredIn(type: XsdNode, wanted: "attribute" | "element", inChoice = false): Declared[] {
  return type.children.flatMap((node) => {
    if (node.name === wanted) {
      const { use, minOccurs = "1" } = node.attributes;
      return [{ node, required: wanted === "attribute" ? use === "required" : !inChoice && minOccurs !== "0" }];
    }
    if (node.name === "element" || node.name === "attribute") return [];
    return declaredIn(node, wanted, inChoice || node.name === "choice");
  });
}

function readXsd(path: string): XsdNode {
  const parser = new SaxesParser({ xmlns: true, fileName: path });
  const top: XsdNode = { name: "#document", attributes: {}, children: [] };
  const open = [top];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, attributes }) => {
    const values = Object.values(attributes).map((each): [string, string] => [each.name, each.value]);
    const node: XsdNode = { name: local, attributes: Object.fromEntries(values), children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(readFileSync(path, "utf8")).close();
  const [root] = top.children;
  if (root?.name !== "schema") throw new Error(`${path}: the root element is not schema`);
  return root;
}
