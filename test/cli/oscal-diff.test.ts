import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toXml } from "../../src/oscal/codec/to-xml.js";
import { toYaml } from "../../src/oscal/codec/to-yaml.js";
import { catalog, profile, withValue } from "../support/documents.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere, type Run } from "../support/program.js";

const run = (folder: string, ...args: string[]): Promise<Run> => aimsHere(["oscal", "diff", ...args], folder);
const write = (folder: string, name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};
const json = (document: unknown): string => JSON.stringify(document, null, 2);

test("one document in three formats is the same", async () => {
  const folder = temporaryFolder();
  write(folder, "a.json", json(catalog()));
  write(folder, "b.xml", toXml(catalog()).xml);
  write(folder, "c.yaml", toYaml(catalog()));
  for (const [a, b] of [
    ["a.json", "b.xml"],
    ["b.xml", "c.yaml"],
  ] as const) {
    const { code, stdout, stderr } = await run(folder, a, b);
    expect({ code, stderr, last: stdout.trimEnd().split("\n").at(-1) }).toEqual({
      code: 0,
      stderr: "",
      last: "The same.",
    });
  }
});

test.each([
  "<pre>a<em>b</em></pre>",
  '<p><code class="x">a</code></p>',
  '<table><tr><th>b</th></tr><tr><td align="right">a</td></tr></table>',
])("%s has something that Markdown cannot say, so that the documents cannot be compared", async (markup) => {
  const folder = temporaryFolder();
  const withMarkup = (text: string): string =>
    toXml(catalog()).xml.replace("</metadata>", `<remarks>${text}</remarks></metadata>`);
  write(folder, "a.xml", withMarkup(markup));
  write(folder, "b.xml", withMarkup("<p>a</p>"));
  const { code, stdout, stderr } = await run(folder, "a.xml", "b.xml");
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(": error xml-markup: ");
  expect(stderr).toContain("or compare what aims oscal convert --lossy makes of the document.");
});

test("a new edition is a difference, unless metadata is to be ignored", async () => {
  const folder = temporaryFolder();
  write(folder, "a.json", json(catalog()));
  write(folder, "b.json", json(withValue<unknown>(catalog(), "/catalog/metadata/version", "2")));
  const plain = await run(folder, "a.json", "b.json");
  expect(plain).toEqual({
    code: 1,
    stderr: "",
    stdout:
      '- a.json  "Catalog"  version 1  2026-04-14\n+ b.json  "Catalog"  version 2  2026-04-14\n\n' +
      'edition\n  ~ version: "1" → "2"\n\nNo change; edition: 1 changed.\n',
  });
  const ignored = await run(folder, "a.json", "b.json", "--ignore-metadata");
  expect(ignored.code).toBe(0);
  expect(ignored.stdout).toContain("edition (not counted)\n");
  expect(ignored.stdout).toContain("\nThe same but for the edition.\n");
});

test("the places of both sides, whatever the format", async () => {
  const folder = temporaryFolder();
  const pointer = "/catalog/groups/0/controls/0/title";
  write(folder, "a.json", json(catalog()));
  write(folder, "b.xml", toXml(withValue<unknown>(catalog(), pointer, "Another title")).xml);
  const { code, stdout } = await run(folder, "a.json", "b.xml", "--output", "json");
  expect(code).toBe(1);
  const lineOf = (name: string, text: string): number =>
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .findIndex((line) => line.includes(text)) + 1;
  const { changes } = JSON.parse(stdout) as { changes: unknown[] };
  expect(changes).toMatchObject([
    {
      kind: "changed",
      property: "title",
      a: { pointer, line: lineOf("a.json", "Impact assessment"), value: "Impact assessment" },
      b: { pointer, line: lineOf("b.xml", "Another title"), value: "Another title" },
    },
  ]);
});

test("no more changes are shown than asked for, and all are counted", async () => {
  const folder = temporaryFolder();
  const changed = withValue<unknown>(catalog(), "/catalog/groups/0/title", "x");
  write(folder, "a.json", json(catalog()));
  write(folder, "b.json", json(withValue<unknown>(changed, "/catalog/groups/0/controls/0/title", "y")));
  const text = await run(folder, "a.json", "b.json", "--limit", "1");
  expect(text.stdout).toContain("\n... and 1 more change.\n\n2 changed.\n");
  const { stdout } = await run(folder, "a.json", "b.json", "--limit", "0", "--output", "json");
  expect(JSON.parse(stdout)).toMatchObject({ same: false, counts: { changed: 2 }, changes: [], leftOut: 2 });
});

describe("what cannot be compared", () => {
  test("every document that cannot be read is reported, and every file that is not an OSCAL document", async () => {
    const folder = temporaryFolder();
    write(folder, "a.json", "{");
    write(folder, "b.json", '{"catalogue": {}}');
    const { code, stdout, stderr } = await run(folder, "a.json", "b.json");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^a\.json:1:2: error json-syntax: /);
    expect(stderr).toContain('b.json:1:2: error oscal-no-model: "catalogue" is not an OSCAL model.\n');
    expect(stderr).toContain('fix: Did you mean "catalog"?\n');
  });

  test("documents of different models, a file that is not there, standard input twice", async () => {
    const folder = temporaryFolder();
    write(folder, "a.json", json(catalog()));
    write(folder, "b.json", json(profile()));
    const models = await run(folder, "a.json", "b.json");
    expect(models.code).toBe(2);
    expect(models.stderr).toContain("error oscal-different-models: A catalog and a profile cannot be compared.");
    const missing = await run(folder, "a.json", "gone.json");
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain("gone.json: error unreadable-file: There is no such file.");
    expect(await run(folder, "-", "-")).toMatchObject({ code: 2, stdout: "" });
  });

  test("a limit that is not a number", async () => {
    const folder = temporaryFolder();
    expect(await run(folder, "a.json", "b.json", "--limit", "-1")).toMatchObject({ code: 2, stdout: "" });
  });
});

test("what XML loses on reading keeps documents from being compared, or is told", async () => {
  const folder = temporaryFolder();
  const xml = toXml(catalog()).xml;
  const remarks = (content: string): string => xml.replace("</metadata>", `<remarks>${content}</remarks></metadata>`);
  write(folder, "a.xml", remarks("<p>a</p>"));
  write(folder, "b.xml", remarks("<p>a</p><p/>"));
  write(folder, "c.xml", xml.replace("</metadata>", "<note>a</note></metadata>"));
  const idle = await run(folder, "a.xml", "b.xml");
  expect(idle).toMatchObject({ code: 0, stdout: expect.stringContaining("The same.") as string });
  expect(idle.stderr).toContain("warning xml-idle-markup");
  const lost = await run(folder, "a.xml", "c.xml");
  expect(lost).toMatchObject({ code: 2, stdout: "" });
  expect(lost.stderr).toContain("error xml-unknown-element: <note> is not an element of <metadata>.");
});
