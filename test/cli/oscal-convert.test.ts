import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { toXml } from "../../src/oscal/codec/to-xml.js";
import { toYaml } from "../../src/oscal/codec/to-yaml.js";
import { convertOscal } from "../../src/runs/convert-oscal.js";
import { nodeHost } from "../../src/runs/host.js";
import { limits } from "../../src/foundation/limits.js";
import { catalog, withValue } from "../support/documents.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere, type Run } from "../support/program.js";

const convert = (folder: string, ...args: string[]): Promise<Run> => aimsHere(["oscal", "convert", ...args], folder);

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const xml: string = toXml(catalog()).xml;

/** A catalog whose remarks hold an attribute that Markdown has no form for. */
const marked: string = xml.replace("</metadata>", '<remarks><p><code class="x">y</code></p></remarks></metadata>');

/** A catalog in XML whose parts are nested in one another. */
function nested(parts: number): string {
  const open = '<part name="item">'.repeat(parts);
  const control = `<control id="deep-1"><title>Deep</title>${open}${"</part>".repeat(parts)}</control>`;
  return xml.replace("<group", `${control}<group`);
}

describe("without --to", () => {
  test.each(["c.json", "c.yml", "c.XML"])("the format is that of the ending of --out: %s", async (name) => {
    const folder = temporaryFolder();
    write(folder, { "a.xml": xml });
    expect(await convert(folder, "a.xml", "--out", name)).toEqual({ code: 0, stdout: "", stderr: "" });
    const to = { "c.json": "json", "c.yml": "yaml", "c.XML": "xml" }[name];
    const { stdout } = await convert(folder, "a.xml", "--to", to ?? "");
    expect(readFileSync(join(folder, name), "utf8")).toBe(stdout);
  });

  test.each<[readonly string[], string]>([
    [["a.xml"], "standard output has no name that says it"],
    [["a.xml", "--out", "c.txt"], '"c.txt" does not end in .json, .yaml or .xml'],
    [["a.xml", "b.xml", "--out", "all.json"], '"all.json" is a folder, which does not say it'],
    [["a.xml", "--out", "out/"], '"out/" is a folder, which does not say it'],
    [["in", "--out", "out.json"], '"out.json" is a folder, which does not say it'],
  ])("it has to be named: %j", async (args, words) => {
    const folder = temporaryFolder();
    write(folder, { "a.xml": xml, "b.xml": xml, "in/a.xml": xml });
    expect(await convert(folder, ...args)).toEqual({
      code: 2,
      stdout: "",
      stderr: `error format-not-named: The format to write is not given: ${words}.
    fix: Name it with --to json, --to yaml or --to xml.
1 error, 0 warnings.
`,
    });
    expect(readdirSync(folder).sort()).toEqual(["a.xml", "b.xml", "in"]);
  });
});

describe("what lies in a folder", () => {
  test("endings count in capital letters too", async () => {
    const folder = temporaryFolder();
    write(folder, { "in/A.JSON": JSON.stringify(catalog()), "in/b.Xml": xml, "in/c.jsonx": "{" });
    expect(await convert(folder, "in", "--to", "yaml", "-o", "out")).toEqual({
      code: 0,
      stdout: "",
      stderr: "2 of 2 documents written.\n",
    });
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["A.yaml", "b.yaml"]);
  });

  test.each(["convert", "validate", "info"])(
    "%s skips files that are not OSCAL, and reports those that nearly are",
    async (name) => {
      const commands: Readonly<Record<string, (args: string[], folder: string) => Promise<Run>>> = {
        convert: (args, folder) => convert(folder, ...args, "--to", "json", "-o", "out"),
        validate: (args, folder) => aimsHere(["oscal", "validate", ...args], folder),
        info: (args, folder) => aimsHere(["oscal", "info", ...args], folder),
      };
      const run = commands[name];
      if (run === undefined) throw new Error("no such command");
      const folder = temporaryFolder();
      write(folder, { "in/a.xml": xml, "in/other.json": '{"name": "x"}', "in/pom.xml": "<project/>" });
      const fine = await run(["in"], folder);
      expect({ ...fine, stdout: "" }).toMatchObject({ code: 0 });
      expect(`${fine.stdout}${fine.stderr}`).toContain("2 other files skipped");
      write(folder, { "in/near.json": '{"catalogs": {}}', "in/nearly.xml": "<catalogue/>" });
      const near = await run(["in"], folder);
      expect(near.code).toBe(2);
      const said = `${near.stdout}${near.stderr}`;
      expect(said).toContain('in/near.json:1:2: error oscal-no-model: "catalogs" is not an OSCAL model.');
      expect(said).toContain(
        "in/nearly.xml:1:1: error xml-unknown-root: <catalogue> is not the root of an OSCAL document.",
      );
    },
  );

  test("files that are not OSCAL are skipped", async () => {
    const folder = temporaryFolder();
    write(folder, { "in/a.xml": xml, "in/b.json": "{}", "in/b.xml": "<project/>", "in/a.yaml": "x: 1" });
    expect(await convert(folder, "in", "--to", "json", "-o", "in")).toEqual({
      code: 0,
      stdout: "",
      stderr: "1 of 1 documents written; 3 other files skipped.\n",
    });
    expect(readFileSync(join(folder, "in/b.json"), "utf8")).toBe("{}");
    write(folder, { "in/a.yaml": JSON.stringify(catalog()) });
    expect(await convert(folder, "in", "--to", "xml", "-o", "out")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'out/a.xml: error output-conflict: "in/a.json" and "in/a.xml" would both be written here. So it may be in one more place.\n' +
        "    fix: Say which format is to be read: --from json or --from xml.\n" +
        "1 error, 0 warnings.\n",
    });
    expect(await convert(folder, "in", "--to", "xml", "--from", "json", "-o", "out")).toEqual({
      code: 0,
      stdout: "",
      stderr: "1 of 1 documents written; 1 other file skipped.\n",
    });
    expect(readdirSync(join(folder, "out"))).toEqual(["a.xml"]);
  });

  test("two documents of one name from two folders", async () => {
    const folder = temporaryFolder();
    write(folder, { "in/one/a.xml": xml, "in/two/a.xml": xml });
    expect(await convert(folder, "in/one/a.xml", "in/two/a.xml", "--to", "json", "-o", "out")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'out/a.json: error output-conflict: "in/one/a.xml" and "in/two/a.xml" would both be written here.\n' +
        "    fix: Convert them one after the other, each with an --out of its own, or name the folder above them.\n" +
        "1 error, 0 warnings.\n",
    });
    expect(await convert(folder, "in", "--to", "json", "-o", "out")).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["one", "two"]);
  });

  test("no more files are read than it takes to be sure of a conflict", async () => {
    const names = Array.from({ length: 40 }, (_, index) => `in/${String(index).padStart(2, "0")}`);
    const folder = temporaryFolder();
    write(
      folder,
      Object.fromEntries(names.flatMap((name) => [`${name}.json`, `${name}.xml`].map((each) => [each, xml]))),
    );
    write(folder, { "in/00.json": "{}", "in/01.json": JSON.stringify(catalog()) });
    const host = nodeHost(folder, {});
    const read: string[] = [];
    const bytes = (path: string): Uint8Array => {
      read.push(basename(path));
      return host.read.bytes(path);
    };
    const reader = { ...host.read, bytes };
    const conversion = await convertOscal({ files: ["in"], to: "yaml", out: "out" }, { ...host, read: reader });
    expect(conversion.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/01\.json" and ".*01\.xml" would both be written here\. So it may be in 38 more places\.$/),
    ]);
    expect(read).toEqual(["00.json", "00.xml", "01.json", "01.xml"]);
  });

  test("--from reads what it is given as that format, whatever the name says", async () => {
    const folder = temporaryFolder();
    write(folder, { "a.txt": xml, "b.json": xml });
    for (const name of ["a.txt", "b.json"]) {
      expect(await convert(folder, name, "--from", "xml", "--to", "xml")).toEqual({ code: 0, stdout: xml, stderr: "" });
    }
  });

  test("a folder without documents is nothing to convert", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "in"));
    const fix =
      "    fix: Name files, or a folder that holds OSCAL documents in JSON, YAML or XML.\n1 error, 0 warnings.\n";
    expect(await convert(folder, "in", "--to", "json", "-o", "out")).toEqual({
      code: 2,
      stdout: "",
      stderr: `error no-oscal-documents: There is no OSCAL document to convert.\n${fix}`,
    });
    write(folder, { "in/other.json": "{}" });
    expect(await convert(folder, "in", "--to", "json")).toEqual({
      code: 2,
      stdout: "",
      stderr: `error no-oscal-documents: There is no OSCAL document to convert among 1 file.\n${fix}`,
    });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  // Permissions do not bind the superuser; test/files/find.test.ts has the case with a listing that fails.
  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")("a folder that cannot be read", async () => {
    const folder = temporaryFolder();
    write(folder, { "in/a.xml": xml, "in/a/b.xml": xml });
    chmodSync(join(folder, "in", "a"), 0);
    try {
      const { code, stderr } = await convert(folder, "in", "--to", "json", "-o", "out");
      expect(code).toBe(2);
      expect(stderr).toContain("in/a: error unreadable-file: Permission to read the folder is denied.");
      expect(stderr).toContain("1 of 2 documents written.");
      expect((await aimsHere(["oscal", "validate", "in"], folder)).code).toBe(2);
      expect((await convert(folder, "in/a", "--to", "json")).stderr).toContain("in/a: error unreadable-file");
    } finally {
      chmodSync(join(folder, "in", "a"), 0o700);
    }
  });
});

describe("formatting that Markdown has no form for", () => {
  test.each(["json", "yaml", "xml"])("is an error before anything is written in %s", async (format) => {
    const folder = temporaryFolder();
    write(folder, { "a.xml": marked });
    const { code, stdout, stderr } = await convert(folder, "a.xml", "--to", format, "-o", "out.txt");
    expect({ code, stdout, written: existsSync(join(folder, "out.txt")) }).toEqual({
      code: 2,
      stdout: "",
      written: false,
    });
    expect(stderr).toContain("error xml-markup: Markdown cannot hold the attribute class of code; it is left out.\n");
    expect(stderr).toContain(
      "    fix: Write it in a way that Markdown has, or have the document written without it by --lossy.\n",
    );
  });

  test("is dropped with a warning where --lossy is given", async () => {
    const folder = temporaryFolder();
    write(folder, { "a.xml": marked });
    const { code, stderr } = await convert(folder, "a.xml", "--to", "json", "--lossy", "-o", "out.json");
    expect(code).toBe(0);
    expect(stderr).toContain("warning xml-markup: Markdown cannot hold the attribute class of code");
    expect(JSON.parse(readFileSync(join(folder, "out.json"), "utf8"))).toMatchObject({
      catalog: { metadata: { remarks: "`y`" } },
    });
  });
});

test.each(["json", "yaml", "xml"])("a $schema is left out of %s, and that is told", async (format) => {
  const folder = temporaryFolder();
  write(folder, { "a.json": JSON.stringify({ $schema: "https://example.org/schema.json", ...catalog() }) });
  expect(await convert(folder, "a.json", "--to", format, "-o", "out")).toMatchObject({
    code: 0,
    stdout: "",
    stderr: expect.stringContaining(
      'a.json:1:2: info json-schema-left-out: "$schema" is left out: it is for editors, and no part of the model.\n',
    ) as string,
  });
  expect(readFileSync(join(folder, "out"), "utf8")).not.toContain("$schema");
});

describe("a number where OSCAL has a text", () => {
  const unquoted = withValue<unknown>(catalog(), "/catalog/metadata/version", 1.5);
  const first = ({ stdout, stderr }: Run): string => `${stdout}${stderr}`.split("\n")[0] ?? "";

  test.each(["a.yaml", "b.json"])("is refused in the words of validate: %s", async (name) => {
    const folder = temporaryFolder();
    write(folder, { "a.yaml": toYaml(unquoted), "b.json": JSON.stringify(unquoted, undefined, 2) });
    const said = first(await aimsHere(["oscal", "validate", name], folder));
    expect(said).toContain('error oscal-wrong-type: "version" is a number, but has to be text.');
    for (const format of ["json", "yaml", "xml"]) {
      const run = await convert(folder, name, "--to", format);
      expect([run.code, run.stdout, first(run)]).toEqual([2, "", said]);
    }
    const diff = await aimsHere(["oscal", "diff", name, name], folder);
    expect([diff.code, diff.stdout, first(diff)]).toEqual([2, "", said]);
  });
});

describe("levels of nesting", () => {
  // The document, the catalog, its controls and the control itself are four; every part is an array and an object.
  const most = (limits.depth - 4) / 2;

  test.each(["json", "yaml"])("as many as can be read again are written in %s", async (format) => {
    const folder = temporaryFolder();
    write(folder, { "a.xml": nested(most) });
    expect(await convert(folder, "a.xml", "--to", format, "-o", `b.${format}`)).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(await convert(folder, `b.${format}`, "--to", "xml", "-o", "c.xml")).toMatchObject({ code: 0, stderr: "" });
  });

  test.each(["json", "yaml"])("more are not written in %s, but in XML", async (format) => {
    const folder = temporaryFolder();
    write(folder, { "a.xml": nested(most + 1) });
    const { code, stderr } = await convert(folder, "a.xml", "--to", format, "-o", "out.txt");
    expect({ code, written: existsSync(join(folder, "out.txt")) }).toEqual({ code: 2, written: false });
    expect(stderr).toMatch(/^a\.xml:\d+:\d+: error json-too-deep: This is nested too deeply to be written\.\n/);
    expect(await convert(folder, "a.xml", "--to", "xml", "-o", "c.xml")).toMatchObject({ code: 0, stderr: "" });
  });
});
