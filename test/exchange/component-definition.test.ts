import { describe, expect, it } from "vitest";
import { profileScope } from "../../src/assessment/scope.js";
import { componentDefinition, componentDefinitionFolder, type RulesUnderProfile } from "../../src/exchange/oscal.js";
import type { DefinedComponent } from "../../src/oscal/model.js";
import { aimsNamespace } from "../../src/oscal/properties.js";
import type { ResolvedProfile } from "../../src/oscal/resolved-profile.js";
import { projectNamespace, uuidV5 } from "../../src/foundation/uuid.js";
import type { Rule } from "../../src/policy/rule.js";
import { uuid } from "../support/documents.js";
import { assessable, catalogText, profileText, resolveFiles } from "../support/profiles.js";
import { organization, rule } from "../support/subjects.js";

const ns = `ns: '${aimsNamespace}'`;
const framework = `{name: framework, ${ns}, value: house}`;

function control(id: string, params = ""): string {
  const props = `[{name: label, value: ${id.toUpperCase()}}, ${framework}]`;
  const parts = `[{id: ${id}_smt, name: statement, prose: Do it.}]`;
  return `- {id: ${id}, title: Control ${id}, props: ${props}, params: [${params}], parts: ${parts}}`;
}

const maxAge = `{id: max-age, label: longest age, usage: Days., values: ['30'], props: [{name: value-type, ${ns}, value: days}]}`;
const tier = `{id: tier, label: lowest tier, values: [low], props: [{name: value-type, ${ns}, value: choice}, {name: choice, ${ns}, value: low}, {name: choice, ${ns}, value: high}]}`;

/** A profile that selects three controls of four, and sets one of two parameters. */
async function house(): Promise<ResolvedProfile> {
  const controls = [control("b", maxAge), control("a", tier), control("c"), control("d")];
  return assessable(
    await resolveFiles({
      "own rules.yaml": profileText(
        "imports: [{href: house.yaml, include-controls: [{with-ids: [a, b, c]}]}]\nmodify: {set-parameters: [{param-id: max-age, values: ['7']}]}",
      ),
      "house.yaml": catalogText(`controls:\n${controls.join("\n")}`),
    }),
  );
}

async function basisOf(rules: readonly Rule[], more: Partial<RulesUnderProfile> = {}): Promise<RulesUnderProfile> {
  const resolved = await house();
  const { value: scope, problems } = profileScope(resolved, rules, rules);
  if (scope === undefined) throw new Error(JSON.stringify(problems));
  return {
    tool: { version: "1.2.3" },
    asOf: "2026-11-01",
    profile: { name: "own rules.yaml", resolved },
    policy: { sha256: "1".repeat(64), modules: ["1".repeat(64)], sources: "2".repeat(64) },
    scope,
    ...more,
  };
}

const compass = (name: string, value: string, remarks?: string): object => ({
  name,
  ns: "https://oscal-compass.github.io/compliance-trestle/schemas/oscal/cd",
  value,
  ...(remarks === undefined ? {} : { remarks }),
});
const own = (name: string, value: string, remarks?: string): object => ({
  name,
  ns: aimsNamespace,
  value,
  ...(remarks === undefined ? {} : { remarks }),
});

const reviewed = rule("reviewed", { controls: ["house:A", "house:B"], parameters: ["max-age"] });

function componentsOf(document: ReturnType<typeof componentDefinition>): readonly DefinedComponent[] {
  return document["component-definition"].components ?? [];
}

const profileUuid = uuid(2);

/** The UUID that docs/determinism.md promises for a key in the workspace of the bank. */
const made = (...key: readonly string[]): string =>
  uuidV5(uuidV5(projectNamespace, "workspace/bank"), JSON.stringify(key));

/** Name and value of the properties of rules that others read. */
function rulesIn(component: DefinedComponent | undefined): string[] {
  return (component?.props ?? [])
    .filter(({ name }) => /^[A-Z]/.test(name))
    .map(({ name, value, remarks = "" }) => `${remarks} ${name}=${value}`);
}

describe("the component definition of rules", () => {
  it("has a rule with its parameter, its check and its controls, in the words of trestle and Compliance-to-Policy", async () => {
    const basis = await basisOf([reviewed], {
      workspace: {
        organization: organization("kind: organization\nid: bank\nname: Bank\n"),
        ruleFiles: new Map([["reviewed", { name: "rules/a b/reviewed.rego", sha256: "2".repeat(64) }]]),
      },
    });
    const set = "rule_set_00";
    expect(componentDefinition(basis, "own%20rules.yaml")).toEqual({
      "component-definition": {
        uuid: made("document", "component-definition", profileUuid),
        metadata: {
          title: "Rules of aims under the profile T",
          "last-modified": "2026-11-01T00:00:00Z",
          version: "2026-11-01",
          "oscal-version": "1.2.2",
          roles: [{ id: "system-owner", title: "Owner of the AI management system" }],
          parties: [{ uuid: made("party", "organization"), type: "organization", name: "Bank" }],
          "responsible-parties": [{ "role-id": "system-owner", "party-uuids": [made("party", "organization")] }],
        },
        components: [
          {
            uuid: made("defined-component", "rules"),
            type: "service",
            title: "AI management system",
            description:
              "The AI management system of an organization and the AI systems that it covers: what the rules ask about. The prop subject-kind of a rule says which of the two.",
            props: [
              compass("Rule_Id", "reviewed", set),
              compass("Rule_Description", "What reviewed checks.", set),
              compass("Parameter_Id", "max-age", set),
              compass("Parameter_Description", "Days.", set),
              compass("Parameter_Value_Alternatives", "7", set),
              compass("Parameter_Value_Default", "30", set),
              own("severity", "high", set),
              own("subject-kind", "system", set),
              own("remediation", "Mend reviewed.", set),
            ],
            links: [{ href: `#${made("rule", "reviewed")}`, rel: "reference", text: "Title of reviewed" }],
            "control-implementations": [
              {
                uuid: made("control-implementation", profileUuid),
                source: "own%20rules.yaml",
                description: "T",
                props: [compass("Framework_Short_Name", "own rules")],
                "set-parameters": [{ "param-id": "max-age", values: ["7"] }],
                "implemented-requirements": [
                  {
                    uuid: made("control-implementation", profileUuid, "b"),
                    "control-id": "b",
                    description: "Rules check it: Title of reviewed.",
                    props: [compass("Rule_Id", "reviewed")],
                  },
                  {
                    uuid: made("control-implementation", profileUuid, "a"),
                    "control-id": "a",
                    description: "Rules check it: Title of reviewed.",
                    props: [compass("Rule_Id", "reviewed")],
                  },
                ],
              },
            ],
          },
          {
            uuid: made("defined-component", "checks"),
            type: "validation",
            title: "aims",
            description:
              "Evaluates Rego rules, compiled to WASM, on descriptors of AI systems and of the organization.",
            props: [
              { name: "version", value: "1.2.3" },
              own("policy-sha256", "1".repeat(64)),
              own("policy-module-sha256", "1".repeat(64)),
              own("policy-sources-sha256", "2".repeat(64)),
              compass("Rule_Id", "reviewed", set),
              compass("Check_Id", "aims.rules.reviewed", set),
              compass(
                "Check_Description",
                "Evaluates the Rego package aims.rules.reviewed on the descriptor of each AI system.",
                set,
              ),
              compass("Target_Component", "AI management system", set),
            ],
          },
        ],
        "back-matter": {
          resources: [
            {
              uuid: made("rule", "reviewed"),
              title: "Title of reviewed",
              description: "Mend reviewed.",
              props: [own("rule-id", "reviewed"), own("path-base", "workspace")],
              rlinks: [
                { href: "rules/a%20b/reviewed.rego", hashes: [{ algorithm: "SHA-256", value: "2".repeat(64) }] },
              ],
            },
          ],
        },
      },
    });
  });

  it("counts further parameters of a rule, and names the values of which one has to be chosen", async () => {
    const both = rule("both", { controls: ["house:C"], parameters: ["tier", "max-age"], subject: "organization" });
    const [rules, checks] = componentsOf(componentDefinition(await basisOf([both]), "x.json"));
    expect(rulesIn(rules)).toEqual([
      "rule_set_00 Rule_Id=both",
      "rule_set_00 Rule_Description=What both checks.",
      "rule_set_00 Parameter_Id=tier",
      "rule_set_00 Parameter_Description=lowest tier",
      "rule_set_00 Parameter_Value_Alternatives=low, high",
      "rule_set_00 Parameter_Value_Default=low",
      "rule_set_00 Parameter_Id_1=max-age",
      "rule_set_00 Parameter_Description_1=Days.",
      "rule_set_00 Parameter_Value_Alternatives_1=7",
      "rule_set_00 Parameter_Value_Default_1=30",
    ]);
    expect(rules?.["control-implementations"]?.[0]?.["set-parameters"]).toEqual([
      { "param-id": "max-age", values: ["7"] },
      { "param-id": "tier", values: ["low"] },
    ]);
    expect(rulesIn(checks).at(2)).toBe(
      "rule_set_00 Check_Description=Evaluates the Rego package aims.rules.both on the descriptor of the organization.",
    );
  });

  it("has rules by id with the set's name in common, and says whom a check concerns", async () => {
    const second = rule("tested", { controls: ["house:A", "house:D"], concerns: "Systems that are deployed." });
    const [rules, checks] = componentsOf(componentDefinition(await basisOf([second, reviewed]), "x.json"));
    const ids = (component?: DefinedComponent): string[] =>
      rulesIn(component).filter((each) => each.includes(" Rule_Id="));
    expect(ids(rules)).toEqual(["rule_set_00 Rule_Id=reviewed", "rule_set_01 Rule_Id=tested"]);
    expect(ids(checks)).toEqual(ids(rules));
    expect(rulesIn(checks)).toContain(
      "rule_set_01 Check_Description=Evaluates the Rego package aims.rules.tested on the descriptor of each AI system. It concerns: Systems that are deployed.",
    );
    const requirements = rules?.["control-implementations"]?.[0]?.["implemented-requirements"];
    expect(requirements?.map(({ "control-id": id, description, props }) => [id, description, props?.length])).toEqual([
      ["b", "Rules check it: Title of reviewed.", 1],
      ["a", "Rules check it: Title of reviewed; Title of tested.", 2],
    ]);
  });

  it("leaves out a rule of which the profile selects no control, and sets no parameter where none is read", async () => {
    const outside = rule("outside", { controls: ["house:D"], parameters: ["max-age"] });
    const inside = rule("inside", { controls: ["house:C"] });
    const document = componentDefinition(await basisOf([outside, inside]), "x.json");
    expect(JSON.stringify(document)).not.toContain("outside");
    const [rules] = componentsOf(document);
    expect(rules?.["control-implementations"]?.[0]).toEqual({
      uuid: expect.any(String) as string,
      source: "x.json",
      description: "T",
      props: [compass("Framework_Short_Name", "own rules")],
      "implemented-requirements": [
        {
          uuid: expect.any(String) as string,
          "control-id": "c",
          description: "Rules check it: Title of inside.",
          props: [compass("Rule_Id", "inside")],
        },
      ],
    });
  });

  it("has the profile's title as it is, for it is markup, and what a rule says as plain text", async () => {
    const { profile, ...rest } = await basisOf([rule("own", { controls: ["house:C"], title: "Own *rule*" })]);
    const { resolved } = profile;
    const metadata = { ...resolved.profile.metadata, title: "The *house*" };
    const titled = { ...profile, resolved: { ...resolved, profile: { ...resolved.profile, metadata } } };
    const document = componentDefinition({ ...rest, profile: titled }, "x.json");
    expect(document["component-definition"].metadata.title).toBe("Rules of aims under the profile The *house*");
    const [rules] = componentsOf(document);
    const [implementation] = rules?.["control-implementations"] ?? [];
    expect([
      implementation?.description,
      implementation?.["implemented-requirements"][0]?.description,
      rules?.links?.[0]?.text,
    ]).toEqual(["The *house*", "Rules check it: Own \\*rule\\*.", "Own \\*rule\\*"]);
  });

  it("names the page of a rule that ships with aims, and nobody where there is no workspace", async () => {
    const { metadata, "back-matter": backMatter } = componentDefinition(await basisOf([reviewed]), "x.json")[
      "component-definition"
    ];
    expect(metadata).toEqual({
      title: "Rules of aims under the profile T",
      "last-modified": "2026-11-01T00:00:00Z",
      version: "2026-11-01",
      "oscal-version": "1.2.2",
    });
    expect(backMatter?.resources?.[0]).toMatchObject({
      props: [own("rule-id", "reviewed"), own("path-base", "package")],
      rlinks: [{ href: "docs/rules/reviewed.md", "media-type": "text/markdown" }],
    });
  });

  it("keeps its identities from day to day, and has others for another organization or none", async () => {
    const uuids = (basis: RulesUnderProfile): string[] =>
      [...JSON.stringify(componentDefinition(basis, "x.json")).matchAll(/"uuid":"([^"]+)"/g)].map(([, found]) =>
        String(found),
      );
    const at = (id: string): NonNullable<RulesUnderProfile["workspace"]> => ({
      organization: organization(`kind: organization\nid: ${id}\nname: Name\n`),
      ruleFiles: new Map(),
    });
    const bank = uuids(await basisOf([reviewed], { workspace: at("bank") }));
    expect(new Set(bank).size).toBe(bank.length);
    expect(uuids(await basisOf([reviewed], { workspace: at("bank"), asOf: "2027-01-01" }))).toEqual(bank);
    const [shipped] = uuids(await basisOf([reviewed]));
    const namespace = uuidV5(projectNamespace, "shipped-rules");
    expect(shipped).toBe(uuidV5(namespace, JSON.stringify(["document", "component-definition", profileUuid])));
    const others = [
      ...uuids(await basisOf([reviewed], { workspace: at("shop") })),
      ...uuids(await basisOf([reviewed])),
    ];
    expect(others.filter((each) => bank.includes(each))).toEqual([]);
  });
});

describe("a folder with a component definition", () => {
  it.each(["json", "yaml", "xml"] as const)("has the catalog and the profile beside it, as %s", async (format) => {
    const folder = componentDefinitionFolder(await basisOf([reviewed]), format);
    expect([...folder.keys()]).toEqual([`house.${format}`, `own rules.${format}`, `component-definition.${format}`]);
    expect(folder.get(`own rules.${format}`)?.()).toMatchObject({
      profile: { imports: [{ href: `house.${format}` }] },
    });
    expect(folder.get(`component-definition.${format}`)?.()).toEqual(
      componentDefinition(await basisOf([reviewed]), `own%20rules.${format}`),
    );
  });
});
