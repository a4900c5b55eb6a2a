import { describe, expect, it } from "vitest";
import { aimsNamespace } from "../../src/oscal/properties.js";
import { parameterUse } from "../../src/assessment/parameter-use.js";
import type { Rule } from "../../src/policy/rule.js";
import { assessable, catalogText, resolveText } from "../support/profiles.js";
import { rule } from "../support/subjects.js";

const ns = `ns: '${aimsNamespace}'`;

function parameter(id: string): string {
  return `{id: ${id}, values: ['30'], props: [{name: value-type, ${ns}, value: days}]}`;
}

function control(id: string, parameterId: string): string {
  return `- {id: ${id}, title: T, props: [{name: framework, ${ns}, value: own}, {name: label, value: ${id}}], params: [${parameter(parameterId)}]}`;
}

const catalog = catalogText(`controls:\n${control("a", "a-limit")}\n${control("b", "b-limit")}`);

async function found(profile: string, shipped: readonly Rule[], own: readonly Rule[] = []): Promise<string[]> {
  const resolution = await resolveText(profile, { "catalog.yaml": catalog });
  return parameterUse(assessable(resolution), [...shipped, ...own], own).map(
    ({ code, file, line, message }) => `${String(file)}:${String(line)} ${code}: ${message}`,
  );
}

const readsA = rule("reads-a", { controls: ["own:a"], parameters: ["a-limit"] });
const onlyA = "imports: [{href: catalog.yaml, include-controls: [{with-ids: [a]}]}]";
const unread =
  'catalog.yaml:5 parameter-unread: No rule that the profile selects reads the parameter "a-limit": whatever its value is, nothing depends on it.';

describe("parameterUse", () => {
  it("has nothing to say of a parameter that a selected rule reads", async () => {
    expect(await found(onlyA, [readsA])).toEqual([]);
  });

  it("finds a parameter that no rule reads", async () => {
    expect(await found(onlyA, [rule("other", { controls: ["own:a"] })])).toEqual([unread]);
  });

  it("finds a parameter whose only reader speaks for controls that the profile does not select", async () => {
    const readsFromB = rule("reads-from-b", { controls: ["own:b"], parameters: ["a-limit"] });
    expect(await found(onlyA, [readsFromB])).toEqual([unread]);
    expect(await found(onlyA, [], [readsFromB])).toEqual([]);
  });

  it("finds an own rule beside the profile that reads what nobody declares, and knows what other controls declare", async () => {
    const own = rule("own", { controls: ["own:b"], parameters: ["a-limit", "b-limit", "a-limits"] });
    expect(await found(onlyA, [], [own])).toEqual([
      'rules/own.rego:1 parameter-not-declared: The rule "own" reads the parameter "a-limits", which no control declares.',
    ]);
  });

  it.each([
    ["an alteration adds", `${onlyA}\nmodify: {alters: [{control-id: a, adds: [{params: [${parameter("mine")}]}]}]}`],
    [
      "a custom group declares",
      `${onlyA}\nmerge: {custom: {groups: [{id: g, title: G, params: [${parameter("mine")}], insert-controls: [{include-all: {}}]}]}}`,
    ],
  ])("knows a parameter that %s", async (_, profile) => {
    const own = rule("own", { controls: ["own:a"], parameters: ["mine"] });
    expect(await found(profile, [readsA], [own])).toEqual([]);
    expect(await found(profile, [readsA])).toEqual([
      expect.stringContaining('parameter-unread: No rule that the profile selects reads the parameter "mine"'),
    ]);
  });
});
