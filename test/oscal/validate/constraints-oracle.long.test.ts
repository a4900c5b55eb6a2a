/**
 * Compiled constraints select and decide the same as an XPath processor that evaluates the expressions of the metaschema on XML:
 * on published documents that exist in both formats, and on random content for every definition that has constraints.
 */
import { readFileSync } from "node:fs";
import { evaluateXPathToBoolean, evaluateXPathToNodes, type Options } from "fontoxpath";
import { parseXmlDocument, type Node } from "slimdom";
import { describe, expect, test } from "vitest";
import { keyValues } from "../../../src/oscal/validate/constraints/keys.js";
import type { CompiledConstraint, Select } from "../../../src/oscal/validate/constraints/compiled-constraint.js";
import * as compiled from "../../../src/oscal/validate/generated/constraints.js";
import { hasStandard, readJson, standard, withoutStandard } from "../../support/project.js";
import {
  model,
  pairNodes,
  toElement,
  type Container,
  type ModelConstraint,
  type ModelDefinition,
  type PairedNode,
  type PairedNodes,
} from "./paired-nodes.js";
import { randomInstance } from "./random-instance.js";

type Compiled = CompiledConstraint;

/** A constraint of the model beside what it has been compiled to. */
interface Case {
  readonly name: string;
  readonly definition: string;
  readonly declared: ModelConstraint;
  readonly compiled: Compiled;
}

const never = new Set(compiled.neverMatching);
const cases = [
  ...Object.entries(model.assemblies),
  ...Object.entries(model.fields),
  ...Object.entries(model.flags).map(([key, definition]): [string, ModelDefinition] => [`@${key}`, definition]),
].flatMap(([definition, { constraints = [] }]): Case[] => {
  const name = definition.replace(/^@/, "");
  const row = Object.values(compiled.definitions).find(
    (each) => each.name === name && (definition.startsWith("@") ? name in model.flags && each.bare === 1 : true),
  );
  const declared = constraints.filter(({ id = "" }) => !never.has(id));
  expect(row?.checks?.length ?? 0, definition).toBe(declared.length);
  return declared.map((each, index) => {
    const check = row?.checks?.[index];
    if (check === undefined) throw new Error(`${definition} is not compiled`);
    return { name: `${check.id} of ${definition}`, definition, declared: each, compiled: check };
  });
});

const options: Options = { language: "XPath3.1" as never, namespaceResolver: () => model.namespace };

/** The expression as XPath: its own function written out, numbers compared as numbers, other documents left out. */
function asXPath(expression: string): string {
  return expression
    .replaceAll(/has-oscal-namespace\((\([^)]*\)|'[^']*')\)/g, "((@ns,'http://csrc.nist.gov/ns/oscal')[1] = $1)")
    .replaceAll(/(@[\w-]+) > (@[\w-]+)/g, "number($1) > number($2)")
    .replace(/\|doc\(.*$/, "");
}

/** A place in JSON as a text that is the same for the same place. */
class Names {
  readonly #numbers = new Map<unknown, number>();
  of(container: unknown, key: string | number): string {
    const number = this.#numbers.get(container) ?? this.#numbers.size;
    this.#numbers.set(container, number);
    return `${String(number)} ${String(key)}`;
  }
}

const valueKinds = new Set(["allowed-values", "matches"]);

/** The nodes that XPath selects, as places in JSON; for a field with flags its value, where a value is meant. */
function selectedByXPath(expression: string, from: Node, pairs: PairedNodes, value: boolean, names: Names): string[] {
  const nodes = evaluateXPathToNodes<Node>(asXPath(expression), from, null, null, options);
  return nodes
    .map((node) => {
      const pair = pairs.byNode.get(node);
      if (pair === undefined) throw new Error(`${expression} selects a node without a pair`);
      const { container, key, definition } = pair;
      const hasValueKey = value && definition.valueKey !== undefined && definition.flags !== undefined;
      return hasValueKey ? names.of(container[key], definition.valueKey) : names.of(container, key);
    })
    .sort(compare);
}

function selectedByCode(select: Select, { container, key }: Pick<PairedNode, "container" | "key">): Found[] {
  const found: Found[] = [];
  compiled.forget();
  select(container, key, container[key], (owner, property) => found.push({ container: owner, key: property }));
  return found;
}
type Found = Pick<PairedNode, "container" | "key">;

/** Counts of what a constraint has met, so that agreement about nothing does not pass for agreement. */
interface Seen {
  contexts: number;
  selected: number;
  passed: number;
  failed: number;
  keys: number;
}

/** Compares a constraint on one context; @returns what differs. */
function difference(
  { definition, declared, compiled: check }: Case,
  context: PairedNode,
  pairs: PairedNodes,
  seen: Seen,
): unknown {
  const names = new Names();
  const isValue = valueKinds.has(declared.kind);
  const { target = "." } = declared;
  const expected = selectedByXPath(target, context.xml, pairs, isValue, names);
  const found = selectedByCode(check.target, context);
  const actual = found.map(({ container, key }) => names.of(container, key)).sort(compare);
  const code = check.once === 1 || declared.kind === "allowed-values" ? [...new Set(actual)] : actual;
  // Below a control inside a control the same constraint begins anew: it finds there what is left out here.
  const anew = declared.kind === "allowed-values" && target.startsWith(".//");
  const inner = anew ? (pairs.byDefinition.get(definition) ?? []).filter(({ xml }) => context.xml.contains(xml)) : [];
  const further = inner.flatMap((each) => selectedByCode(check.target, each));
  const all = [...code, ...further.map(({ container, key }) => names.of(container, key))].sort(compare);
  seen.contexts += 1;
  seen.selected += expected.length;
  if (JSON.stringify(anew ? [...new Set(all)] : code) !== JSON.stringify(expected)) return { target, expected, actual };
  for (const node of found) {
    const xml = pairs.at(node.container, node.key);
    if (xml === undefined) continue;
    if (declared.test !== undefined) {
      const holds = evaluateXPathToBoolean(asXPath(declared.test), xml.xml, null, null, options);
      seen[holds ? "passed" : "failed"] += 1;
      if (check.test?.(node.container, node.key, node.container[node.key]) !== holds)
        return { test: declared.test, holds };
    }
    for (const [index, field] of (declared.key ?? []).entries()) {
      const keys = selectedByXPath(field.target, xml.xml, pairs, true, names);
      const values = selectedByCode((owner, property, _value, put) => {
        keyValues(check.key?.[index], put)(owner, property);
      }, node);
      const read = values.map((each) => names.of(each.container, each.key));
      seen.keys += keys.length;
      if (JSON.stringify(read.sort(compare)) !== JSON.stringify(keys)) return { key: field.target, keys, read };
    }
  }
  return undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const nothing = (): Seen => ({ contexts: 0, selected: 0, passed: 0, failed: 0, keys: 0 });

describe("on random content", () => {
  const byOwner = new Map<string, Case[]>();
  for (const each of cases) {
    if (!each.definition.startsWith("@")) byOwner.set(each.definition, [...(byOwner.get(each.definition) ?? []), each]);
  }

  test.each([...byOwner.keys()])("%s", (definition) => {
    const own = byOwner.get(definition) ?? [];
    const seen = new Map(own.map(({ name }) => [name, nothing()]));
    const root = model.assemblies[definition] ?? model.fields[definition];
    if (root === undefined) throw new Error(definition);
    for (let seed = 0; seed < Math.max(40, own.length * 24); seed += 1) {
      const container = { root: randomInstance(definition, seed) };
      const pairs = pairNodes(toElement(container.root, root, root.name), container, "root", definition);
      // Content is made for one constraint in turn; the others have a look at it now and then.
      for (const [index, each] of own.entries()) {
        if (index !== seed % own.length && seed % 5 > 0) continue;
        for (const context of (pairs.byDefinition.get(definition) ?? []).slice(0, 3)) {
          const differs = difference(each, context, pairs, seen.get(each.name) ?? nothing());
          expect(differs, `${each.name}, seed ${String(seed)}`).toBeUndefined();
        }
      }
    }
    const vacuous = [...seen].filter(
      ([name, { selected, passed, failed, keys }]) =>
        selected === 0 ||
        own.some(
          (each) =>
            each.name === name &&
            ((each.declared.test !== undefined && (passed === 0 || failed === 0)) ||
              (each.declared.key !== undefined && keys === 0)),
        ),
    );
    expect(vacuous).toEqual([]);
  });
});

const published = [
  [
    "sp800-53-rev5-v1.0.0/json/NIST_SP-800-53_rev5_catalog-min.json",
    "sp800-53-rev5-v1.0.0/xml/NIST_SP-800-53_rev5_catalog.xml",
  ],
  [
    "sp800-53-rev5-v1.3.0/json/NIST_SP-800-53_rev5_MODERATE-baseline_profile.json",
    "sp800-53-rev5-v1.3.0/xml/NIST_SP-800-53_rev5_MODERATE-baseline_profile.xml",
  ],
  [
    "examples/component-definition/json/example-component-definition.json",
    "examples/component-definition/xml/example-component-definition.xml",
  ],
  ["examples/ssp/json/ssp-example.json", "examples/ssp/xml/ssp-example.xml"],
  ["examples/ap/json/ifa_assessment-plan-example.json", "examples/ap/xml/ifa_assessment-plan-example.xml"],
  ["examples/ar/json/ifa_assessment-results-example.json", "examples/ar/xml/ifa_assessment-results-example.xml"],
  [
    "examples/poam/json/ifa_plan-of-action-and-milestones.json",
    "examples/poam/xml/ifa_plan-of-action-and-milestones.xml",
  ],
] as const;

/** As many contexts of a definition in one document are compared, evenly spread. */
const mostContexts = 60;

describe.skipIf(!hasStandard)(`on published documents (${withoutStandard})`, () => {
  test.each(published)("%s", (json, xml) => {
    const document = readJson(`${standard}/content/${json}`) as Container;
    const [root = ""] = Object.keys(document);
    const element = parseXmlDocument(readFileSync(`${standard}/content/${xml}`, "utf8")).documentElement;
    if (element === null) throw new Error(`${xml} is empty`);
    const pairs = pairNodes(element, document, root, model.roots[root] ?? "");
    let compared = 0;
    for (const each of cases) {
      const contexts = pairs.byDefinition.get(each.definition) ?? [];
      const step = Math.max(1, Math.floor(contexts.length / mostContexts));
      for (let index = 0; index < contexts.length; index += step) {
        const context = contexts[index];
        if (context === undefined) continue;
        compared += 1;
        expect(difference(each, context, pairs, nothing()), each.name).toBeUndefined();
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});
