// Builds the compact model of OSCAL from its metaschema modules: names, order, cardinality, JSON names, datatypes,
// choices and constraints. Titles, descriptions, remarks and messages stay behind.
import { readConstraints, type Constraint } from "./constraints.js";
import { readDatatypes, type Datatype } from "./datatypes.js";
import { childrenOf, textOf, type Element } from "./metaschema-xml.js";
import { loadModule, lookUp, type Module } from "./modules.js";

export interface Model {
  $comment: string;
  /** Of OSCAL. */
  version: string;
  /** Of the XML elements. */
  namespace: string;
  /** By their metaschema name. */
  datatypes: Record<string, Datatype>;
  /** Root name to key of an assembly, in the order of the layers of OSCAL. */
  roots: Record<string, string>;
  /** By key: "module:name", inside another definition "<its key>/@name". */
  flags: Record<string, FlagDefinition>;
  /** By key: "module:name", inside an assembly "<its key>/name". */
  fields: Record<string, FieldDefinition>;
  /** By key, as fields. */
  assemblies: Record<string, AssemblyDefinition>;
}
export interface FlagDefinition {
  name: string;
  /** Datatype. */
  type: string;
  default?: string;
  /** Not seen by other modules. */
  local?: true;
  constraints?: Constraint[];
}
export interface FlagUse {
  /** Key. */
  flag: string;
  /** XML attribute and JSON property. */
  name: string;
  required?: true;
}
export interface FieldDefinition {
  name: string;
  /** Name where it is used, unless the use has its own. */
  useName?: string;
  /** Datatype of the value. */
  type: string;
  /** JSON property of the value, where the field has flags. */
  valueKey?: string;
  local?: true;
  flags?: FlagUse[];
  constraints?: Constraint[];
}
export interface AssemblyDefinition {
  name: string;
  useName?: string;
  /** Root name, where a document can begin here. */
  root?: string;
  local?: true;
  flags?: FlagUse[];
  /** In XML order. */
  model?: Item[];
  constraints?: Constraint[];
}
export interface Use {
  /** Key of a field, or. */
  field?: string;
  /** Key of an assembly. */
  assembly?: string;
  /** XML element, and JSON property where there is no group. */
  name: string;
  /** 0 unless given. */
  min?: number;
  /** 1 unless given; "*" is unbounded. */
  max?: number | "*";
  /** JSON property of the array, where max is above 1. */
  group?: string;
  /** The group may also be a single bare value; an array always, unless given. */
  json?: "SINGLETON_OR_ARRAY";
  /** The elements stand inside an element with the name of the group. */
  xml?: "GROUPED";
  /** The markup blocks stand among the sibling elements, without an element around them. */
  unwrapped?: true;
}
/** A choice takes at most one of its alternatives. */
type Item = Use | { choice: Use[] };

/** The order in which root models are listed: OSCAL's layers from the bottom up. */
const ROOT_ORDER: readonly string[] = [
  ...["catalog", "profile", "mapping-collection", "component-definition", "system-security-plan"],
  ...["assessment-plan", "assessment-results", "plan-of-action-and-milestones"],
];

const DESCRIPTIVE = new Set(["formal-name", "description", "remarks", "example", "prop"]);

/**
 * @param entry absolute path of the module that imports all others
 * @param datatypesFile absolute path of the metaschema's JSON datatypes
 * @param comment first words of the model
 * @param rootOrder names of all root models in the order in which they are listed
 */
export function buildModel(
  entry: string,
  datatypesFile: string,
  comment: string,
  rootOrder: readonly string[] = ROOT_ORDER,
): Model {
  const modules = new Map<string, Module>();
  const top = loadModule(entry, modules);
  const model: Model = {
    $comment: comment,
    version: textOf(top.root, "schema-version") ?? "",
    namespace: textOf(top.root, "namespace") ?? "",
    datatypes: {},
    roots: {},
    flags: {},
    fields: {},
    assemblies: {},
  };
  const builder = new Builder(model);
  for (const module of [...modules.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) builder.addModule(module);
  const roots = Object.entries(model.assemblies).filter(([, definition]) => definition.root !== undefined);
  const unknown = roots.filter(([, { root = "" }]) => !rootOrder.includes(root));
  if (unknown.length > 0)
    throw new Error(`A root model without a place in the order: ${unknown.map(([key]) => key).join(" ")}`);
  roots.sort(([, a], [, b]) => rootOrder.indexOf(a.root ?? "") - rootOrder.indexOf(b.root ?? ""));
  for (const [key, definition] of roots) model.roots[definition.root ?? ""] = key;
  model.datatypes = readDatatypes(datatypesFile, builder.datatypes);
  return model;
}

class Builder {
  /** Datatypes that are used. */
  readonly datatypes: Set<string> = new Set<string>(["string"]);
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  addModule(module: Module): void {
    for (const element of module.root.children) {
      const key = `${module.key}:${element.attributes["name"] ?? ""}`;
      if (element.name === "define-flag") this.addFlag(key, element);
      else if (element.name === "define-field") this.addField(key, element, module);
      else if (element.name === "define-assembly") this.addAssembly(key, element, module);
      else
        expectOneOf(element, module.key, [
          "schema-name",
          "schema-version",
          "short-name",
          "namespace",
          "json-base-uri",
          "import",
        ]);
    }
  }

  addFlag(key: string, element: Element): void {
    for (const child of element.children) expectOneOf(child, key, ["constraint"]);
    const { name = "", default: initial } = element.attributes;
    put(this.#model.flags, key, {
      name,
      type: this.datatype(element),
      ...(initial === undefined ? {} : { default: initial }),
      ...scope(element),
      ...constraints(element),
    });
  }

  addField(key: string, element: Element, module: Module): void {
    for (const child of element.children) {
      expectOneOf(child, key, ["use-name", "json-value-key", "group-as", "flag", "define-flag", "constraint"]);
    }
    const valueKey = textOf(element, "json-value-key");
    const flags = this.flagUses(key, element, module);
    put(this.#model.fields, key, {
      name: element.attributes["name"] ?? "",
      ...useName(element),
      type: this.datatype(element),
      ...(valueKey === undefined ? {} : { valueKey }),
      ...scope(element),
      ...flags,
      ...constraints(element),
    });
  }

  addAssembly(key: string, element: Element, module: Module): void {
    for (const child of element.children) {
      expectOneOf(child, key, ["use-name", "root-name", "group-as", "flag", "define-flag", "model", "constraint"]);
    }
    const root = textOf(element, "root-name");
    const [content] = childrenOf(element, "model");
    const items =
      content?.children.map((child) => this.item(key, child, module)).filter((item) => item !== undefined) ?? [];
    put(this.#model.assemblies, key, {
      name: element.attributes["name"] ?? "",
      ...useName(element),
      ...(root === undefined ? {} : { root }),
      ...scope(element),
      ...this.flagUses(key, element, module),
      ...(items.length > 0 ? { model: items } : {}),
      ...constraints(element),
    });
  }

  flagUses(owner: string, element: Element, module: Module): { flags?: FlagUse[] } {
    const uses: FlagUse[] = [];
    for (const child of element.children) {
      const { name, ref, required } = child.attributes;
      const presence = required === "yes" ? { required: true as const } : {};
      if (child.name === "define-flag" && name !== undefined) {
        const key = `${owner}/@${name}`;
        this.addFlag(key, child);
        uses.push({ flag: key, name, ...presence });
      } else if (child.name === "flag" && ref !== undefined) {
        for (const inner of child.children) expectOneOf(inner, owner, ["use-name"]);
        const found = lookUp("flag", ref, module);
        const own = textOf(child, "use-name") ?? textOf(found.element, "use-name") ?? ref;
        uses.push({ flag: `${found.module.key}:${ref}`, name: own, ...presence });
      }
    }
    return uses.length > 0 ? { flags: uses } : {};
  }

  item(owner: string, element: Element, module: Module): Item | undefined {
    if (DESCRIPTIVE.has(element.name)) return undefined;
    if (element.name !== "choice") return this.use(owner, element, module);
    return {
      choice: element.children.map((alternative) => this.use(owner, alternative, module)),
    };
  }

  use(owner: string, element: Element, module: Module): Use {
    const kind = element.name.replace(/^define-/, "");
    if (kind !== "field" && kind !== "assembly")
      throw new Error(`${owner}: ${element.name} is not understood in a model`);
    const { ref = "", name: ownName = "", "min-occurs": min = "0", "max-occurs": max = "1" } = element.attributes;
    let key = `${owner}/${ownName}`;
    let name = textOf(element, "use-name") ?? ownName;
    if (element.name === "define-field") this.addField(key, element, module);
    else if (element.name === "define-assembly") this.addAssembly(key, element, module);
    else {
      for (const child of element.children) expectOneOf(child, owner, ["use-name", "group-as"]);
      const found = lookUp(kind, ref, module);
      key = `${found.module.key}:${ref}`;
      name = textOf(element, "use-name") ?? textOf(found.element, "use-name") ?? ref;
    }
    const [group] = childrenOf(element, "group-as");
    if ((group === undefined) !== (max === "1"))
      throw new Error(`${owner}/${name}: group-as and max-occurs do not fit`);
    const json = group === undefined ? "ARRAY" : (group.attributes["in-json"] ?? "SINGLETON_OR_ARRAY");
    const xml = group?.attributes["in-xml"] ?? "UNGROUPED";
    if (json === "BY_KEY") throw new Error(`${owner}/${name}: in-json="BY_KEY" is not understood`);
    return {
      ...(kind === "field" ? { field: key } : { assembly: key }),
      name,
      ...(min === "0" ? {} : { min: Number(min) }),
      ...(max === "1" ? {} : { max: max === "unbounded" ? ("*" as const) : Number(max) }),
      ...(group === undefined ? {} : { group: group.attributes["name"] ?? "" }),
      ...(json === "SINGLETON_OR_ARRAY" ? { json } : {}),
      ...(xml === "GROUPED" ? { xml } : {}),
      ...(element.attributes["in-xml"] === "UNWRAPPED" ? { unwrapped: true as const } : {}),
    };
  }

  datatype(element: Element): string {
    const type = element.attributes["as-type"] ?? "string";
    this.datatypes.add(type);
    return type;
  }
}

function put<T>(table: Record<string, T>, key: string, value: T): void {
  if (Object.hasOwn(table, key)) throw new Error(`${key} is defined twice`);
  table[key] = value;
}

function scope(element: Element): { local?: true } {
  return element.attributes["scope"] === "local" ? { local: true } : {};
}

/** An own definition is used where it stands: its use-name is that of the use. */
function useName(element: Element): { useName?: string } {
  const name = textOf(element, "use-name");
  return name === undefined ? {} : { useName: name };
}

function constraints(element: Element): { constraints?: Constraint[] } {
  const list = childrenOf(element, "constraint").flatMap(readConstraints);
  return list.length > 0 ? { constraints: list } : {};
}

/** An element that is not understood is an error; it is never skipped. */
function expectOneOf(element: Element, where: string, names: string[]): void {
  if (!names.includes(element.name) && !DESCRIPTIVE.has(element.name))
    throw new Error(`${where}: <${element.name}> is not understood`);
}

/** One definition a line, so that a change of the standard is a small difference. */
export function writeModel(model: Model): string {
  const sections = Object.entries<unknown>({ ...model }).map(([name, value]) => {
    if (typeof value === "string") return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    const lines = Object.entries(value as Record<string, unknown>).map(
      ([key, entry]) => `${JSON.stringify(key)}: ${JSON.stringify(entry)}`,
    );
    return `${JSON.stringify(name)}: {\n${lines.join(",\n")}\n}`;
  });
  return `{ ${sections.join(",\n")} }\n`;
}
