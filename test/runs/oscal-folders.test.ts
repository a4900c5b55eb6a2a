import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { convertOscal } from "../../src/runs/convert-oscal.js";
import { memoryHost } from "../../src/runs/memory-host.js";
import { validateOscal, type OscalCheck, type ValidateOscalRequest } from "../../src/runs/validate-oscal.js";
import { catalog } from "../support/documents.js";
import { temporaryFolder } from "../support/folder.js";

const sound = JSON.stringify(catalog());

async function check(
  files: Readonly<Record<string, string>>,
  request: Partial<ValidateOscalRequest> = {},
): Promise<OscalCheck> {
  const host = memoryHost({ folder: temporaryFolder(files) });
  const { value } = await validateOscal({ files: ["."], constraints: false, ...request }, host);
  if (value === undefined) throw new Error("not checked");
  return value;
}

/** What is said of a file that lies in a folder beside a catalog, and whether everything is valid. */
async function beside(name: string, content: string): Promise<[codes: string[], valid: boolean, others: number]> {
  const { problems, valid, others } = await check({ "catalog.json": sound, [name]: content });
  return [problems.map(({ severity, code }) => `${severity} ${code}`), valid, others];
}

describe("of a folder", () => {
  it.each([
    ["empty.yml", ""],
    ["comments.yaml", "# nothing yet\n---\n"],
    ["empty.json", " \n"],
    ["package.json", '{ "name": "x" }'],
    ["list.yaml", "- a\n- b\n"],
    ["ci.yml", "a: &a {x: 1}\nb: {<<: *a}\n"],
    ["log4j.xml", '<!DOCTYPE configuration SYSTEM "x.dtd">\n<configuration/>'],
    ["page.xml", "<?xml version='1.0'?><!-- open --><html><p>&nbsp;</html>"],
  ])("%s is skipped in silence", async (name, content) => {
    expect(await beside(name, content)).toEqual([[], true, 1]);
  });

  it.each([
    ["settings.json", '{ "a": 1, // mine\n}'],
    ["broken.yaml", "a: b: c\n"],
    ["service.yaml", "{{- if .Values.on }}\nkind: Service\nname: {{ .Release.Name }}\n{{- end }}\n"],
    ["notes.xml", "just words"],
  ])("%s, which cannot be read and names no model, is skipped with one warning", async (name, content) => {
    expect(await beside(name, content)).toEqual([["warning skipped-file"], true, 1]);
  });

  it.each([
    ["cut.json", '{ "catalog": { "uuid": ', "json-syntax"],
    ["slip.json", '{ "catalgo": { "uuid": ', "json-syntax"],
    ["cut.xml", '<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"><metadata>', "xml-syntax"],
    ["doctype.xml", "<!DOCTYPE catalog>\n<catalog/>", "xml-doctype"],
    ["late.json", '{ "other": 1, "x": { "oscal-version": "1.1.2", } }', "json-syntax"],
    ["rendered.yaml", "catalog:\n  uuid: {{ uuid }}\n  title: {{ title }}\n", "unrendered-template"],
    ["slip.yaml", "catalogue:\n  uuid: x\n", "oscal-no-model"],
  ])("%s, which was meant to be a document, is an error", async (name, content, code) => {
    expect(await beside(name, content)).toEqual([[`error ${code}`], false, 0]);
  });

  it("a text in another encoding is looked into too", async () => {
    const folder = temporaryFolder({ "catalog.json": sound });
    const bytes = Buffer.from(`\uFEFF${sound}`, "utf16le");
    const files = new Map<string, string | Uint8Array>([
      [join(folder, "catalog.json"), sound],
      [join(folder, "wide.json"), bytes],
    ]);
    const { problems } = await validateOscal({ files: ["."] }, memoryHost({ folder, files }));
    expect(problems.map(({ code }) => code)).toContain("wrong-encoding");
  });

  it("nothing but files of other kinds is not a pass", async () => {
    const { problems, valid } = await check({ "settings.json": "{ // }" });
    expect([problems.map(({ code }) => code), valid]).toEqual([["no-oscal-documents", "skipped-file"], false]);
  });

  it("convert skips the same files", async () => {
    const folder = temporaryFolder({ "catalog.json": sound, "empty.yml": "", "t.yaml": "a: {{ b }}\nc: {{ d }}\n" });
    const host = memoryHost({ folder });
    const { problems, written, files, others } = await convertOscal({ files: ["."], to: "yaml", out: "out/" }, host);
    expect({ codes: problems.map(({ code }) => code), written, files, others }).toEqual({
      codes: ["skipped-file"],
      written: 1,
      files: 3,
      others: 2,
    });
  });
});

describe("a file that is named itself", () => {
  it.each([
    ["empty.yml", "", "empty-file"],
    ["page.xml", "<html/>", "xml-unknown-root"],
    ["settings.json", '{ "a": 1, // mine\n}', "json-syntax"],
    ["service.yaml", "a: {{ b }}\nc: {{ d }}\n", "unrendered-template"],
  ])("%s is an error", async (name, content, code) => {
    const { problems, files } = await check({ [name]: content }, { files: [name] });
    expect(problems.map((each) => each.code)).toEqual([code]);
    expect(files.map(({ state }) => state)).toEqual(["unreadable"]);
  });

  it("OSCAL's own insertions in prose are not taken for marks of a template", async () => {
    const text = '{ "catalog": { "title": "{{ insert: param, a-1_prm_1 }}", } }';
    const { problems } = await check({ "cut.json": text }, { files: ["cut.json"] });
    expect(problems.map(({ code }) => code)).toEqual(["json-syntax"]);
  });

  it("an address is not fetched", async () => {
    const { problems } = await check({}, { files: ["https://example.org/catalog.json"] });
    expect(problems.map(({ code, message, fix }) => [code, message, fix])).toEqual([
      [
        "address-not-fetched",
        '"https://example.org/catalog.json" is an address; aims reads files and fetches nothing.',
        "Download it first, for instance with curl -LO, and name the copy.",
      ],
    ]);
  });
});

describe("what is excluded", () => {
  const files = {
    "a/catalog.json": sound,
    "a/charts/one.json": "{",
    "a/charts/deep/two.json": "{",
    "a/draft-catalog.json": "{",
  };

  it.each([
    [["charts", "draft-*"], 3],
    [["charts/**", "draft-catalog.json"], 3],
    [["a/charts/", "./a/draft-*.json"], 3],
    [["**/one.json", "two.json", "*/draft-?atalog.json"], 3],
  ])("%j", async (exclude, excluded) => {
    const found = await check(files, { files: ["a"], exclude });
    expect([found.files.map(({ state }) => state), found.excluded, found.valid]).toEqual([["valid"], excluded, true]);
  });

  it.each([
    ["[x", /\*, \? and \*\*/],
    ["{a,charts}", /\*, \? and \*\*/],
    ["/a/charts", /from the folder that is named/],
    ["../**", /from the folder that is named/],
    ["chart", /Correct it/],
  ])("%s leaves nothing out, which a warning says", async (pattern, fix) => {
    const { problems, excluded } = await check(
      { "catalog.json": sound },
      { exclude: [pattern, "catalog.*", "c*.json"] },
    );
    const warnings = problems.filter(({ code }) => code === "exclude-unused");
    expect(warnings).toEqual([
      {
        code: "exclude-unused",
        severity: "warning",
        message: `--exclude "${pattern}" leaves nothing out: no document in the folders that are named fits it.`,
        fix: expect.stringMatching(fix) as string,
      },
    ]);
    expect(excluded).toBe(1);
  });

  it("is checked all the same where it is named itself", async () => {
    const found = await check(files, { files: ["a", "a/charts/one.json"], exclude: ["charts", "draft-*"] });
    expect([found.files.map(({ state }) => state).sort(), found.excluded]).toEqual([["unreadable", "valid"], 2]);
  });
});
