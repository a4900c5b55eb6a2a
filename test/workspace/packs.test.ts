import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { Viewpoint } from "../../src/files/viewpoint.js";
import { nodeHost } from "../../src/runs/host.js";
import { listPacks, lockPacks } from "../../src/runs/packs.js";
import { resolveProfile } from "../../src/runs/resolve-profile.js";
import { checkRules } from "../../src/runs/rules.js";
import { validateWorkspace } from "../../src/runs/validate-workspace.js";
import { temporaryFolder, type Files } from "../support/folder.js";

const rule = `# METADATA
# title: Owners are of the allowed kind
# description: Every system has an owner who is not barred.
# custom:
#   id: owner-assigned
#   subject: system
#   controls: [acme:X-1]
#   severity: high
#   remediation: Name the owner.
package packs.acme_inc.owner_assigned

violation contains {"message": "The owner is barred.", "at": "/system/roles/owner/person"} if {
	input.system.roles.owner.person in data.packs.acme_inc.barred
}

observed contains {"message": "The owner is not barred.", "at": "/system/roles"} if count(violation) == 0
`;

const framework = [{ name: "framework", ns: "https://aims-as-code.org/ns/oscal", value: "acme" }];
const metadata = {
  "last-modified": "2026-11-01T00:00:00Z",
  version: "1.0",
  "oscal-version": "1.2.2",
};

const catalog = {
  catalog: {
    uuid: "5a7a4b0e-6c55-4b7f-9d07-6a2f24b1a111",
    metadata: { title: "Controls of Acme", ...metadata, props: framework },
    controls: [
      {
        id: "x-1",
        title: "Owners",
        props: [{ name: "label", value: "X-1" }, ...framework],
        parts: [{ id: "x-1_smt", name: "statement", prose: "A system has an owner." }],
      },
    ],
  },
};

const profile = {
  profile: {
    uuid: "5a7a4b0e-6c55-4b7f-9d07-6a2f24b1a222",
    metadata: { title: "Baseline of Acme", ...metadata },
    imports: [
      { href: "../catalog/controls.json", "include-all": {} },
      { href: "aims:profile/iso-42001-starter", "include-all": {} },
    ],
    merge: { "as-is": true },
  },
};

const pack: Files = {
  "package.json": '{ "name": "@acme/pack", "version": "1.2.0" }',
  "README.md": "For people.",
  "rules/owner.rego": rule,
  "rules/packs/acme_inc/data.json": '{ "barred": ["Nobody"] }',
  "catalog/controls.json": JSON.stringify(catalog),
  "profiles/baseline.json": JSON.stringify(profile),
};

function within(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}

const workspace: Files = {
  "organization.yaml": "kind: organization\nid: shop\nname: Shop\n",
  "systems/one.yaml":
    "kind: system\nid: one\nname: One\nevidence:\n- id: e\n  kind: other\n  state: draft\n  controls: [acme:X-1]\n",
};

const fromFolder: Files = {
  ...workspace,
  "aims.yaml": "packs:\n  acme-inc: third/acme\n",
  ...within("third/acme", pack),
};

function words(problems: readonly Diagnostic[], folder: string): string[] {
  return problems
    .map(new Viewpoint(folder).printed)
    .map(
      ({ severity, code, message, file = "", line = 0, column = 0 }) =>
        `${file}:${String(line)}:${String(column)} ${severity} ${code}: ${message}`,
    );
}

/** The digest as sha256sum over the list of sha256sum gives it. */
function digest(files: Files): string {
  const lines = Object.entries(files)
    .filter(([path]) => path.includes("/"))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, content]) => `${createHash("sha256").update(content).digest("hex")}  ${path}\n`);
  return createHash("sha256").update(lines.join("")).digest("hex");
}

async function locked(files: Files): Promise<string> {
  const folder = temporaryFolder(files);
  expect((await lockPacks(undefined, nodeHost(folder, {}))).problems).toEqual([]);
  return folder;
}

describe("the lock file of packs", () => {
  it("says where each comes from and what it holds, and stays as it is while that is so", async () => {
    const folder = temporaryFolder(fromFolder);
    const host = nodeHost(folder, {});
    const before = await listPacks(undefined, host);
    const listed = {
      ...{ name: "acme-inc", source: "third/acme", version: "1.2.0", sha256: digest(pack), rules: 1 },
      documents: ["pack:acme-inc/catalog/controls", "pack:acme-inc/profile/baseline"],
    };
    expect(before.value.packs).toEqual([{ ...listed, state: "not-locked" }]);
    expect(words(before.problems, folder)).toEqual([
      'aims.yaml:2:13 error pack-not-locked: The pack "acme-inc" is not in aims-packs.lock.json.',
    ]);
    expect(await lockPacks(undefined, host)).toMatchObject({ value: { written: true }, problems: [] });
    expect(JSON.parse(readFileSync(join(folder, "aims-packs.lock.json"), "utf8"))).toEqual({
      $schema: "https://aims-as-code.org/schemas/packs-lock-1.0.schema.json",
      packs: { "acme-inc": { source: "third/acme", version: "1.2.0", sha256: digest(pack) } },
    });
    expect(await lockPacks(undefined, host)).toMatchObject({ value: { written: false }, problems: [] });
    expect(await listPacks(undefined, host)).toMatchObject({
      value: { packs: [{ ...listed, state: "locked" }] },
      problems: [],
    });
  });

  it("keeps everything from being assessed by rules that nobody looked at", async () => {
    const folder = await locked(fromFolder);
    writeFileSync(join(folder, "third/acme/rules/owner.rego"), rule.replace("barred.", "barred!"));
    const changed = digest({ ...pack, "rules/owner.rego": rule.replace("barred.", "barred!") });
    const { problems } = await validateWorkspace({ workspace: "." }, nodeHost(folder, {}));
    expect(words(problems, folder)).toEqual([
      `aims.yaml:2:13 error pack-changed: The pack "acme-inc" holds ${changed.slice(0, 12)}; the lock file has ${digest(pack).slice(0, 12)}.`,
    ]);
  });

  it("notices a pack that comes from somewhere else, and one that is no longer named", async () => {
    const folder = await locked({ ...fromFolder, ...within("other", pack) });
    writeFileSync(join(folder, "aims.yaml"), "packs:\n  acme-inc: other\n");
    expect(words((await listPacks(undefined, nodeHost(folder, {}))).problems, folder)).toEqual([
      'aims.yaml:2:13 error pack-changed: The pack "acme-inc" was locked from "third/acme"; aims.yaml takes it from somewhere else.',
    ]);
    writeFileSync(join(folder, "aims.yaml"), "packs: {}\n");
    expect(words((await listPacks(undefined, nodeHost(folder, {}))).problems, folder)).toEqual([
      'aims-packs.lock.json:4:5 warning pack-not-named: The lock file has the pack "acme-inc", which aims.yaml does not name.',
    ]);
    expect(await lockPacks(undefined, nodeHost(folder, {}))).toMatchObject({
      value: { packs: [], written: true },
      problems: [],
    });
  });

  it("is not written where a workspace has no packs", async () => {
    const folder = temporaryFolder(workspace);
    expect(await lockPacks(undefined, nodeHost(folder, {}))).toMatchObject({ value: { written: false }, problems: [] });
  });
});

describe("where packs come from", () => {
  it("may be an installed package, at or above the workspace", async () => {
    const folder = temporaryFolder({
      ...within("w", { ...workspace, "aims.yaml": "packs:\n  acme-inc: npm:@acme/pack\n" }),
      ...within("node_modules/@acme/pack", pack),
    });
    const host = nodeHost(folder, {});
    await lockPacks("w", host);
    expect(await listPacks("w", host)).toMatchObject({
      value: { packs: [{ version: "1.2.0", sha256: digest(pack), state: "locked" }] },
      problems: [],
    });
    expect(words((await validateWorkspace({ workspace: "w" }, host)).problems, folder)).toEqual([
      ":0:0 warning no-profile: No profile says which controls to assess, so controls and parameters were not checked.",
    ]);
  });

  it("must be there", async () => {
    const sources = [
      "third/nothing",
      "../elsewhere",
      "npm:@acme/none",
      "npm:No Such",
      "https://packs.example/acme",
      "systems",
    ];
    const settings = `packs:\n${sources.map((source, index) => `  p${String(index)}: "${source}"\n`).join("")}`;
    const folder = temporaryFolder({ ...workspace, "aims.yaml": settings });
    expect(words((await listPacks(undefined, nodeHost(folder, {}))).problems, folder)).toEqual([
      'aims.yaml:2:7 error pack-not-found: The pack "p0" is not there: "third/nothing" is not a folder.',
      'aims.yaml:3:7 error pack-not-found: The pack "p1" is not there: "../elsewhere" leads out of the workspace.',
      'aims.yaml:4:7 error pack-not-found: The pack "p2" is not there: no folder node_modules at or above the workspace has "@acme/none".',
      'aims.yaml:5:7 error pack-not-found: The pack "p3" is not there: "No Such" is not the name of a package.',
      'aims.yaml:6:7 error pack-not-found: The pack "p4" is not there: "https://packs.example/acme" is an address, and nothing is fetched from a network.',
      'aims.yaml:7:7 error pack-without-content: The pack "p5" holds nothing: "systems" has no files in rules/, catalog/ or profiles/.',
    ]);
  });
});

describe("what packs hold", () => {
  it("is checked with the workspace's own rules, under the name of the pack, and its controls are known", async () => {
    const folder = await locked(fromFolder);
    const { rules, problems } = await checkRules(".", nodeHost(folder, {}));
    expect(words(problems, folder)).toEqual([]);
    expect(
      rules.filter(({ title }) => title.startsWith("Owners are")).map(({ id, file, controls }) => [id, file, controls]),
    ).toEqual([["acme-inc/owner-assigned", "pack:acme-inc/rules/owner.rego", ["acme:X-1"]]]);
    expect(rules.map(({ id }) => id)).toContain("owner-assigned");
    const validated = await validateWorkspace({ workspace: "." }, nodeHost(folder, {}));
    expect(validated.problems.map(({ code }) => code)).toEqual(["no-profile"]);
  });

  it("lies in its namespace, which nobody else adds to", async () => {
    const astray = await locked({
      ...fromFolder,
      "third/acme/rules/owner.rego": rule.replace("package packs.acme_inc.owner", "package acme.other_owner"),
      "rules/own.rego": "package packs.acme_inc.more\n\nx := 1\n",
    });
    expect(words((await checkRules(".", nodeHost(astray, {}))).problems, astray)).toEqual([
      'third/acme/rules/owner.rego:10:1 error pack-namespace: The package "acme.other_owner_assigned" lies outside of "packs.acme_inc", the namespace of the pack "acme-inc".',
      'rules/own.rego:1:1 error package-reserved: The package "packs.acme_inc.more" would add to "packs.acme_inc", which belongs to the pack "acme-inc".',
    ]);
    const data = await locked({
      ...fromFolder,
      "third/acme/rules/data.yaml": "packs:\n  acme_inc:\n    x: 1\n  other: 2\n",
    });
    expect(words((await checkRules(".", nodeHost(data, {}))).problems, data)).toEqual([
      'third/acme/rules/data.yaml:4:3 error pack-namespace: The data at "data.packs.other" lies outside of "data.packs.acme_inc", the namespace of the pack "acme-inc".',
    ]);
  });

  it("is a profile that aims.yaml names, and a catalog that another profile imports, by address", async () => {
    const own = {
      profile: {
        ...profile.profile,
        imports: [{ href: "pack:acme-inc/catalog/controls", "include-all": {} }],
      },
    };
    const folder = await locked({
      ...fromFolder,
      "aims.yaml": "profile: pack:acme-inc/profile/baseline\npacks:\n  acme-inc: third/acme\n",
      "profiles/own.json": JSON.stringify(own),
    });
    const host = nodeHost(folder, {});
    expect(words((await validateWorkspace({ workspace: "." }, host)).problems, folder)).toEqual([]);
    const resolved = await resolveProfile({ profile: "profiles/own.json" }, host);
    expect(resolved.problems).toEqual([]);
    expect(resolved.text).toContain('"x-1"');
  });

  it("is not read where the address leads nowhere, or the pack has changed", async () => {
    const files = {
      ...fromFolder,
      "aims.yaml": "profile: pack:acme-inc/profile/basline\npacks:\n  acme-inc: third/acme\n",
    };
    const folder = await locked(files);
    const { problems } = await validateWorkspace({ workspace: "." }, nodeHost(folder, {}));
    expect(words(problems, folder)).toEqual([
      'aims.yaml:1:10 error pack-address: "pack:acme-inc/profile/basline" cannot be read: no pack that aims.yaml names has this address.',
    ]);
    expect(problems[0]?.fix).toBe('Did you mean "pack:acme-inc/profile/baseline"?');
    writeFileSync(join(folder, "third/acme/catalog/controls.json"), JSON.stringify(catalog, undefined, 1));
    const own = join(folder, "own.json");
    writeFileSync(
      own,
      JSON.stringify({
        profile: { ...profile.profile, imports: [{ href: "pack:acme-inc/catalog/controls", "include-all": {} }] },
      }),
    );
    const refused = await resolveProfile({ profile: "own.json" }, nodeHost(folder, {}));
    expect(refused.problems.map(({ message }) => message).join("\n")).toContain(
      'the pack "acme-inc" is not as aims-packs.lock.json has it.',
    );
  });
});
