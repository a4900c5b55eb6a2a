/** Imports by address: maps, what ships with aims, workspaces of compliance-trestle, and the lock file, over the runs that read profiles. */
import { createHash } from "node:crypto";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { assess } from "../../src/runs/assess.js";
import { nodeHost } from "../../src/runs/host.js";
import { memoryHost } from "../../src/runs/memory-host.js";
import { resolveProfile, type AddressMapping } from "../../src/runs/resolve-profile.js";
import { validateOscal } from "../../src/runs/validate-oscal.js";
import { why } from "../../src/runs/why.js";
import { documentText } from "../../src/oscal/write.js";
import type { OscalFormat } from "../../src/oscal/read.js";
import { temporaryFolder } from "../support/folder.js";
import { projectRoot } from "../support/project.js";

const address = "https://example.org/oscal/v1/catalog.json";
const metadata = { title: "T", "last-modified": "2026-01-01T00:00:00Z", version: "1", "oscal-version": "1.2.2" };

function catalogOf(...ids: string[]): { catalog: object } {
  const controls = ids.map((id) => ({ id, title: `Control ${id}` }));
  return { catalog: { uuid: "00000000-0000-4000-8000-000000000001", metadata, controls } };
}

function profileOf(...hrefs: string[]): { profile: object } {
  const imports = hrefs.map((href) => ({ href, "include-all": {} }));
  return { profile: { uuid: "00000000-0000-4000-8000-000000000002", metadata, imports, merge: { "as-is": true } } };
}

type Tree = Readonly<Record<string, unknown>>;

const catalog = JSON.stringify(catalogOf("c-1", "c-2"));
const profile = JSON.stringify(profileOf(address));

function hostOf(files: Readonly<Record<string, string>>): ReturnType<typeof memoryHost> {
  return memoryHost({ folder: "/repo", files: new Map(Object.entries({ ".git/HEAD": "", ...files })) });
}

/** The ids of the controls that the profile resolves to, and what is said on the way: codes with their messages, and the fix of the first. */
async function resolved(
  files: Readonly<Record<string, string>>,
  maps?: readonly AddressMapping[],
  named = "p.json",
): Promise<{ ids?: string[]; sources?: string[]; said: string[]; fix?: string | undefined }> {
  const request = { profile: named, asOf: "2026-11-01T00:00:00Z", ...(maps === undefined ? {} : { maps }) };
  const { text, problems } = await resolveProfile(request, hostOf(files));
  const said = problems.map(({ code, message }) => `${code}: ${message}`);
  if (text === undefined) return { said, fix: problems[0]?.fix };
  const { catalog: found } = JSON.parse(text) as {
    catalog: { controls?: { id: string }[]; metadata: { links: { href: string }[] } };
  };
  return {
    ids: (found.controls ?? []).map(({ id }) => id),
    said,
    sources: found.metadata.links.map(({ href }) => href),
  };
}

const both = { ids: ["c-1", "c-2"], said: [], sources: ["p.json"] };

describe("an import by address", () => {
  it("is not fetched: the fix names every way to its local copy", async () => {
    expect(await resolved({ "p.json": profile })).toEqual({
      said: [
        `profile-import-unreachable: The import "${address}" cannot be read: it is not a file; nothing is fetched from a network.`,
      ],
      fix: 'Give its local copy: --map https://example.org/oscal/v1/=FOLDER, an entry under "imports" in aims.yaml, or download it once with: aims oscal vendor p.json',
    });
  });

  it.each(["json", "yaml", "xml"] as const)(
    "gives the same controls from a profile in %s by option, by aims.yaml and by lock file",
    async (format: OscalFormat) => {
      const named = `p.${format}`;
      const { text } = await documentText(profileOf(address), format);
      const files = { [named]: text, "copies/catalog.json": catalog };
      const expected = { ...both, sources: [named] };
      expect(await resolved(files, [{ address, path: "copies/catalog.json" }], named)).toEqual(expected);
      const settings = { "aims.yaml": "imports:\n  https://example.org/oscal/v1/: copies\n" };
      expect(await resolved({ ...files, ...settings }, undefined, named)).toEqual(expected);
      expect(await resolved({ ...files, ...vendored(catalog) }, undefined, named)).toEqual(expected);
    },
  );

  it("takes an exact address before a beginning, and the longest beginning before others", async () => {
    const files = {
      "p.json": JSON.stringify(
        profileOf(address, "https://example.org/oscal/v2/catalog.json", "https://example.org/x.json"),
      ),
      "aims.yaml": `imports:\n  https://example.org/: all\n  https://example.org/oscal/v2/: second/\n  ${address}: exact.json\n`,
      "all/x.json": JSON.stringify(catalogOf("x-1")),
      "all/oscal/v1/catalog.json": JSON.stringify(catalogOf("wrong")),
      "second/catalog.json": JSON.stringify(catalogOf("s-1")),
      "exact.json": JSON.stringify(catalogOf("e-1")),
    };
    expect((await resolved(files)).ids).toEqual(["e-1", "s-1", "x-1"]);
  });

  it("takes the option before aims.yaml, and aims.yaml before the lock file", async () => {
    const files = {
      "p.json": profile,
      "aims.yaml": `imports: { "${address}": b.json }\n`,
      "a.json": JSON.stringify(catalogOf("a-1")),
      "b.json": JSON.stringify(catalogOf("b-1")),
      ...vendored(catalog),
    };
    expect((await resolved(files, [{ address: "https://example.org/", path: "." }])).said).toEqual([
      expect.stringContaining('--map leads to "./oscal/v1/catalog.json", where there is no file.'),
    ]);
    expect((await resolved(files, [{ address, path: "a.json" }])).ids).toEqual(["a-1"]);
    expect((await resolved(files)).ids).toEqual(["b-1"]);
  });

  it("stands for its address: its own relative imports start from there, or else beside the copy", async () => {
    const inner = JSON.stringify(profileOf("../base/catalog.json"));
    const files = {
      "p.json": JSON.stringify(profileOf("https://example.org/a/profile.json")),
      "copy/profile.json": inner,
      "base/catalog.json": JSON.stringify(catalogOf("beside")),
      "mapped/catalog.json": JSON.stringify(catalogOf("mapped")),
    };
    const one = { address: "https://example.org/a/profile.json", path: "copy/profile.json" };
    const two = { address: "https://example.org/base/", path: "mapped" };
    expect((await resolved(files, [one])).ids).toEqual(["beside"]);
    expect((await resolved(files, [one, two])).ids).toEqual(["mapped"]);
  });

  it("must not climb out of the folder that its beginning is mapped to", async () => {
    const files = (href: string): Readonly<Record<string, string>> => ({
      "p.json": JSON.stringify(profileOf(href)),
      "secret.json": catalog,
      "copies/a.json": catalog,
    });
    const maps = [{ address: "https://example.org/", path: "copies" }];
    for (const href of ["https://example.org/..%2Fsecret.json", "https://example.org/..%5csecret.json"]) {
      const { ids, said } = await resolved(files(href), maps);
      expect({ ids, said }).toEqual({
        said: [
          `profile-import-unreachable: The import "${href}" cannot be read: it leads out of "copies", which --map gives for addresses that begin so.`,
        ],
      });
    }
    // An address has no folder above its host: such dots mean nothing.
    expect((await resolved(files("https://example.org/../%2e%2e/secret.json"), maps)).said).toEqual([
      expect.stringContaining('--map leads to "copies/secret.json", where there is no file.'),
    ]);
  });

  it("must not climb out of it from a copy that lies in it", async () => {
    const imported = "https://example.org/v1/sub/p.json";
    const from = (href: string): ReturnType<typeof resolved> =>
      resolved(
        {
          "p.json": JSON.stringify(profileOf(imported)),
          "copies/sub/p.json": JSON.stringify(profileOf(href)),
          "copies/beside.json": catalog,
          "outside/c.json": catalog,
        },
        [{ address: "https://example.org/v1/", path: "copies" }],
      );
    expect((await from("../beside.json")).ids).toEqual(["c-1", "c-2"]);
    for (const href of ["../../../outside/c.json", "/repo/outside/c.json"]) {
      expect(await from(href)).toEqual({
        said: [
          `profile-import-unreachable: The import "${href}" cannot be read: it leads out of the folder of the copies, "copies".`,
        ],
        fix: "Map the address that it means, too.",
      });
    }
    expect(await from("file:///repo/outside/c.json")).toEqual({
      said: [
        'profile-import-unreachable: The import "file:///repo/outside/c.json" cannot be read: a document that goes by an address must not import a file of this machine.',
      ],
      fix: "Import it by its address, or relative to the document.",
    });
  });

  it("with a part behind ? needs a map of its own", async () => {
    const asked = `${address}?v=1`;
    const files = { "p.json": JSON.stringify(profileOf(asked)), "copies/catalog.json": catalog };
    const prefix = { address: "https://example.org/oscal/v1/", path: "copies" };
    expect(await resolved(files, [prefix])).toEqual({
      said: [
        `profile-import-unreachable: The import "${asked}" cannot be read: --map maps the beginning of it to a folder, and no file there stands for "?v=1".`,
      ],
      fix: "Map the whole address to a file.",
    });
    expect((await resolved(files, [{ address: asked, path: "copies/catalog.json" }])).ids).toEqual(["c-1", "c-2"]);
  });

  it("must not leave the folder through a link either", async () => {
    const folder = temporaryFolder({
      "ws/p.json": JSON.stringify(profileOf("https://example.org/linked/c.json")),
      "ws/copies/own.json": catalog,
      "elsewhere/c.json": catalog,
    });
    symlinkSync(join(folder, "elsewhere"), join(folder, "ws/copies/linked"));
    const request = { profile: "p.json", maps: [{ address: "https://example.org/", path: "copies" }] };
    const { problems } = await resolveProfile(request, nodeHost(join(folder, "ws"), {}));
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('it leads out of "copies"')]);
    // The folder that was named may lie anywhere.
    const named = { ...request, maps: [{ address: "https://example.org/linked/", path: "../elsewhere" }] };
    expect((await resolveProfile(named, nodeHost(join(folder, "ws"), {}))).problems).toEqual([]);
  });

  it("needs maps that can be used: what is wrong with one is said, in aims.yaml at its place", async () => {
    const said = async (map: AddressMapping): Promise<string[]> =>
      (await resolved({ "p.json": profile, "a.json": catalog }, [map])).said;
    expect(await said({ address: "example.org", path: "a.json" })).toEqual([
      'import-map-address: "example.org", which --map maps to a path, is not an absolute address.',
    ]);
    expect(await said({ address, path: "gone.json" })).toEqual([
      `import-map-path: "gone.json", which --map gives for ${address}, is not there.`,
    ]);
    expect(await said({ address: "https://example.org/", path: "a.json" })).toEqual([
      'import-map-path: "a.json", which --map gives for https://example.org/, is a file, but stands for all addresses that begin so.',
    ]);
    expect(
      (
        await resolved({ "p.json": profile, "a.json": catalog, "b.json": catalog }, [
          { address, path: "a.json" },
          { address: address.replace("example.org", "EXAMPLE.org:443"), path: "b.json" },
        ])
      ).said,
    ).toEqual([
      'import-map-twice: --map maps https://EXAMPLE.org:443/oscal/v1/catalog.json to "b.json", and before to "a.json".',
    ]);
    const yaml = `imports:\n  ${address}: a.json\n  https://example.org/gone.json: gone.json\n  ftp: b.json\n  https://example.org/d: /d.json\n`;
    const { problems } = await resolveProfile(
      { profile: "p.json" },
      hostOf({ "p.json": profile, "a.json": catalog, "aims.yaml": yaml }),
    );
    expect(problems.map(({ code, severity, file, line, column }) => ({ code, severity, file, line, column }))).toEqual([
      { code: "import-map-path", severity: "warning", file: "/repo/aims.yaml", line: 3, column: 3 },
      { code: "import-map-address", severity: "error", file: "/repo/aims.yaml", line: 4, column: 3 },
      { code: "import-map-path", severity: "error", file: "/repo/aims.yaml", line: 5, column: 3 },
    ]);
  });

  it("warns of an option that nothing needs", async () => {
    const maps = [
      { address, path: "a.json" },
      { address: "https://example.com/", path: "." },
    ];
    expect(await resolved({ "p.json": profile, "a.json": catalog }, maps)).toEqual({
      ...both,
      said: ["import-map-unused: No import needs the map of https://example.com/."],
    });
  });

  it("finds aims.yaml at or above the profile, and not above the repository", async () => {
    const yaml = `imports: { "${address}": c.json }\n`;
    const files = { "profiles/deep/p.json": profile, "c.json": catalog, "aims.yaml": yaml };
    expect((await resolved(files, undefined, "profiles/deep/p.json")).ids).toEqual(["c-1", "c-2"]);
    const outside = { "/aims.yaml": yaml, "/c.json": catalog, "p.json": profile };
    expect((await resolved(outside)).ids).toBeUndefined();
  });

  it("is followed by validate and why alike", async () => {
    const files = { "p.json": profile, "c.json": catalog };
    const maps = [{ address, path: "c.json" }];
    const check = await validateOscal({ files: ["p.json"], follow: true, maps, constraints: false }, hostOf(files));
    expect([check.value?.files.map(({ file }) => file), check.problems]).toEqual([
      ["/repo/p.json", "/repo/c.json"],
      [],
    ]);
    const { value, problems } = await why("p.json", "c-1", hostOf(files), maps);
    expect([value?.[0]?.steps.map(({ file }) => file), problems]).toEqual([["/repo/c.json", "/repo/p.json"], []]);
    const without = await validateOscal({ files: ["p.json"], follow: true, constraints: false }, hostOf(files));
    expect(without.problems.map(({ code, fix }) => [code, fix])).toEqual([
      ["reference-not-read", expect.stringContaining("aims oscal vendor p.json")],
    ]);
  });
});

/** A folder vendor/ with one document. */
function vendored(text: string, more: Tree = {}, digestOf: string = text): Readonly<Record<string, string>> {
  const sha256 = createHash("sha256").update(digestOf).digest("hex");
  const documents = { [address]: { file: "example.org/catalog.json", sha256, fetched: "2026-11-01", ...more } };
  return { "vendor/oscal.lock.json": JSON.stringify({ documents }), "vendor/example.org/catalog.json": text };
}

describe("a lock file", () => {
  it("refuses a copy that has changed, by name", async () => {
    const files = { "p.json": profile, ...vendored(catalog.replace("Control c-1", "Control C-1"), {}, catalog) };
    const { text, problems } = await resolveProfile({ profile: "p.json" }, hostOf(files));
    expect(text).toBeUndefined();
    const file = "/repo/vendor/example.org/catalog.json";
    expect(problems[0]).toEqual({
      code: "vendored-file-changed",
      severity: "error",
      message: expect.stringMatching(
        /^"\/repo\/vendor\/example.org\/catalog.json" is not what was downloaded from https:\/\/example.org\/oscal\/v1\/catalog.json: its SHA-256 begins with [\da-f]{12}, the one in the lock file with [\da-f]{12}\.$/,
      ) as string,
      file,
      fix: "Restore the file, or run aims oscal vendor PROFILE again and look at what has changed.",
      mentions: [file],
    } satisfies Diagnostic);
    const { value } = await validateOscal({ files: ["p.json"], follow: true }, hostOf(files));
    expect(value?.files.map(({ state }) => state)).toEqual(["invalid", "unreadable"]);
  });

  it("names a copy that is gone, one outside of its folder, and a lock file that is not one", async () => {
    const { "vendor/oscal.lock.json": lock = "" } = vendored(catalog);
    expect(await resolved({ "p.json": profile, "vendor/oscal.lock.json": lock })).toEqual({
      said: [
        `profile-import-unreachable: The import "${address}" cannot be read: "vendor/example.org/catalog.json", which the lock file gives for it, is not there.`,
      ],
      fix: "Restore the file, or run aims oscal vendor p.json again.",
    });
    expect((await resolved({ "p.json": profile, ...vendored(catalog, { file: "../p.json" }) })).said).toEqual([
      expect.stringContaining('the lock file gives "../p.json", which leads out of its folder.'),
    ]);
    expect((await resolved({ "p.json": profile, ...vendored(catalog, { sha256: "0" }) })).said).toEqual([
      expect.stringMatching(/^wrong-form: /),
      expect.stringMatching(/^profile-import-unreachable: /),
    ]);
  });

  it("lets relative imports start from the address that answered, and from nothing beside the copy", async () => {
    const inner = JSON.stringify(profileOf("catalog.json"));
    const files = { "p.json": profile, ...vendored(inner, { redirectedTo: "https://cdn.example.org/x/y.json" }) };
    const beside = { "vendor/example.org/catalog.json": inner };
    expect((await resolved({ ...files, ...beside, "vendor/cdn.json": catalog })).said).toEqual([
      'profile-import-unreachable: The import "catalog.json" cannot be read: it is not a file (it means https://cdn.example.org/x/catalog.json); nothing is fetched from a network.',
    ]);
    const maps = [{ address: "https://cdn.example.org/x/", path: "copies" }];
    expect((await resolved({ ...files, "copies/catalog.json": catalog }, maps)).ids).toEqual(["c-1", "c-2"]);
  });

  it("may lie in another folder, which aims.yaml names", async () => {
    const files = Object.entries(vendored(catalog)).map(([path, text]) => [
      `third/party/${path.slice("vendor/".length)}`,
      text,
    ]);
    const all = { "p.json": profile, "aims.yaml": "vendor: third/party\n", ...Object.fromEntries(files) };
    expect(await resolved(all as Record<string, string>)).toEqual(both);
  });
});

describe("what ships with aims", () => {
  it("is imported by its address, and called by it", async () => {
    const files = {
      "p.json": JSON.stringify(profileOf("q.json")),
      "q.json": JSON.stringify(profileOf("aims:profile/small-organization")),
    };
    const { text = "", problems } = await resolveProfile({ profile: "p.json" }, hostOf(files));
    expect([problems, text.includes("a.6.2.8")]).toEqual([[], true]);
    const check = await validateOscal({ files: ["q.json"], follow: true, constraints: false }, hostOf(files));
    expect([check.value?.files.length, check.problems]).toEqual([3, []]);
    const direct = await resolved({ "p.json": JSON.stringify(profileOf("aims:catalog/iso-42001")) });
    expect([direct.sources, direct.said]).toEqual([["p.json"], []]);
  });

  it.each([
    ["aims:profile/iso-42001-ful", "aims:profile/iso-42001-full"],
    ["aims:iso-42001-full", "aims:profile/iso-42001-full"],
    ["aims:catalog/iso-42001.json", "aims:catalog/iso-42001"],
  ])("has no %s, but %s", async (href, meant) => {
    const files = { "p.json": JSON.stringify(profileOf(href)) };
    const { fix } = await resolved(files);
    expect(fix).toMatch(
      new RegExp(
        `^Did you mean "${meant}"\\? Shipped: aims:catalog/eu-ai-act, aims:catalog/iso-27001, aims:catalog/iso-42001, aims:catalog/nist-ai-rmf, aims:profile/`,
      ),
    );
    const { problems } = await validateOscal({ files: ["p.json"], constraints: false }, hostOf(files));
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ["reference-import", `"${href}": nothing that ships with aims has this address.`],
    ]);
  });
});

describe("an assessment", () => {
  it("rests on a profile that imports what ships with aims, and names no place of a machine", async () => {
    const host = hostOf({
      "aims.yaml": "profile: profiles/mine.json\n",
      "organization.yaml": "kind: organization\nid: bank\nname: Bank\n",
      "systems/one.yaml": "kind: system\nid: one\nname: One\n",
      "profiles/mine.json": JSON.stringify(profileOf("aims:profile/small-organization")),
    });
    const run = await assess({ workspace: ".", asOf: "2026-11-01", out: "out" }, host);
    expect(run.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    run.close();
    const written = (name: string): string => Buffer.from(host.written.get(`/repo/out/${name}`) ?? "").toString("utf8");
    expect(JSON.parse(written("mine.json"))).toMatchObject({
      profile: { imports: [{ href: "small-organization.json" }] },
    });
    expect(JSON.parse(written("small-organization.json"))).toMatchObject({
      catalog: { metadata: { links: [{ href: "aims:profile/small-organization", rel: "source-profile" }] } },
    });
    for (const content of host.written.values())
      expect(Buffer.from(content).toString("utf8")).not.toContain(projectRoot);
  });
});

describe("trestle:// addresses", () => {
  const own = JSON.stringify(profileOf("trestle://catalogs/house/catalog.json"));
  const workspace = { ".trestle/config.ini": "", "catalogs/house/catalog.json": catalog };

  it("count from the nearest folder that holds .trestle", async () => {
    const files = { ...workspace, "profiles/mine/profile.json": own };
    expect(await resolved(files, undefined, "profiles/mine/profile.json")).toEqual({
      ...both,
      sources: ["profiles/mine/profile.json"],
    });
  });

  it("need such a folder, and stay in it", async () => {
    expect(await resolved({ "p.json": own, "catalogs/house/catalog.json": catalog })).toEqual({
      said: [
        'profile-import-unreachable: The import "trestle://catalogs/house/catalog.json" cannot be read: no folder at or above the document holds .trestle, from which trestle:// counts.',
      ],
      fix: "Keep the document in a workspace of compliance-trestle (trestle init makes one), or import by a path relative to it.",
    });
    const climbing = JSON.stringify(profileOf("trestle://catalogs/..%2F..%2Fp.json"));
    const files = { "w/.trestle/config.ini": "", "w/p.json": climbing };
    expect((await resolved(files, undefined, "w/p.json")).said).toEqual([
      expect.stringContaining("it leaves the workspace of compliance-trestle."),
    ]);
  });
});
