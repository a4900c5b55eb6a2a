import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";

import { format } from "prettier";
import { describe, expect, test } from "vitest";

import { projectPath, projectText } from "../support/project.js";
import {
  aimsNamespace,
  catalogPath,
  controlsOf,
  nodesOf,
  paramsOf,
  profileNames,
  propValues,
  readCatalog,
  readProfile,
  type Profile,
} from "./documents.js";
import { fitsType } from "./parameter-types.js";
import { controlId } from "./requirements.js";
import { contentUuid } from "./stable-uuid.js";

const catalog = readCatalog();
const controls = controlsOf(catalog);
const params = paramsOf(catalog);
const order = controls.map((control) => control.id);

interface RuleFacts {
  readonly file: string;
  readonly controls: readonly string[];
  readonly parameters: readonly string[];
}

/** Reads the METADATA of the shipped rules; each of the two lists stands on one line. */
function readRuleFacts(): RuleFacts[] {
  const list = (text: string, key: string): string[] =>
    new RegExp(`^#   ${key}: \\[(.*)\\]$`, "m")
      .exec(text)?.[1]
      ?.split(/,\s*/)
      .filter((entry) => entry !== "") ?? [`no list of ${key} found`];
  return readdirSync(projectPath("rules"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".rego") && !file.endsWith("_test.rego") && !/^lib[\\/]/.test(file))
    .sort()
    .map((file) => ({ file, text: projectText(`rules/${file}`) }))
    .map(({ file, text }) => ({ file, controls: list(text, "controls"), parameters: list(text, "parameters") }));
}

const rules = readRuleFacts();
const spokenFor = rules.flatMap((rule) => rule.controls.map((name) => controlId(name.replace(/^iso42001:/, ""))));

/** Clause 9.1 declares the least assurance, without which no state can be decided. */
const carriesMinimumAssurance = "cl.9.1";

/** The controls of the catalog that a profile selects, itself and through the profiles that it imports. */
function selectedIds(profile: Profile): string[] {
  return profile.imports.flatMap((entry) => {
    if (entry["include-all"] === undefined) {
      return (entry["include-controls"] ?? []).flatMap((selection) => selection["with-ids"] ?? []);
    }
    const imported = profileNames.find((name) => entry.href === `${name}.json`);
    return imported === undefined ? order : selectedIds(readProfile(imported));
  });
}

/** The controls that a profile selects directly, import by import. */
function ownSelections(profile: Profile): string[][] {
  return profile.imports.map((entry) =>
    (entry["include-controls"] ?? []).flatMap((selection) => selection["with-ids"] ?? []),
  );
}

function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort((one, other) => order.indexOf(one) - order.indexOf(other));
}

test("the folder holds these profiles and no other", () => {
  expect(readdirSync(projectPath("profiles")).sort()).toEqual(profileNames.map((name) => `${name}.json`));
});

describe.each(profileNames)("%s", (name) => {
  const profile = readProfile(name);
  const selected = selectedIds(profile);

  test("imports the shipped catalog or profiles that lead to it, and keeps its structure", () => {
    const known = [
      catalogPath,
      ...profileNames.filter((other) => other !== name).map((other) => `profiles/${other}.json`),
    ];
    const imported = profile.imports.map((entry) => resolve(projectPath("profiles"), entry.href));
    expect(imported.filter((path) => !known.map((each) => resolve(projectPath(each))).includes(path))).toEqual([]);
    expect(new Set(imported).size).toBe(imported.length);
    expect(existsSync(projectPath(catalogPath))).toBe(true);
    expect(profile.merge).toEqual({ "as-is": true });
  });

  test("names only controls of the catalog, once and in its order", () => {
    expect(selected.filter((id) => !order.includes(id))).toEqual([]);
    expect(new Set(selected).size).toBe(selected.length);
    for (const ids of ownSelections(profile)) expect(ids).toEqual(inOrder(ids));
  });

  test("leaves no related control outside, so that the resolved catalog has no dangling link", () => {
    const outside = controls
      .filter((control) => selected.includes(control.id))
      .flatMap((control) => (control.links ?? []).map((link) => ({ control: control.id, href: link.href })))
      .filter(({ href }) => !selected.includes(href.slice(1)));
    expect(outside).toEqual([]);
  });

  test("sets only parameters of the controls it selects, with values of their type", () => {
    const available = controls
      .filter((control) => selected.includes(control.id))
      .flatMap((control) => control.params ?? []);
    const settings = profile.modify?.["set-parameters"] ?? [];
    const wrong = settings.filter((setting) => {
      const param = available.find((candidate) => candidate.id === setting["param-id"]);
      return param === undefined || !fitsType(param, setting.values ?? []);
    });
    expect(wrong).toEqual([]);
    expect(new Set(settings.map((setting) => setting["param-id"])).size).toBe(settings.length);
    expect(available.map((param) => param.id)).toContain("minimum-assurance");
  });

  test("says what it is for, who owns it and which version it is", () => {
    const { metadata } = profile;
    expect(propValues(metadata.props, "purpose", aimsNamespace)).toEqual([expect.stringMatching(/^[A-Z].{59,}\.$/)]);
    expect(metadata.remarks).toMatch(/^[A-Z][^]{99,}\.$/);
    expect({
      modified: metadata["last-modified"],
      version: metadata.version,
      oscal: metadata["oscal-version"],
      roles: metadata.roles?.map((role) => role.id),
      parties: metadata.parties,
      owner: metadata["responsible-parties"],
    }).toEqual({
      modified: "2026-11-01T00:00:00Z",
      version: "1.0.0",
      oscal: "1.2.2",
      roles: ["owner"],
      parties: [{ uuid: contentUuid("party/aims"), type: "organization", name: "aims" }],
      owner: [{ "role-id": "owner", "party-uuids": [contentUuid("party/aims")] }],
    });
  });

  test("has stable uuids, links that resolve, no empty array and prettier's layout", async () => {
    expect(profile.uuid).toBe(contentUuid(`profile/${name}`));
    const resources = (profile["back-matter"]?.resources ?? []).map((resource) => `#${resource.uuid}`);
    expect((profile.metadata.links ?? []).map((link) => link.href)).toEqual(resources);
    expect(nodesOf(profile).filter(({ node }) => Array.isArray(node) && node.length === 0)).toEqual([]);
    const text = projectText(`profiles/${name}.json`);
    expect(await format(text, { parser: "json", printWidth: 120 })).toBe(text);
  });
});

test("every control and parameter that a shipped rule names exists", () => {
  const known = { controls: order, parameters: params.map((param) => param.id) };
  expect(rules.length).toBeGreaterThanOrEqual(10);
  expect(spokenFor.filter((id) => !known.controls.includes(id))).toEqual([]);
  expect(rules.flatMap((rule) => rule.parameters).filter((id) => !known.parameters.includes(id))).toEqual([]);
});

test("the phases of a roll-out follow one another and end with everything", () => {
  const phases = profileNames.filter((name) => name.startsWith("iso-42001-phase-"));
  const imports = phases.map((name) => readProfile(name).imports.map((entry) => entry.href));
  expect(imports).toEqual([
    ["../catalog/iso-42001.json"],
    ["iso-42001-phase-1-governance.json", "../catalog/iso-42001.json"],
    ["iso-42001-phase-2-risk.json", "../catalog/iso-42001.json"],
    ["iso-42001-phase-3-data-and-models.json", "../catalog/iso-42001.json"],
  ]);
  expect(phases.map((name) => selectedIds(readProfile(name)).length)).toEqual([19, 34, 52, 70]);
  expect(inOrder(selectedIds(readProfile("iso-42001-phase-4-human-oversight")))).toEqual(order);
});

test("what is asked of a high-risk provider and of a deployer goes beyond their roles", () => {
  const values = (name: string): Record<string, readonly string[] | undefined> =>
    Object.fromEntries(
      (readProfile(name).modify?.["set-parameters"] ?? []).map((each) => [each["param-id"], each.values]),
    );
  expect(values("eu-high-risk-provider")).toEqual({
    "minimum-assurance": ["documented"],
    "log-retention-days": ["184"],
    "risk-justification-required-from": ["minimal"],
    "testing-max-age": ["365"],
    "impact-assessment-max-age": ["365"],
    "monitoring-max-age": ["183"],
  });
  expect(values("eu-deployer")).toEqual({
    "minimum-assurance": ["declared"],
    "log-retention-days": ["184"],
    "operator-training-max-age": ["365"],
    "impact-assessment-max-age": ["365"],
    "risk-justification-required-from": ["limited"],
  });
});

test("full selects everything and writes defaults of the catalog out", () => {
  const full = readProfile("iso-42001-full");
  expect(selectedIds(full)).toHaveLength(70);
  const settings = full.modify?.["set-parameters"] ?? [];
  const defaults = settings.map(({ "param-id": id }) => params.find((param) => param.id === id)?.values);
  expect(settings.map(({ values }) => values)).toEqual(defaults);
  expect(settings.map((setting) => setting["param-id"])).toEqual([
    "minimum-assurance",
    "inventory-review-max-age",
    "impact-assessment-max-age",
  ]);
});

test("starter selects what the shipped rules speak for, and the clause that carries the least assurance", () => {
  expect(selectedIds(readProfile("iso-42001-starter"))).toEqual(inOrder([...spokenFor, carriesMinimumAssurance]));
});

test("federal adds the impact on individuals and sets three parameters", () => {
  const federal = readProfile("us-federal-high-impact");
  expect(selectedIds(federal)).toEqual(inOrder([...spokenFor, carriesMinimumAssurance, "a.5.4"]));
  expect(federal.modify).toEqual({
    "set-parameters": [
      { "param-id": "minimum-assurance", values: ["declared"] },
      { "param-id": "inventory-review-max-age", values: ["365"] },
      { "param-id": "impact-assessment-max-age", values: ["365"] },
    ],
  });
  expect((federal["back-matter"]?.resources ?? []).map((resource) => resource.uuid)).toEqual([
    contentUuid("resource/omb-m-25-21"),
  ]);
});
