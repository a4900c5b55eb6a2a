// @ts-check
// Builds the compact model of OSCAL from its metaschema modules: names, order, cardinality, JSON names, datatypes,
// choices and constraints. Titles, descriptions, remarks and messages stay behind.
import { readConstraints } from "./constraints.mjs";
import { readDatatypes } from "./datatypes.mjs";
import { childrenOf, textOf } from "./metaschema-xml.mjs";
import { loadModule, lookUp } from "./modules.mjs";

/**
 * @typedef {object} Model
 * @property {string} $comment
 * @property {string} version of OSCAL
 * @property {string} namespace of the XML elements
 * @property {Record<string, Datatype>} datatypes by their metaschema name
 * @property {Record<string, string>} roots root name to key of an assembly, in the order of the layers of OSCAL
 * @property {Record<string, FlagDefinition>} flags by key: "module:name", inside another definition "<its key>/@name"
 * @property {Record<string, FieldDefinition>} fields by key: "module:name", inside an assembly "<its key>/name"
 * @property {Record<string, AssemblyDefinition>} assemblies by key, as fields
 *
 * @typedef {object} Datatype
 * @property {"string" | "number" | "integer" | "boolean"} type of the JSON value
 * @property {string} [base] datatype that the value has to be as well
 * @property {string} [format]
 * @property {string} [pattern] ECMAScript regular expression with the flag u
 * @property {number} [minimum]
 *
 * @typedef {object} FlagDefinition
 * @property {string} name
 * @property {string} type datatype
 * @property {string} [default]
 * @property {true} [local] not seen by other modules
 * @property {import("./constraints.mjs").Constraint[]} [constraints]
 *
 * @typedef {object} FlagUse
 * @property {string} flag key
 * @property {string} name XML attribute and JSON property
 * @property {true} [required]
 *
 * @typedef {object} FieldDefinition
 * @property {string} name
 * @property {string} [useName] name where it is used, unless the use has its own
 * @property {string} type datatype of the value
 * @property {string} [valueKey] JSON property of the value, where the field has flags
 * @property {true} [local]
 * @property {FlagUse[]} [flags]
 * @property {import("./constraints.mjs").Constraint[]} [constraints]
 *
 * @typedef {object} AssemblyDefinition
 * @property {string} name
 * @property {string} [useName]
 * @property {string} [root] root name, where a document can begin here
 * @property {true} [local]
 * @property {FlagUse[]} [flags]
 * @property {Item[]} [model] in XML order
 * @property {import("./constraints.mjs").Constraint[]} [constraints]
 *
 * @typedef {object} Use
 * @property {string} [field] key of a field, or
 * @property {string} [assembly] key of an assembly
 * @property {string} name XML element, and JSON property where there is no group
 * @property {number} [min] 0 unless given
 * @property {number | "*"} [max] 1 unless given; "*" is unbounded
 * @property {string} [group] JSON property of the array, where max is above 1
 * @property {"SINGLETON_OR_ARRAY"} [json] the group may also be a single bare value; an array always, unless given
 * @property {"GROUPED"} [xml] the elements stand inside an element with the name of the group
 * @property {true} [unwrapped] the markup blocks stand among the sibling elements, without an element around them
 *
 * @typedef {Use | { choice: Use[] }} Item a choice takes at most one of its alternatives
 */

/** The order in which root models are listed: OSCAL's layers from the bottom up. @type {readonly string[]} */
const ROOT_ORDER = [
  ...["catalog", "profile", "mapping-collection", "component-definition", "system-security-plan"],
  ...["assessment-plan", "assessment-results", "plan-of-action-and-milestones"],
];

const DESCRIPTIVE = new Set(["formal-name", "description", "remarks", "example", "prop"]);

/**
 * @param {string} entry absolute path of the module that imports all others
 * @param {string} datatypesFile absolute path of the metaschema's JSON datatypes
 * @param {string} comment first words of the model
 * @param {readonly string[]} [rootOrder] names of all root models in the order in which they are listed
 * @returns {Model}
 */
export function buildModel(entry, datatypesFile, comment, rootOrder = ROOT_ORDER) {
  /** @type {Map<string, import("./modules.mjs").Module>} */
  const modules = new Map();
  const top = loadModule(entry, modules);
  /** @type {Model} */
  const model = {
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
  if (unknown.length > 0) throw new Error(`A root model without a place in the order: ${unknown.join(" ")}`);
  roots.sort(([, a], [, b]) => rootOrder.indexOf(a.root ?? "") - rootOrder.indexOf(b.root ?? ""));
  for (const [key, definition] of roots) model.roots[definition.root ?? ""] = key;
  model.datatypes = readDatatypes(datatypesFile, builder.datatypes);
  return model;
}

class Builder {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    /** @type {Set<string>} datatypes that are used */
    this.datatypes = new Set(["string"]);
  }

  /** @param {import("./modules.mjs").Module} module */
  addModule(module) {
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

  /** @param {string} key @param {import("./metaschema-xml.mjs").Element} element */
  addFlag(key, element) {
    for (const child of element.children) expectOneOf(child, key, ["constraint"]);
    const { name = "", default: initial } = element.attributes;
    put(this.model.flags, key, {
      name,
      type: this.datatype(element),
      ...(initial === undefined ? {} : { default: initial }),
      ...scope(element),
      ...constraints(element),
    });
  }

  /** @param {string} key @param {import("./metaschema-xml.mjs").Element} element @param {import("./modules.mjs").Module} module */
  addField(key, element, module) {
    for (const child of element.children) {
      expectOneOf(child, key, ["use-name", "json-value-key", "group-as", "flag", "define-flag", "constraint"]);
    }
    const valueKey = textOf(element, "json-value-key");
    const flags = this.flagUses(key, element, module);
    put(this.model.fields, key, {
      name: element.attributes["name"] ?? "",
      ...useName(element),
      type: this.datatype(element),
      ...(valueKey === undefined ? {} : { valueKey }),
      ...scope(element),
      ...flags,
      ...constraints(element),
    });
  }

  /** @param {string} key @param {import("./metaschema-xml.mjs").Element} element @param {import("./modules.mjs").Module} module */
  addAssembly(key, element, module) {
    for (const child of element.children) {
      expectOneOf(child, key, ["use-name", "root-name", "group-as", "flag", "define-flag", "model", "constraint"]);
    }
    const root = textOf(element, "root-name");
    const [content] = childrenOf(element, "model");
    const items =
      content?.children.map((child) => this.item(key, child, module)).filter((item) => item !== undefined) ?? [];
    put(this.model.assemblies, key, {
      name: element.attributes["name"] ?? "",
      ...useName(element),
      ...(root === undefined ? {} : { root }),
      ...scope(element),
      ...this.flagUses(key, element, module),
      ...(items.length > 0 ? { model: items } : {}),
      ...constraints(element),
    });
  }

  /** @param {string} owner @param {import("./metaschema-xml.mjs").Element} element @param {import("./modules.mjs").Module} module @returns {{ flags?: FlagUse[] }} */
  flagUses(owner, element, module) {
    /** @type {FlagUse[]} */
    const uses = [];
    for (const child of element.children) {
      const { name, ref, required } = child.attributes;
      const presence = required === "yes" ? { required: /** @type {const} */ (true) } : {};
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

  /** @param {string} owner @param {import("./metaschema-xml.mjs").Element} element @param {import("./modules.mjs").Module} module @returns {Item | undefined} */
  item(owner, element, module) {
    if (DESCRIPTIVE.has(element.name)) return undefined;
    if (element.name !== "choice") return this.use(owner, element, module);
    return {
      choice: element.children.map((alternative) => this.use(owner, alternative, module)),
    };
  }

  /** @param {string} owner @param {import("./metaschema-xml.mjs").Element} element @param {import("./modules.mjs").Module} module @returns {Use} */
  use(owner, element, module) {
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
      ...(max === "1" ? {} : { max: max === "unbounded" ? /** @type {const} */ ("*") : Number(max) }),
      ...(group === undefined ? {} : { group: group.attributes["name"] ?? "" }),
      ...(json === "SINGLETON_OR_ARRAY" ? { json } : {}),
      ...(xml === "GROUPED" ? { xml } : {}),
      ...(element.attributes["in-xml"] === "UNWRAPPED" ? { unwrapped: /** @type {const} */ (true) } : {}),
    };
  }

  /** @param {import("./metaschema-xml.mjs").Element} element */
  datatype(element) {
    const type = element.attributes["as-type"] ?? "string";
    this.datatypes.add(type);
    return type;
  }
}

/** @template T @param {Record<string, T>} table @param {string} key @param {T} value */
function put(table, key, value) {
  if (Object.hasOwn(table, key)) throw new Error(`${key} is defined twice`);
  table[key] = value;
}

/** @param {import("./metaschema-xml.mjs").Element} element @returns {{ local?: true }} */
function scope(element) {
  return element.attributes["scope"] === "local" ? { local: true } : {};
}

/** An own definition is used where it stands: its use-name is that of the use. @param {import("./metaschema-xml.mjs").Element} element */
function useName(element) {
  const name = textOf(element, "use-name");
  return name === undefined ? {} : { useName: name };
}

/** @param {import("./metaschema-xml.mjs").Element} element */
function constraints(element) {
  const list = childrenOf(element, "constraint").flatMap(readConstraints);
  return list.length > 0 ? { constraints: list } : {};
}

/** What is not understood is an error, never passed over. @param {import("./metaschema-xml.mjs").Element} element @param {string} where @param {string[]} names */
function expectOneOf(element, where, names) {
  if (!names.includes(element.name) && !DESCRIPTIVE.has(element.name))
    throw new Error(`${where}: <${element.name}> is not understood`);
}

/** One definition a line, so that a change of the standard is a small difference. @param {Model} model */
export function writeModel(model) {
  const sections = Object.entries(model).map(([name, value]) => {
    if (typeof value === "string") return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    const lines = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${JSON.stringify(entry)}`);
    return `${JSON.stringify(name)}: {\n${lines.join(",\n")}\n}`;
  });
  return `{ ${sections.join(",\n")} }\n`;
}
