/** The rules of a workspace as a component definition, from its files to the documents. */
import { readdirSync } from "node:fs";
import { relative } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  exportComponentDefinition,
  memoryHost,
  validateOscal,
  type ComponentDefinitionExport,
  type ExportComponentDefinitionRequest,
  type MemoryHost,
} from "../../src/index.js";
import type { ComponentDefinition } from "../../src/oscal/model.js";
import { temporaryFolderForAll } from "../support/folder.js";
import { projectPath, projectRoot, projectText } from "../support/project.js";

const asOf = "2026-11-01";

function ownRule(id: string, control: string, parameters = ""): string {
  return `# METADATA
# title: Title of ${id}
# description: What ${id} checks.
# custom:
#   id: ${id}
#   subject: system
#   controls: [${control}]
#   severity: low
#   remediation: Mend ${id}.
#   parameters: [${parameters}]
package own.${id}

applicable if true

observed contains {"message": "Yes.", "at": "/system/name"} if input.system.name
`;
}

const files = new Map([
  ["shop/aims.yaml", "profile: iso-42001-phase-1-governance\n"],
  ["shop/organization.yaml", "kind: organization\nid: shop\nname: Shop\n"],
  ["shop/rules/heard.rego", ownRule("heard", "iso42001:A.3.2")],
  ["shop/rules/outside.rego", ownRule("outside", "iso42001:A.10.3")],
]);

/** The same workspace without rules of its own, where they do not matter: they need not be compiled. */
const plain = new Map([...files].filter(([name]) => !name.endsWith(".rego")));

/** Text of every shipped rule. */
const ruleSources = readdirSync(projectPath("rules"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".rego") && !name.endsWith("_test.rego") && !name.startsWith("lib"))
  .map((name) => projectText(`rules/${name}`));

/** Own rules are compiled once. */
const cache = temporaryFolderForAll();

interface Exported extends ComponentDefinitionExport {
  readonly host: MemoryHost;
  readonly files: ReadonlyMap<string, string>;
}

async function exported(
  request: ExportComponentDefinitionRequest,
  { folder = "/w", of = files }: { folder?: string; of?: ReadonlyMap<string, string> } = {},
): Promise<Exported> {
  const host = memoryHost({ folder, files: of });
  const result = await exportComponentDefinition({ asOf, ...request }, { ...host, cache });
  const made = [...host.written].map(
    ([path, bytes]) => [relative(folder, path), Buffer.from(bytes).toString()] as const,
  );
  return { ...result, host, files: new Map(made) };
}

function definitionIn(text = "{}"): ComponentDefinition | undefined {
  return (JSON.parse(text) as { "component-definition"?: ComponentDefinition })["component-definition"];
}

function ruleIds(definition: ComponentDefinition | undefined): string[] {
  return (definition?.components?.[0]?.props ?? []).filter(({ name }) => name === "Rule_Id").map(({ value }) => value);
}

describe("the rules of a workspace", () => {
  let shop: Exported;
  beforeAll(async () => {
    shop = await exported({ workspace: "shop", out: "out" });
  });

  it("are its own and the shipped ones that the profile selects controls of; of its own the others are named", () => {
    const definition = definitionIn(shop.files.get("out/component-definition.json"));
    const ids = ruleIds(definition);
    expect(ids).toEqual(expect.arrayContaining(["heard", "inventory-entry-fresh", "owner-assigned"]));
    // Rules for controls that the profile does not select, and shipped ones for another framework.
    for (const other of ["outside", "log-retention", "eu-role-recorded"]) expect(ids).not.toContain(other);
    expect(shop.problems.map(({ code, severity, message, line }) => ({ code, severity, message, line }))).toEqual([
      {
        code: "rule-outside-profile",
        severity: "warning",
        line: 1,
        message: expect.stringContaining('"outside"') as string,
      },
    ]);
    const [{ "implemented-requirements": requirements } = { "implemented-requirements": [] }] =
      definition?.components?.[0]?.["control-implementations"] ?? [];
    expect(shop.counts).toEqual({ rules: ids.length, controls: requirements.length });
    const pages = definition?.["back-matter"]?.resources?.map(({ title, rlinks }) => [title, rlinks?.[0]?.href]);
    expect(pages).toHaveLength(ids.length);
    expect(pages).toEqual(
      expect.arrayContaining([
        ["Title of heard", "rules/heard.rego"],
        ["The inventory entry was reviewed recently", "docs/rules/inventory-entry-fresh.md"],
        ["An owner is assigned to every system", "docs/rules/owner-assigned.md"],
      ]),
    );
  });

  it("go into a folder with the profile and its catalogs, all of them valid and leading to one another", async () => {
    expect(shop.written).toEqual(["iso-42001.json", "iso-42001-phase-1-governance.json", "component-definition.json"]);
    const { value, problems } = await validateOscal({ files: ["out"], follow: true, asOf }, shop.host);
    expect([value?.files.length, value?.valid, problems]).toEqual([3, true, []]);
    const [{ "control-implementations": [implementation] = [] } = {}] =
      definitionIn(shop.files.get("out/component-definition.json"))?.components ?? [];
    expect(implementation?.source).toBe("iso-42001-phase-1-governance.json");
  });

  it("give the same bytes in another folder, and with another day no other identities", async () => {
    const elsewhere = new Map([...files].map(([name, text]) => [name.replace(/^shop/, "a/b"), text]));
    const again = await exported({ workspace: ".", out: "../../o" }, { folder: "/x/a/b", of: inFolder(elsewhere) });
    const named = (each: Exported): unknown[] => [...each.files].map(([path, text]) => [path.split("/").at(-1), text]);
    expect(named(again)).toEqual(named(shop));
    const later = await exported({ workspace: "shop", out: "out", asOf: "2027-01-01" });
    const definition = definitionIn(later.files.get("out/component-definition.json"));
    expect(definition).toEqual({
      ...definitionIn(shop.files.get("out/component-definition.json")),
      metadata: {
        ...definition?.metadata,
        "last-modified": "2027-01-01T00:00:00Z",
        version: "2027-01-01",
      },
    });
  });

  /** The same files for a host that stands in the workspace. */
  function inFolder(of: ReadonlyMap<string, string>): Map<string, string> {
    return new Map([...of].map(([name, text]) => [`/x/${name}`, text]));
  }
});

describe("a component definition", () => {
  const here = (request: ExportComponentDefinitionRequest): Promise<ComponentDefinitionExport> =>
    exportComponentDefinition({ asOf, ...request }, memoryHost({ folder: projectRoot }));

  it("has all shipped rules for the standard under the full profile where there is no workspace, and names the profile by its address", async () => {
    const { text, problems, counts, written } = await exported({}, { of: new Map() });
    const forStandard = ruleSources.filter((source) => source.includes("iso42001:"));
    expect(forStandard.length).toBeGreaterThan(100);
    expect([problems, written, counts?.rules]).toEqual([[], [], forStandard.length]);
    const definition = definitionIn(text);
    expect(definition?.components?.[0]?.["control-implementations"]?.[0]?.source).toBe("aims:profile/iso-42001-full");
    expect(definition?.metadata.parties).toBeUndefined();
  });

  it.each(["json", "yaml", "xml"] as const)(
    "is the same and valid as %s, by the ending of its file",
    async (format) => {
      const host = memoryHost({ folder: "/w", files: new Map() });
      const out = `rules.${format}`;
      const { written } = await exportComponentDefinition({ asOf, profile: "iso-42001-starter", out }, host);
      expect([written, [...host.written.keys()]]).toEqual([[out], [`/w/${out}`]]);
      const { value, problems } = await validateOscal({ files: [out], follow: true, asOf }, host);
      expect([value?.valid, value?.files.length, problems]).toEqual([true, 3, []]);
      const asText = await exported({ profile: "iso-42001-starter", to: format }, { of: new Map() });
      expect(Buffer.from(host.written.get(`/w/${out}`) ?? []).toString()).toBe(asText.text);
    },
  );

  it("names a profile of one's own by the way from its own file", async () => {
    const profile = `profile:
  uuid: 11111111-2222-4333-8444-555555555555
  metadata: {title: Mine, last-modified: '2026-01-01T00:00:00Z', version: '1', oscal-version: 1.2.2}
  imports: [{href: "aims:catalog/iso-42001", include-controls: [{with-ids: [a.3.2]}]}]
`;
    const of = new Map([["profiles/my profile.yaml", profile]]);
    const { files: made } = await exported({ profile: "profiles/my profile.yaml", out: "a/rules.json" }, { of });
    const [rules] = definitionIn(made.get("a/rules.json"))?.components ?? [];
    const [{ source, props } = {}] = rules?.["control-implementations"] ?? [];
    expect([source, props?.[0]?.value]).toEqual(["../profiles/my%20profile.yaml", "my profile"]);
  });

  it("of the example has every rule of its profile", async () => {
    const { problems, counts } = await here({ workspace: "examples/meridian-bank" });
    expect([problems, counts]).toEqual([[], { rules: 73, controls: 19 }]);
  });
});

describe("a component definition is refused", () => {
  const codes = async (
    request: ExportComponentDefinitionRequest,
    more: Record<string, string> = {},
  ): Promise<unknown> => {
    const of = new Map([...plain, ...Object.entries(more)]);
    const { problems, counts, files: made } = await exported({ workspace: "shop", ...request }, { of });
    return [problems.filter(({ severity }) => severity === "error").map(({ code }) => code), counts, made.size];
  };

  it("where the workspace, its profile, its rules or its organization cannot be used", async () => {
    expect(await codes({ workspace: "nowhere" })).toEqual([["no-workspace"], undefined, 0]);
    expect(await codes({ profile: "iso-42001-ful" })).toEqual([["unknown-profile"], undefined, 0]);
    expect(await codes({}, { "shop/aims.yaml": "" })).toEqual([["no-profile"], undefined, 0]);
    expect(await codes({}, { "shop/rules/heard.rego": "package" })).toEqual([["rego-parse-error"], undefined, 0]);
    expect(await codes({}, { "shop/organization.yaml": "kind: organization\nid: 1\n" })).toMatchObject([
      expect.arrayContaining([expect.any(String)]),
      undefined,
      0,
    ]);
  });

  it("where it would take the place of what is read, now or later", async () => {
    const of = new Map([...plain, ["shop/rules/README.md", "None yet."]]);
    const conflict = { diagnostics: [expect.objectContaining({ code: "output-conflict" })] };
    await expect(exported({ workspace: "shop", out: "shop/rules/data.json" }, { of })).rejects.toMatchObject(conflict);
    await expect(exported({ workspace: "shop", out: "shop/rules" }, { of })).rejects.toMatchObject(conflict);
    await expect(exported({ workspace: "shop", out: "shop/aims.yaml" }, { of })).rejects.toMatchObject(conflict);
  });
});
