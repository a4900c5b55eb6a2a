/** Counts what the metaschema defines with nothing but text search, and compares it with the model. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hasStandard, projectPath, standard, withoutStandard } from "../../support/project.js";

interface Constraint {
  readonly kind: string;
  readonly id?: string;
  readonly level?: string;
  readonly target?: string;
  readonly test?: string;
  readonly values?: readonly string[];
  readonly deprecated?: readonly string[];
  readonly allowOther?: true;
  readonly key?: readonly { readonly target: string; readonly pattern?: string }[];
}
interface Use {
  readonly name: string;
  readonly assembly?: string;
  readonly field?: string;
  readonly min?: number;
  readonly max?: number | "*";
  readonly group?: string;
  readonly json?: string;
  readonly xml?: string;
  readonly unwrapped?: true;
}
interface Definition {
  readonly name: string;
  readonly useName?: string;
  readonly type?: string;
  readonly root?: string;
  readonly local?: true;
  readonly valueKey?: string;
  readonly default?: string;
  readonly flags?: readonly { readonly name: string; readonly flag: string; readonly required?: true }[];
  readonly model?: readonly (Use | { readonly choice: readonly Use[] })[];
  readonly constraints?: readonly Constraint[];
}
interface Model {
  readonly version: string;
  readonly roots: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, Definition>>;
  readonly fields: Readonly<Record<string, Definition>>;
  readonly assemblies: Readonly<Record<string, Definition>>;
}

const model = JSON.parse(readFileSync(projectPath("src/oscal/model/generated/oscal-1.2.2.json"), "utf8")) as Model;
const text = hasStandard ? metaschemaText() : "";

/** All modules as one text, without comments and examples, the shared lists put in place. */
function metaschemaText(): string {
  const folder = `${standard}/metaschema`;
  const read = (path: string): string => readFileSync(`${folder}/${path}`, "utf8");
  const modules = readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .sort(compare);
  return modules
    .map((name) =>
      read(name)
        .replaceAll(/&(allowed-values-[\w-]+);/g, (_, entity: string) => read(`shared-constraints/${entity}.ent`))
        .replaceAll(/<!--[\s\S]*?-->/g, "")
        .replaceAll(/<example\b[\s\S]*?<\/example>/g, ""),
    )
    .join("\n");
}

const count = (pattern: RegExp): number => [...text.matchAll(pattern)].length;
/** Values of an attribute of all elements of a name, sorted. */
const attributes = (element: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<(?:${element})\\b((?:[^>"]|"[^"]*")*)>`, "g"))]
    .flatMap(([, list = ""]) => new RegExp(`\\s${name}="([^"]*)"`).exec(list)?.[1] ?? [])
    .map((value) =>
      value.replaceAll(/\s+/g, " ").trim().replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&"),
    )
    .sort(compare);

const definitions = [model.assemblies, model.fields, model.flags].flatMap((table) => Object.values(table));
const constraints = definitions.flatMap((definition) => definition.constraints ?? []);
const uses = Object.values(model.assemblies).flatMap(({ model: items = [] }) =>
  items.flatMap((item) => ("choice" in item ? item.choice : [item])),
);
const names = (table: Readonly<Record<string, Definition>>): string[] =>
  Object.values(table)
    .map(({ name }) => name)
    .sort(compare);
const kinds = "allowed-values|expect|has-cardinality|index|index-has-key|is-unique|matches";

describe.skipIf(!hasStandard)(`the model against the text of the metaschema (${withoutStandard})`, () => {
  test("the same definitions, by name", () => {
    expect({
      assemblies: names(model.assemblies),
      fields: names(model.fields),
      flags: names(model.flags),
    }).toEqual({
      assemblies: attributes("define-assembly", "name"),
      fields: attributes("define-field", "name"),
      flags: attributes("define-flag", "name"),
    });
  });

  test("as many definitions as are known to be there", () => {
    const sizes = [model.assemblies, model.fields, model.flags].map((table) => Object.keys(table).length);
    expect(sizes).toEqual([154, 160, 184]);
  });

  test("the same roots, versions and local definitions", () => {
    expect({
      roots: Object.keys(model.roots).sort(compare),
      version: [...new Set([...text.matchAll(/<schema-version>([^<]*)</g)].map(([, version]) => version))],
      local: definitions.filter(({ local }) => local).length,
    }).toEqual({
      roots: [...text.matchAll(/<root-name>([^<]*)</g)].map(([, name]) => name).sort(compare),
      version: [model.version],
      local: attributes("define-\\w+", "scope").length,
    });
  });

  test("the same datatypes as often", () => {
    const declared = [...attributes("define-field|define-flag", "as-type")];
    const inModel = [...Object.values(model.fields), ...Object.values(model.flags)].map(({ type = "" }) => type);
    const plain = inModel.length - declared.length;
    expect(inModel.sort(compare)).toEqual(
      [...declared, ...Array.from({ length: plain }, () => "string")].sort(compare),
    );
    expect(plain).toBeGreaterThan(0);
  });

  test("the same uses: flags, cardinality, groups, names in JSON and XML", () => {
    const flags = definitions.flatMap((definition) => definition.flags ?? []);
    expect({
      flags: flags.length,
      required: flags.filter(({ required }) => required).length,
      uses: uses.length,
      minimum: uses.filter(({ min = 0 }) => min > 0).length,
      unbounded: uses.filter(({ max = 1 }) => max === "*").length,
      groups: uses.flatMap(({ group }) => group ?? []).sort(compare),
      singletonOrArray: uses.filter(({ json }) => json === "SINGLETON_OR_ARRAY").length,
      grouped: uses.filter(({ xml }) => xml === "GROUPED").length,
      unwrapped: uses.filter(({ unwrapped }) => unwrapped).length,
      choices: Object.values(model.assemblies).flatMap(({ model: items = [] }) =>
        items.filter((item) => "choice" in item),
      ).length,
      valueKeys: Object.values(model.fields)
        .flatMap(({ valueKey }) => valueKey ?? [])
        .sort(compare),
      defaults: definitions.flatMap((definition) => definition.default ?? []).sort(compare),
    }).toEqual({
      // A definition at the top of a module is not used by standing there.
      flags: count(/<define-flag\b/g) + count(/<flag ref=/g) - topLevel("flag"),
      required: attributes("define-flag|flag", "required").filter((value) => value === "yes").length,
      uses:
        count(/<define-(?:assembly|field)\b/g) +
        count(/<(?:assembly|field) ref=/g) -
        topLevel("assembly") -
        topLevel("field"),
      minimum: attributes("define-assembly|define-field|assembly|field", "min-occurs").filter((value) => value !== "0")
        .length,
      unbounded: attributes("define-assembly|define-field|assembly|field", "max-occurs").filter(
        (v) => v === "unbounded",
      ).length,
      groups: attributes("group-as", "name"),
      singletonOrArray: count(/<group-as\b[^>]*>/g) - attributes("group-as", "in-json").length,
      grouped: attributes("group-as", "in-xml").filter((value) => value === "GROUPED").length,
      unwrapped: attributes("define-field|field", "in-xml").filter((value) => value === "UNWRAPPED").length,
      choices: count(/<choice\s*>/g),
      valueKeys: [...text.matchAll(/<json-value-key>([^<]*)</g)].map(([, name]) => name).sort(compare),
      defaults: attributes("define-flag|define-field", "default"),
    });
  });

  test("the same constraints: kinds, ids, levels, paths, values and keys", () => {
    const each = (key: "kind" | "id" | "level" | "target" | "test"): string[] =>
      constraints.flatMap((constraint) => constraint[key] ?? []).sort(compare);
    expect({
      kinds: each("kind"),
      ids: each("id"),
      levels: each("level"),
      targets: each("target"),
      tests: each("test"),
      values: constraints.flatMap(({ values = [] }) => values).sort(compare),
      deprecated: constraints.flatMap(({ deprecated = [] }) => deprecated).length,
      open: constraints.filter(({ allowOther }) => allowOther).length,
      keys: constraints.flatMap(({ key = [] }) => key.map(({ target }) => target)).sort(compare),
      patterns: constraints.flatMap(({ key = [] }) => key.flatMap(({ pattern }) => pattern ?? [])).length,
    }).toEqual({
      kinds: [...text.matchAll(new RegExp(`<(${kinds})[\\s>]`, "g"))].map(([, kind]) => kind).sort(compare),
      ids: attributes(kinds, "id"),
      levels: attributes(kinds, "level"),
      targets: attributes(kinds, "target").filter((target) => target !== "."),
      tests: attributes("expect", "test"),
      values: attributes("enum", "value"),
      deprecated: attributes("enum", "deprecated").length,
      open: attributes("allowed-values", "allow-other").filter((value) => value === "yes").length,
      keys: attributes("key-field", "target"),
      patterns: attributes("key-field", "pattern").length,
    });
    expect(constraints.length).toBe(340);
  });
});

test("every key that the model names is one of its definitions", () => {
  const missing = [
    ...Object.values(model.roots).filter((key) => !Object.hasOwn(model.assemblies, key)),
    ...uses.filter(({ assembly = "" }) => assembly !== "" && !Object.hasOwn(model.assemblies, assembly)),
    ...uses.filter(({ field = "" }) => field !== "" && !Object.hasOwn(model.fields, field)),
    ...definitions.flatMap(({ flags = [] }) => flags.filter(({ flag }) => !Object.hasOwn(model.flags, flag))),
  ];
  expect(missing).toEqual([]);
  expect(uses.every(({ assembly, field }) => (assembly === undefined) !== (field === undefined))).toBe(true);
});

test("names that several modules define keep apart", () => {
  const imported = (root: string, path: string[]): string => {
    let key = model.roots[root] ?? "";
    for (const name of path) {
      const items = (model.assemblies[key]?.model ?? []).flatMap((item) => ("choice" in item ? item.choice : [item]));
      const use = items.find((item) => item.name === name);
      key = use?.assembly ?? use?.field ?? "";
    }
    return key;
  };
  expect({
    catalogGroup: imported("catalog", ["group"]),
    profileGroup: imported("profile", ["merge", "custom", "group"]),
    profileSelection: imported("profile", ["import", "include-controls"]),
    planSelection: imported("assessment-plan", ["reviewed-controls", "control-selection", "include-control"]),
    planStatement: imported("system-security-plan", ["control-implementation", "implemented-requirement", "statement"]),
    componentStatement: imported("component-definition", [
      ...["component", "control-implementation", "implemented-requirement", "statement"],
    ]),
    prop: imported("catalog", ["metadata", "prop"]),
  }).toEqual({
    catalogGroup: "catalog:group",
    profileGroup: "profile:group",
    profileSelection: "control-common:select-control-by-id",
    planSelection: "assessment-common:select-control-by-id",
    planStatement: "ssp:statement",
    componentStatement: "component-definition:statement",
    prop: "metadata:property",
  });
});

/** Definitions of a kind that are children of a module itself: nothing but whole elements stands before them. */
function topLevel(kind: string): number {
  let depth = 0;
  let found = 0;
  for (const [tag, close, name, , empty] of text.matchAll(/<(\/?)([\w-]+)((?:[^<>"]|"[^"]*")*?)(\/?)>/g)) {
    if (tag.startsWith("<?")) continue;
    if (close !== "") depth -= 1;
    else {
      if (depth === 1 && name === `define-${kind}`) found += 1;
      if (empty === "") depth += 1;
    }
  }
  return found;
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
