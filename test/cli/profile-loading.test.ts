import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { aims, aimsHere } from "../support/program.js";
import { projectRoot } from "../support/project.js";

const example = join(projectRoot, "examples", "meridian-bank");
const metadata = { title: "Own", "last-modified": "2026-01-01T00:00:00Z", version: "1", "oscal-version": "1.2.2" };

function profileText(imports: readonly object[]): string {
  return JSON.stringify({
    profile: { uuid: "00000000-0000-4000-8000-000000000002", metadata, imports, merge: { "as-is": true } },
  });
}

/** A catalog with two controls that no framework has, and a profile that takes the first. */
function ownCatalog(folder: string): void {
  const controls = [
    { id: "c-1", title: "First", props: [{ name: "label", value: "C (1)" }] },
    { id: "c-2", title: "Second" },
  ];
  writeFileSync(
    join(folder, "catalog.json"),
    JSON.stringify({ catalog: { uuid: "00000000-0000-4000-8000-000000000001", metadata, controls } }),
  );
  writeFileSync(
    join(folder, "p1.json"),
    profileText([{ href: "catalog.json", "include-controls": [{ "with-ids": ["c-1"] }] }]),
  );
}

/** The codes of the errors that standard error shows, in their order. */
function codesOf(stderr: string): string[] {
  return [...stderr.matchAll(/: error ([\w-]+): /g)].map(([, code = ""]) => code);
}

function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

describe("a profile from standard input", () => {
  it("imports from the folder where one is, and is called by its uuid in what it resolves to", async () => {
    const folder = temporaryFolder();
    ownCatalog(folder);
    const input = readFileSync(join(folder, "p1.json"));
    const { code, stdout, stderr } = aims(["oscal", "resolve", "-"], { cwd: folder, input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { catalog } = JSON.parse(stdout) as { catalog: { metadata: { links: unknown }; controls: unknown[] } };
    expect(catalog.metadata.links).toEqual([
      { href: "urn:uuid:00000000-0000-4000-8000-000000000002", rel: "source-profile" },
    ]);
    expect(catalog.controls).toHaveLength(1);
    return Promise.resolve();
  });
});

describe("a profile that imports a profile", () => {
  it("is assessed to the same documents from any working directory", async () => {
    const folder = temporaryFolder();
    const starter = relative(folder, join(projectRoot, "profiles", "iso-42001-starter.json"));
    mkdirSync(join(folder, "deep"));
    mkdirSync(join(folder, "my profiles"));
    writeFileSync(
      join(folder, "my profiles", "inner #1.json"),
      profileText([{ href: `../${starter}`, "include-all": {} }]),
    );
    writeFileSync(
      join(folder, "own.json"),
      profileText([{ href: "my%20profiles/inner%20%231.json", "include-all": {} }]),
    );
    const written: Record<string, string>[] = [];
    for (const cwd of [folder, join(folder, "deep")]) {
      const out = join(cwd, "out");
      const args = [example, "--as-of", "2026-11-01", "--profile", join(folder, "own.json"), "--out", out];
      const { code } = await aimsHere(["assess", ...args], cwd);
      expect(code).toBe(0);
      written.push(filesOf(out));
    }
    const [here, there] = written;
    expect(there).toEqual(here);
    const imported = JSON.parse(here?.["inner #1.json"] ?? "") as { catalog: { metadata: { links: unknown } } };
    expect(imported.catalog.metadata.links).toEqual([
      { href: "my%20profiles/inner%20%231.json", rel: "source-profile" },
    ]);
  });

  it("calls what ships with aims by its place in the package", async () => {
    const folder = temporaryFolder();
    const { stdout } = await aimsHere(["oscal", "why", "iso-42001-starter", "a.6.2.8", "--output", "json"], folder);
    const [origin] = JSON.parse(stdout) as [{ steps: { file: string }[] }];
    expect(new Set(origin.steps.map(({ file }) => file))).toEqual(
      new Set(["aims-as-code/catalog/iso-42001.json", "aims-as-code/profiles/iso-42001-starter.json"]),
    );
  });
});

describe("an import", () => {
  it.each([
    ["an absolute path", (path: string) => path],
    ["a file: URL", (path: string) => pathToFileURL(path).href],
    ["a path with a fragment", () => "catalog.json#somewhere"],
  ])("may be %s, for resolve and for validate", async (_, hrefOf) => {
    const folder = temporaryFolder();
    ownCatalog(folder);
    const href = hrefOf(join(folder, "catalog.json"));
    writeFileSync(join(folder, "p2.json"), profileText([{ href, "include-all": {} }]));
    const resolved = await aimsHere(["oscal", "resolve", "p2.json"], folder);
    expect([resolved.code, resolved.stderr]).toEqual([0, ""]);
    // The catalog is read: what is wrong is that no rule speaks for its controls.
    const { code, stderr } = await aimsHere(["validate", example, "--profile", "p2.json"], folder);
    expect([code, codesOf(stderr)]).toEqual([
      2,
      ["control-without-statement", "control-without-statement", "no-rules"],
    ]);
  });

  it("is tried though one before it cannot be read; each is reported once", async () => {
    const folder = temporaryFolder();
    const hrefs = ["missing.json", "https://example.org/catalog.json", "file:///%2F", "gone.json"];
    writeFileSync(join(folder, "p2.json"), profileText(hrefs.map((href) => ({ href, "include-all": {} }))));
    const { code, stderr } = await aimsHere(["validate", example, "--profile", "p2.json"], folder);
    expect(code).toBe(2);
    expect([...stderr.matchAll(/error ([a-z-]+): .*?"([^"]+)"/g)].map(([, name, href]) => [name, href])).toEqual([
      ["unreadable-file", "missing.json"],
      ["import-not-local", "https://example.org/catalog.json"],
      ["import-not-local", "file:///%2F"],
      ["unreadable-file", "gone.json"],
    ]);
  });
});

describe("an import through a resource", () => {
  const uuid = "00000000-0000-4000-8000-000000000070";
  const network = "https://example.org/catalog.json";

  function profileWith(rlinks: readonly object[]): string {
    const { profile } = JSON.parse(profileText([{ href: `#${uuid}`, "include-all": {} }])) as { profile: object };
    return JSON.stringify({ profile: { ...profile, "back-matter": { resources: [{ uuid, rlinks }] } } });
  }

  it.each([
    ["first", [{ href: network }, { href: "catalog.json" }]],
    ["last", [{ href: "catalog.json" }, { href: network }]],
    [
      "of the format that is tried first",
      [
        { href: network, "media-type": "application/oscal+json" },
        { href: "copy", "media-type": "application/oscal+yaml" },
      ],
    ],
  ])("takes the file that is there, with a link to a network %s", async (_, rlinks) => {
    const folder = temporaryFolder();
    ownCatalog(folder);
    writeFileSync(join(folder, "copy"), readFileSync(join(folder, "catalog.json")));
    writeFileSync(join(folder, "p2.json"), profileWith(rlinks));
    const resolved = await aimsHere(["oscal", "resolve", "p2.json"], folder);
    expect([resolved.code, resolved.stderr]).toEqual([0, ""]);
    const { catalog } = JSON.parse(resolved.stdout) as { catalog: { controls: { id: string }[] } };
    expect(catalog.controls.map(({ id }) => id)).toEqual(["c-1", "c-2"]);
    // The catalog is read: what is wrong is that no rule speaks for its controls.
    const { code, stderr } = await aimsHere(["validate", example, "--profile", "p2.json"], folder);
    expect([code, codesOf(stderr)]).toEqual([
      2,
      ["control-without-statement", "control-without-statement", "no-rules"],
    ]);
  });

  it.each([
    ["resolve", ["oscal", "resolve", "p2.json"]],
    ["validate", ["validate", example, "--profile", "p2.json"]],
  ] as const)("is one error of %s that says why of every way, where none leads anywhere", async (_, args) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "p2.json"), profileWith([{ href: network }, { href: "gone.json" }]));
    const { code, stderr } = await aimsHere(args, folder);
    expect([code, [...stderr.matchAll(/^.*(?:error|warning).*$/gm)].map(([line]) => line)]).toEqual([
      2,
      [
        `p2.json:1:182: error profile-import-unreachable: The import "#${uuid}" cannot be read: "${network}": it is not a file; nothing is fetched from a network. "gone.json": there is no such file.`,
        "1 error, 0 warnings.",
      ],
    ]);
  });
});

describe("the name of a profile", () => {
  it.each([
    ["resolve", ["oscal", "resolve", "iso-42001-ful"]],
    ["why", ["oscal", "why", "iso-42001-ful", "a.6.2.8"]],
  ] as const)("that is misspelt is answered by %s with the one that was meant", async (_, args) => {
    const folder = temporaryFolder();
    const { code, stderr } = await aimsHere(args, folder);
    expect(code).toBe(2);
    expect(stderr).toContain('error unknown-profile: There is no shipped profile "iso-42001-ful".');
    expect(stderr).toContain('Did you mean "iso-42001-full"?');
  });

  it("may be that of a file without an ending", async () => {
    const folder = temporaryFolder();
    ownCatalog(folder);
    writeFileSync(join(folder, "mine"), readFileSync(join(folder, "p1.json")));
    const { code, stderr } = await aimsHere(["oscal", "resolve", "mine"], folder);
    expect([code, stderr]).toEqual([0, ""]);
  });
});

describe("aims explain", () => {
  it.each(["c-1", "C (1)"])("explains a control of one's own catalog: %s", async (reference) => {
    const folder = temporaryFolder();
    ownCatalog(folder);
    const given = await aimsHere(["explain", reference, "--profile", "p1.json"], folder);
    expect([given.code, given.stderr]).toEqual([0, ""]);
    expect(given.stdout).toContain("First");
    writeFileSync(join(folder, "aims.yaml"), "profile: p1.json\n");
    writeFileSync(join(folder, "organization.yaml"), "kind: organization\nid: bank\nname: Bank\n");
    mkdirSync(join(folder, "systems"));
    writeFileSync(join(folder, "systems", "one.yaml"), "kind: system\nid: one\nname: One\n");
    const here = await aimsHere(["explain", reference], folder);
    expect([here.code, here.stderr]).toEqual([0, ""]);
  });

  it("finds the workspace that is named, with its profile, and says where there is none", async () => {
    const folder = temporaryFolder();
    const shop = join(folder, "shop");
    mkdirSync(join(shop, "systems"), { recursive: true });
    ownCatalog(shop);
    writeFileSync(join(shop, "aims.yaml"), "profile: p1.json\n");
    writeFileSync(join(shop, "systems", "one.yaml"), "kind: system\nid: one\nname: One\n");
    const named = await aimsHere(["explain", "c-1", "shop"], folder);
    expect([named.code, named.stderr]).toEqual([0, ""]);
    expect(named.stdout).toContain("Under shop/p1.json:\nc-1  First\n  defined in     shop/catalog.json:1:");
    expect(await aimsHere(["explain", "c-1", "shp"], folder)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'error no-workspace: There is no folder "shp".\n    fix: Name the folder that holds organization.yaml and systems/.\n1 error, 0 warnings.\n',
    });
  });

  it("explains with a profile that is named, though the workspace here is not valid, and says so", async () => {
    const folder = temporaryFolder();
    ownCatalog(folder);
    writeFileSync(join(folder, "aims.yaml"), "profle: p1.json\n");
    const { code, stdout, stderr } = await aimsHere(["explain", "c-1", "--profile", "p1.json"], folder);
    expect([code, stdout.split("\n")[0]]).toEqual([2, "C (1)  First"]);
    expect(stderr).toContain('aims.yaml:1:1: error unknown-property: "profle" is not a property of this document.');
    expect(stderr).toContain("aims: rules of the workspace may be missing above, since not all of it can be read.\n");
  });

  it("accepts the framework before the id as before the label", async () => {
    const byLabel = await aimsHere(["explain", "iso42001:A.6.2.8"], projectRoot);
    expect(byLabel.code).toBe(0);
    expect(await aimsHere(["explain", "iso42001:a.6.2.8"], projectRoot)).toEqual(byLabel);
  });

  it("says that a profile does not select a control that its catalog has", async () => {
    const folder = temporaryFolder();
    ownCatalog(folder);
    expect(await aimsHere(["explain", "c-2", "--profile", "p1.json"], folder)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'aims: catalog.json has the control "c-2" (Second), but the profile p1.json does not select it. To take it in, name it in the include-controls of the import, and not in exclude-controls.\n',
    });
  });

  it("answers what nothing has with the nearest control", async () => {
    const folder = temporaryFolder();
    ownCatalog(folder);
    expect(await aimsHere(["explain", "c-3", "--profile", "p1.json"], folder)).toEqual({
      code: 2,
      stdout: "",
      stderr: 'aims: nothing is called "c-3" under the profile p1.json. Did you mean "c-1"?\n',
    });
  });
});
