import { readdirSync } from "node:fs";
import { resolve } from "node:path";

import { format } from "prettier";
import { describe, expect, test } from "vitest";

import { shippedPolicy } from "../../src/workspace/policy.js";
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
import { catalog as euCatalog, catalogPath as euCatalogPath } from "./eu-ai-act.js";
import { fitsType } from "./parameter-types.js";
import { contentUuid } from "./stable-uuid.js";

const catalogs = [
  { path: catalogPath, framework: "iso42001", catalog: readCatalog() },
  { path: euCatalogPath, framework: "eu-ai-act", catalog: euCatalog },
].map((each) => ({ ...each, controls: controlsOf(each.catalog) }));
const controls = catalogs.flatMap((each) => each.controls);
const params = catalogs.flatMap(({ catalog }) => paramsOf(catalog));
const order = controls.map((control) => control.id);
/** The id of a control by its reference, the framework and the printed label. */
const idOf = new Map<string, string>(
  catalogs.flatMap(({ framework, controls }) =>
    controls.map(({ id, props }) => [`${framework}:${propValues(props, "label")[0] ?? ""}`, id] as const),
  ),
);

const { rules } = shippedPolicy().policy;
const spokenFor = new Set(rules.flatMap((rule) => rule.controls).map((reference) => idOf.get(reference) ?? reference));

function idsOf(href: string): string[] {
  const whole = catalogs.find(({ path }) => href === `../${path}`);
  return (whole?.controls ?? []).map((control) => control.id);
}

/** Clause 9.1 declares the least assurance, without which no state can be decided. */
const carriesMinimumAssurance = "cl.9.1";

/** The controls that a profile selects, itself and through the profiles that it imports. */
function selectedIds(profile: Profile): string[] {
  return profile.imports.flatMap((entry) => {
    if (entry["include-all"] === undefined) {
      return (entry["include-controls"] ?? []).flatMap((selection) => selection["with-ids"] ?? []);
    }
    const imported = profileNames.find((name) => entry.href === `${name}.json`);
    if (imported !== undefined) return selectedIds(readProfile(imported));
    return idsOf(entry.href);
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

  test("imports shipped catalogs or profiles that lead to them, and keeps their structure", () => {
    const known = [
      ...catalogs.map(({ path }) => path),
      ...profileNames.filter((other) => other !== name).map((other) => `profiles/${other}.json`),
    ];
    const imported = profile.imports.map((entry) => resolve(projectPath("profiles"), entry.href));
    expect(imported.filter((path) => !known.map((each) => resolve(projectPath(each))).includes(path))).toEqual([]);
    expect(new Set(imported).size).toBe(imported.length);
    expect(profile.merge).toEqual({ "as-is": true });
  });

  test("names only controls of these catalogs, once and in their order", () => {
    expect(selected.filter((id) => !order.includes(id))).toEqual([]);
    expect(new Set(selected).size).toBe(selected.length);
    for (const ids of ownSelections(profile)) expect(ids).toEqual(inOrder(ids));
  });

  test("selects only controls for which a shipped rule speaks", () => {
    expect(selected.filter((id) => !spokenFor.has(id))).toEqual([]);
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
  const known = params.map((param) => param.id);
  expect(rules.length).toBeGreaterThan(200);
  expect([...spokenFor].filter((id) => !order.includes(id))).toEqual([]);
  expect(rules.flatMap((rule) => rule.parameters).filter((id) => !known.includes(id))).toEqual([]);
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
  expect(inOrder(selectedIds(readProfile("iso-42001-phase-4-human-oversight")))).toEqual(
    idsOf("../catalog/iso-42001.json"),
  );
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

test("the EU profiles add to a role what the Act asks of it, and together all of it that rules speak for", () => {
  const names = ["eu-deployer", "eu-high-risk-provider"];
  const ofTheAct = names.map((name) =>
    readProfile(name)
      .imports.filter(({ href }) => href === "../catalog/eu-ai-act.json")
      .flatMap((entry) => entry["include-controls"] ?? [])
      .flatMap((selection) => selection["with-ids"] ?? []),
  );
  expect(names.map((name) => readProfile(name).imports[0]?.href)).toEqual([
    "iso-42001-customer.json",
    "iso-42001-provider.json",
  ]);
  const act = idsOf("../catalog/eu-ai-act.json");
  expect(inOrder(ofTheAct.flat())).toEqual(act.filter((id) => spokenFor.has(id)));
  // Prohibitions, literacy and transparency bind both; what a provider or a deployer of a high-risk system owes binds one.
  const both = (ofTheAct[0] ?? []).filter((id) => ofTheAct[1]?.includes(id));
  expect(both).toEqual(expect.arrayContaining(["art-4", "art-5", "art-50"]));
  expect(ofTheAct.map((ids) => ["art-9", "art-16", "art-26", "art-27"].filter((id) => ids.includes(id)))).toEqual([
    ["art-26", "art-27"],
    ["art-9"],
  ]);
});

test("starter begins with governance, risk and operation, and asks for nothing that the whole standard does not", () => {
  const starter = selectedIds(readProfile("iso-42001-starter"));
  expect(starter).toHaveLength(19);
  expect(starter).toContain(carriesMinimumAssurance);
});

test("federal covers every rule of its own law and practices, and sets three parameters", () => {
  const federal = readProfile("us-federal-high-impact");
  const selected = selectedIds(federal);
  const own = rules.filter(({ id }) => id.startsWith("high-impact-"));
  expect(own).toHaveLength(9);
  const left = own.filter(({ controls }) =>
    controls.every((reference) => !selected.includes(idOf.get(reference) ?? "")),
  );
  expect(left.map(({ id }) => id)).toEqual([]);
  expect(selected).toEqual(expect.arrayContaining(["a.5.4", carriesMinimumAssurance]));
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
