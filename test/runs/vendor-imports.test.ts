/** Downloading what a profile imports, over a stand-in for the network, and once over a server on this machine. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Download, DownloadOptions } from "../../src/net/download.js";
import { defined } from "../../src/foundation/defined.js";
import { nodeHost } from "../../src/runs/host.js";
import { memoryHost, type MemoryHost } from "../../src/runs/memory-host.js";
import { resolveProfile } from "../../src/runs/resolve-profile.js";
import { vendorImports, type VendorRequest } from "../../src/runs/vendor-imports.js";
import { documentText } from "../../src/oscal/write.js";
import { temporaryFolder } from "../support/folder.js";
import { httpsServer } from "../support/https-server.js";
import { aimsHere } from "../support/program.js";

const root = "https://example.org/oscal/v1/";
const metadata = { title: "T", "last-modified": "2026-01-01T00:00:00Z", version: "1", "oscal-version": "1.2.2" };

function catalogOf(...ids: string[]): { catalog: object } {
  const controls = ids.map((id) => ({ id, title: `Control ${id}` }));
  return { catalog: { uuid: "00000000-0000-4000-8000-000000000001", metadata, controls } };
}

function profileOf(...hrefs: string[]): { profile: object } {
  const imports = hrefs.map((href) => ({ href, "include-all": {} }));
  return { profile: { uuid: "00000000-0000-4000-8000-000000000002", metadata, imports, merge: { "as-is": true } } };
}

const catalog = JSON.stringify(catalogOf("c-1", "c-2"));
const inner = JSON.stringify(profileOf("../catalogs/all.json"));

/** What lies under addresses: a text, or the address that it points to before the text. */
type Web = Readonly<Record<string, string | { readonly redirectedTo: string; readonly text: string }>>;

interface World {
  readonly host: MemoryHost;
  readonly asked: string[];
  readonly allowed: DownloadOptions[];
}

function worldOf(files: Readonly<Record<string, string>>, web: Web): World {
  const asked: string[] = [];
  const allowed: DownloadOptions[] = [];
  const download: Download = (address, options) => {
    asked.push(address);
    allowed.push(options);
    const found = web[address];
    if (found === undefined) return Promise.resolve({ failure: "the server answers 404." });
    const { text, ...more } = typeof found === "string" ? { text: found } : found;
    return Promise.resolve({ bytes: Buffer.from(text), ...more });
  };
  const host = memoryHost({ folder: "/repo", files: new Map(Object.entries({ ".git/HEAD": "", ...files })) });
  return { host: { ...host, download }, asked, allowed };
}

async function vendor({ host }: World, more: Partial<VendorRequest> = {}): Promise<unknown> {
  const { value, problems } = await vendorImports({ profile: "p.json", asOf: "2026-11-01", ...more }, host);
  const said = problems.map(({ code, message }) => `${code}: ${message}`);
  return value === undefined ? said : { ...value, ...(said.length > 0 ? { said } : {}) };
}

function textOf({ host }: World, path: string): string {
  return Buffer.from(host.read.bytes(`/repo/${path}`)).toString("utf8");
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const files = { "p.json": JSON.stringify(profileOf(`${root}profiles/low.json`)) };
const web = { [`${root}profiles/low.json`]: inner, [`${root}catalogs/all.json`]: catalog };

describe("vendorImports", () => {
  it("downloads profiles and catalogs through one another, with a lock file, by which the profile resolves", async () => {
    const world = worldOf(files, web);
    const [low, all] = ["example.org/oscal/v1/profiles/low.json", "example.org/oscal/v1/catalogs/all.json"];
    expect(await vendor(world)).toEqual({
      folder: "/repo/vendor",
      documents: [
        { address: `${root}catalogs/all.json`, file: all, sha256: digestOf(catalog), state: "new" },
        { address: `${root}profiles/low.json`, file: low, sha256: digestOf(inner), state: "new" },
      ],
      found: true,
    });
    expect([...world.host.written.keys()].sort()).toEqual([
      `/repo/vendor/${all}`,
      `/repo/vendor/${low}`,
      "/repo/vendor/oscal.lock.json",
    ]);
    expect(textOf(world, "vendor/oscal.lock.json")).toBe(
      `${JSON.stringify(
        {
          $schema: "https://aims-as-code.org/schemas/oscal-lock-1.0.schema.json",
          documents: {
            [`${root}catalogs/all.json`]: { file: all, sha256: digestOf(catalog), fetched: "2026-11-01" },
            [`${root}profiles/low.json`]: { file: low, sha256: digestOf(inner), fetched: "2026-11-01" },
          },
        },
        undefined,
        2,
      )}\n`,
    );
    const { text = "", problems } = await resolveProfile({ profile: "p.json" }, world.host);
    expect(problems).toEqual([]);
    expect((JSON.parse(text) as { catalog: { controls: object[] } }).catalog.controls).toHaveLength(2);
    expect(world.asked).toHaveLength(2);
  });

  it("leaves what is as it was, with its day, and says what has changed", async () => {
    const changing: Record<string, string> = { ...web };
    const world = worldOf(files, changing);
    await vendor(world);
    const lock = textOf(world, "vendor/oscal.lock.json");
    expect(await vendor(world, { asOf: "2026-12-24" })).toMatchObject({
      documents: [{ state: "unchanged" }, { state: "unchanged" }],
    });
    expect(textOf(world, "vendor/oscal.lock.json")).toBe(lock);
    const newer = JSON.stringify(catalogOf("c-1"));
    changing[`${root}catalogs/all.json`] = newer;
    expect(await vendor(world, { frozen: true })).toEqual([
      `vendor-frozen: ${root}catalogs/all.json holds something else now than when it was downloaded.`,
    ]);
    expect(await vendor(world, { asOf: "2026-12-24" })).toMatchObject({
      documents: [{ state: "changed", sha256: digestOf(newer), before: digestOf(catalog) }, { state: "unchanged" }],
    });
    const { documents } = JSON.parse(textOf(world, "vendor/oscal.lock.json")) as {
      documents: Record<string, { fetched: string }>;
    };
    expect(Object.values(documents).map(({ fetched }) => fetched)).toEqual(["2026-12-24", "2026-11-01"]);
    expect(await vendor(world, { frozen: true })).toMatchObject({
      documents: [{ state: "unchanged" }, { state: "unchanged" }],
    });
  });

  it("restores a copy that has changed, and says with --frozen that one has", async () => {
    const world = worldOf({ ...files, "vendor/example.org/oscal/v1/catalogs/all.json": "{}" }, web);
    expect(await vendor(world, { frozen: true })).toEqual([
      `vendor-frozen: ${root}catalogs/all.json is not in the lock file.`,
      `vendor-frozen: ${root}profiles/low.json is not in the lock file.`,
    ]);
    expect(world.host.written.size).toBe(0);
    await vendor(world);
    const lock = textOf(world, "vendor/oscal.lock.json");
    const broken = worldOf(
      { ...files, "vendor/oscal.lock.json": lock, "vendor/example.org/oscal/v1/catalogs/all.json": "{}" },
      web,
    );
    expect(await vendor(broken, { frozen: true })).toEqual([
      `vendor-frozen: ${root}catalogs/all.json has a local copy that is gone or has changed.`,
      `vendor-frozen: ${root}profiles/low.json has a local copy that is gone or has changed.`,
    ]);
    await vendor(broken);
    expect(textOf(broken, "vendor/example.org/oscal/v1/catalogs/all.json")).toBe(catalog);
  });

  it("keeps what other profiles import", async () => {
    const more = { ...web, "https://example.org/other.json": JSON.stringify(catalogOf("o-1")) };
    const world = worldOf({ ...files, "q.json": JSON.stringify(profileOf("https://example.org/other.json")) }, more);
    await vendor(world);
    await vendor(world, { profile: "q.json" });
    const { documents } = JSON.parse(textOf(world, "vendor/oscal.lock.json")) as { documents: object };
    expect(Object.keys(documents)).toHaveLength(3);
  });

  it("lets relative imports start from the address that answered", async () => {
    const moved = "https://cdn.example.org/x/profiles/low.json";
    const world = worldOf(files, {
      [`${root}profiles/low.json`]: { redirectedTo: moved, text: inner },
      "https://cdn.example.org/x/catalogs/all.json": catalog,
    });
    expect(await vendor(world)).toMatchObject({
      documents: [{ address: "https://cdn.example.org/x/catalogs/all.json" }, {}],
    });
    const { documents } = JSON.parse(textOf(world, "vendor/oscal.lock.json")) as { documents: Record<string, object> };
    expect(documents[`${root}profiles/low.json`]).toMatchObject({ redirectedTo: moved });
    const { text = "", problems } = await resolveProfile({ profile: "p.json" }, world.host);
    expect([problems, text.includes("c-2")]).toEqual([[], true]);
  });

  it.each<[string, string, string]>([
    ["is not OSCAL", "<html><body>Sign in</body></html>", "json-syntax"],
    ["is not valid", JSON.stringify({ catalog: { uuid: "no" } }), "oscal-missing-property"],
    [
      "is of another model",
      JSON.stringify({ "component-definition": { uuid: "00000000-0000-4000-8000-000000000009", metadata } }),
      "profile-import-not-a-catalog",
    ],
  ])("writes nothing where a document %s", async (_, text, code) => {
    const world = worldOf(files, { ...web, [`${root}catalogs/all.json`]: text });
    expect(await vendor(world)).toContainEqual(expect.stringMatching(new RegExp(`^${code}: `)));
    expect(world.host.written.size).toBe(0);
  });

  it("says of each import why it cannot be downloaded, and asks for https alone", async () => {
    const world = worldOf(
      { "p.json": JSON.stringify(profileOf(`${root}gone.json`, "http://example.org/plain.json")) },
      web,
    );
    expect(await vendor(world)).toEqual([
      `profile-import-unreachable: The import "${root}gone.json" cannot be read: the server answers 404.`,
      'profile-import-unreachable: The import "http://example.org/plain.json" cannot be read: its address is not https; nothing else is downloaded.',
    ]);
    expect(world.asked).toEqual([`${root}gone.json`]);
  });

  it("downloads nothing that has a local copy, and says where nothing is left", async () => {
    const world = worldOf({ ...files, "low.json": JSON.stringify(profileOf("c.json")), "c.json": catalog }, web);
    const maps = [{ address: `${root}profiles/low.json`, path: "low.json" }];
    expect(await vendor(world, { maps })).toEqual({ folder: "/repo/vendor", documents: [], found: false });
    expect([world.asked, world.host.written.size]).toEqual([[], 0]);
  });

  it("bounds the documents of a profile", async () => {
    const addresses = Array.from({ length: 101 }, (_, index) => `https://example.org/${String(index)}.json`);
    const world = worldOf(
      { "p.json": JSON.stringify(profileOf(...addresses)) },
      Object.fromEntries(addresses.map((each, index) => [each, JSON.stringify(catalogOf(`c-${String(index)}`))])),
    );
    expect(await vendor(world)).toEqual([
      expect.stringContaining("the profile imports more than 100 documents by address."),
    ]);
  });

  it("trusts the certificates that are given, and asks one's own network only where that is allowed", async () => {
    const pem = "-----BEGIN CERTIFICATE-----\n";
    const world = worldOf({ ...files, "ca.pem": pem, "not.pem": "x" }, web);
    await vendor(world, { ca: "ca.pem", allowPrivate: true });
    await vendor(world);
    expect([world.allowed[0], world.allowed[2]]).toEqual([
      { maximum: 32 * 1024 * 1024, allowPrivate: true, ca: pem },
      { maximum: 32 * 1024 * 1024, allowPrivate: false },
    ]);
    expect(await vendor(world, { ca: "not.pem" })).toEqual([
      "vendor-certificates: The file holds no certificate in PEM.",
    ]);
  });

  it("names copies after their addresses, each a file of its own on every disk", async () => {
    const addresses = [
      "https://example.org:8443/Catalog.json",
      "https://example.org:8443/catalog.json",
      "https://example.org/raw/catalog.json?ref=main",
      "https://example.org/a%2f..%2fb/con.xml/x",
      "https://example.org/.hidden/catalog",
    ];
    const world = worldOf(
      { "p.json": JSON.stringify(profileOf(...addresses)) },
      Object.fromEntries(addresses.map((each, index) => [each, JSON.stringify(catalogOf(`c-${String(index)}`))])),
    );
    const { documents } = (await vendor(world)) as { documents: { file: string }[] };
    expect(documents.map(({ file }) => file)).toEqual([
      "example.org/_hidden/catalog.json",
      "example.org/a_.._b/_con.xml/x.json",
      expect.stringMatching(/^example\.org\/raw\/catalog-[\da-f]{8}\.json$/),
      "example.org_8443/Catalog.json",
      expect.stringMatching(/^example\.org_8443\/catalog-[\da-f]{8}\.json$/),
    ]);
    expect((await resolveProfile({ profile: "p.json" }, world.host)).problems).toEqual([]);
  });

  it("does not write out of its folder, whatever a lock file says", async () => {
    const entry = { sha256: "0".repeat(64), fetched: "2026-01-01" };
    for (const file of ["../p.json", "/repo/p.json", "..\\p.json", "oscal.lock.json", "example.org"]) {
      const lock = JSON.stringify({ documents: { [`${root}catalogs/all.json`]: { ...entry, file } } });
      const world = worldOf({ ...files, "vendor/oscal.lock.json": lock, "vendor/example.org/x.txt": "" }, web);
      await vendor(world);
      // The entry has a path of its own again, by which the profile resolves.
      expect([...world.host.written.keys()]).toEqual([
        expect.stringMatching(/^\/repo\/vendor\/example\.org\/.*all\.json$/),
        expect.stringMatching(/^\/repo\/vendor\/example\.org\/.*low\.json$/),
        "/repo/vendor/oscal.lock.json",
      ]);
      expect((await resolveProfile({ profile: "p.json" }, world.host)).problems).toEqual([]);
    }
  });

  it("does not take what was downloaded for leave to read files of this machine", async () => {
    const local = JSON.stringify(profileOf("file:///repo/secret.json"));
    const world = worldOf({ ...files, "secret.json": catalog }, { ...web, [`${root}profiles/low.json`]: local });
    expect(await vendor(world)).toEqual([
      expect.stringContaining("a document that goes by an address must not import a file of this machine."),
    ]);
    expect(world.host.written.size).toBe(0);
  });

  it("does not write out of its folder through a link", async () => {
    const folder = temporaryFolder({ ...files, "elsewhere/keep.txt": "" });
    mkdirSync(join(folder, "vendor"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "vendor/example.org"));
    const { host } = worldOf(files, web);
    const { problems } = await vendorImports(
      { profile: "p.json" },
      { ...nodeHost(folder, {}), ...defined({ download: host.download }) },
    );
    expect(problems.map(({ code }) => code)).toEqual(["path-outside-workspace", "path-outside-workspace"]);
    expect([readdirSync(join(folder, "elsewhere")), readdirSync(join(folder, "vendor"))]).toEqual([
      ["keep.txt"],
      ["example.org"],
    ]);
  });

  it("writes where --out says, and says when nobody would look there", async () => {
    const world = worldOf(files, web);
    expect(await vendor(world, { out: "third-party" })).toMatchObject({ folder: "/repo/third-party", found: false });
    const named = worldOf({ ...files, "aims.yaml": "vendor: third-party\n" }, web);
    expect(await vendor(named)).toMatchObject({ folder: "/repo/third-party", found: true });
    expect((await resolveProfile({ profile: "p.json" }, named.host)).problems).toEqual([]);
  });
});

describe("aims oscal vendor", () => {
  it("downloads from a server, and what was changed afterwards is refused by name", async () => {
    const server = await httpsServer({
      "/low.json": { status: 302, headers: { location: "/v1/profiles/low.json" } },
      "/v1/profiles/low.json": JSON.stringify(profileOf("../catalogs/all.xml")),
      "/v1/catalogs/all.xml": (await documentText(catalogOf("c-1", "c-2"), "xml")).text,
    });
    const folder = temporaryFolder({ "ca.pem": server.ca });
    for (const format of ["json", "yaml", "xml"] as const) {
      const { text } = await documentText(profileOf(`${server.root}low.json`), format);
      writeFileSync(join(folder, `p.${format}`), text);
    }
    const args = ["oscal", "vendor", "p.json", "--ca", "ca.pem"];
    const refused = await aimsHere(args, folder);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining("If that machine is meant, add --allow-private."),
    ]);
    const done = await aimsHere([...args, "--allow-private"], folder);
    const copies = new URL(server.root).host.replace(":", "_");
    expect(done).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        new RegExp(
          `^${server.root}low\\.json: new, [\\da-f]{12} \\(${copies}/low\\.json\\)\n${server.root}v1/catalogs/all\\.xml: new, `,
        ),
      ) as string,
      stderr: "vendor: 2 documents and oscal.lock.json.\n",
    });
    const resolved: unknown[] = [];
    for (const format of ["json", "yaml", "xml"]) {
      const { code, stdout, stderr } = await aimsHere(["oscal", "resolve", `p.${format}`], folder);
      expect([code, stderr]).toEqual([0, ""]);
      resolved.push(
        (JSON.parse(stdout) as { catalog: { controls: { id: string }[] } }).catalog.controls.map(({ id }) => id),
      );
    }
    expect(resolved).toEqual([
      ["c-1", "c-2"],
      ["c-1", "c-2"],
      ["c-1", "c-2"],
    ]);
    const file = join(folder, "vendor", copies, "v1/catalogs/all.xml");
    writeFileSync(file, readFileSync(file, "utf8").replace("Control c-1", "Control C-1"));
    const changed = await aimsHere(["oscal", "validate", "--follow", "p.json"], folder);
    expect(changed.code).toBe(2);
    expect(changed.stderr).toContain(
      `vendor/${copies}/v1/catalogs/all.xml: error vendored-file-changed: "vendor/${copies}/v1/catalogs/all.xml" is not what was downloaded`,
    );
  });
});
