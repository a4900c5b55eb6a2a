/** Rules of a workspace that could pass for those of somebody else. */
import { describe, expect, it } from "vitest";
import { Viewpoint } from "../../src/files/viewpoint.js";
import { explain } from "../../src/runs/explain.js";
import { lockPacks } from "../../src/runs/packs.js";
import { nodeHost } from "../../src/runs/host.js";
import { validateWorkspace } from "../../src/runs/validate-workspace.js";
import { temporaryFolder, type Files } from "../support/folder.js";

const rule = (id: string, name: string, body: string): string => `# METADATA
# title: Rule ${id}
# description: A rule.
# custom: {id: ${id}, subject: system, controls: ["iso42001:4.3"], severity: low, remediation: Mend it.}
package ${name}

${body}
`;
const observed = 'observed contains {"message": "It is.", "at": "/system"}';
const workspace = (rules: string): Files => ({
  "aims.yaml": `profile: iso-42001-starter\nrules: [${rules}]\n`,
  "organization.yaml": "kind: organization\nid: o\nname: O\n",
  "systems/a.yaml": "kind: system\nid: a\nname: A\n",
});

async function problems(folder: string): Promise<readonly unknown[]> {
  const { problems: found } = await validateWorkspace({ workspace: "." }, nodeHost(folder, {}));
  return found.map(new Viewpoint(folder).printed).map(({ code, file, message, fix }) => ({ code, file, message, fix }));
}

describe("rules of a workspace", () => {
  it.each([
    ["aims-as-code/rules", "aims-as-code/"],
    ["aims/entry", "aims/entry/"],
    ["'pack:acme/rules'", "pack:"],
  ])("cannot lie in %s, whose name aims uses", async (folder, beginning) => {
    const path = `${folder.replaceAll("'", "")}/near.rego`;
    const files = { ...workspace(folder), [path]: rule("near", "acme.near", observed) };
    expect(await problems(temporaryFolder(files))).toEqual([
      {
        code: "rule-path-reserved",
        file: path,
        message: `Rules cannot lie in "${beginning}": aims uses this name for rules that are not the workspace's.`,
        fix: "Give the folder another name, and correct rules in aims.yaml.",
      },
    ]);
    const sound = { ...workspace("aims-rules"), "aims-rules/near.rego": rule("near", "acme.near", observed) };
    expect(await problems(temporaryFolder(sound))).toEqual([]);
  });
});

describe("the namespace of a pack", () => {
  const pack: Files = {
    "packs/a/rules/r.rego": rule("named", "packs.a.named", observed),
    "packs/a/rules/packs/a/data.yaml": "kept: {}\n",
    "packs/b/rules/r.rego": rule("named", "packs.a_b.c", observed),
  };

  async function withPacks(files: Files): Promise<readonly unknown[]> {
    const settings = `${String(workspace("rules")["aims.yaml"])}packs: {a: packs/a, a-b: packs/b}\n`;
    const folder = temporaryFolder({ ...workspace("rules"), ...pack, "aims.yaml": settings, ...files });
    await lockPacks(".", nodeHost(folder, {}));
    return problems(folder);
  }

  it("takes no packages and no data of the workspace", async () => {
    const files = {
      "rules/above.rego": `package packs\n\na.named.violation contains {"message": "No.", "at": "/system"}\n`,
      "rules/packs/a/banned/data.yaml": "names: [x]\n",
    };
    expect(await withPacks({ "rules/above.rego": files["rules/above.rego"] })).toEqual([
      {
        code: "package-reserved",
        file: "rules/above.rego",
        message: 'The package "packs" would add to "packs.a_b", which belongs to the pack "a-b".',
        fix: "Name a package of your own: aims.rules.my_rule for a rule, my.library for a library.",
      },
    ]);
    const { "rules/packs/a/banned/data.yaml": banned } = files;
    const conflict = {
      code: "data-conflict",
      message: '"data.packs.a" belongs to a pack: no data file of the workspace can add to it.',
      fix: "Give the value another name.",
    };
    expect(
      await withPacks({
        "rules/near.rego": rule("near", "acme.near", observed),
        "rules/packs/a/banned/data.yaml": banned,
      }),
    ).toEqual([{ ...conflict, file: "rules/packs/a/banned/data.yaml" }]);
    expect(
      await withPacks({
        "rules/near.rego": rule("near", "acme.near", observed),
        "rules/data.yaml": "packs: {a: {banned: true}}\n",
      }),
    ).toEqual([{ ...conflict, file: "rules/data.yaml" }]);
  });

  it("stands before the ids of its rules: who asks for one without it is told which rule is meant", async () => {
    const settings = "profile: iso-42001-starter\npacks: {a: packs/a}\n";
    const files = { "packs/a/rules/r.rego": rule("owner-within-unit", "packs.a.owner_within_unit", observed) };
    const folder = temporaryFolder({ ...workspace("rules"), ...files, "aims.yaml": settings });
    await lockPacks(".", nodeHost(folder, {}));
    const { topics, guess } = await explain({ topic: "owner-within-unit" }, nodeHost(folder, {}));
    expect([topics, guess]).toEqual([[], "a/owner-within-unit"]);
  });

  it("tells packs apart whose names and packages, one after the other, are spelt alike", async () => {
    const alike = { "packs/a/rules/s.rego": rule("other", "packs.a.b_c", observed) };
    expect(await withPacks({ ...alike, "rules/near.rego": rule("near", "acme.near", observed) })).toEqual([]);
  });
});
