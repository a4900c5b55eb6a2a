import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalog, profile, withValue } from "../support/documents.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { commandOf, verbPaths } from "../support/verbs.js";

const options = (
  await Promise.all(
    (await verbPaths()).map(async (path) => {
      const { options: ofVerb } = await commandOf(path);
      return ofVerb.map(({ flags, long, description }) => ({ verb: path.join(" "), flags, long, description }));
    }),
  )
).flat();

describe("an option means the same with every verb", () => {
  const called = (name: string): typeof options => options.filter(({ long }) => long === name);

  it("--output is a report, repeatable, with a path or without", () => {
    expect(called("--output").map(({ verb }) => verb)).toEqual(
      expect.arrayContaining([
        ...["assess", "explain", "import", "oscal convert", "oscal diff", "oscal info", "oscal resolve"],
        ...["oscal validate", "oscal why", "rules check", "rules list", "rules test", "validate"],
      ]),
    );
    for (const { flags, description } of called("--output")) {
      expect(flags).toBe("--output <format[=path]>");
      expect(description).toMatch(
        /^a report, repeatable: [\w, ]*json[\w, ]*; without a path to standard output(?:, text to standard error)?$/,
      );
    }
  });

  it("--out is the file or folder to write, -o for short; --to is the format of what is written, or where a mapping leads", () => {
    for (const { flags } of called("--out")) expect(flags).toMatch(/^-o, --out <(?:file|folder|path)>$/);
    for (const { flags } of called("--to")) expect(flags).toMatch(/^--to <(?:format|framework)>$/);
    expect(called("--format")).toEqual([]);
  });

  it("has one form everywhere", () => {
    const forms = new Map<string, Set<string>>();
    for (const { long = "", flags } of options) {
      // A day for records, a moment for documents; a format for what is converted, a framework for what is read along a mapping.
      if (["--as-of", "--out", "--from", "--to"].includes(long)) continue;
      forms.set(long, (forms.get(long) ?? new Set()).add(flags));
    }
    expect([...forms.values()].filter(({ size }) => size > 1).map((each) => [...each])).toEqual([]);
  });
});

describe("--output json", () => {
  const documents = (): string => {
    const text = (value: unknown): string => JSON.stringify(value, undefined, 2);
    return temporaryFolder({
      "catalog.json": text(catalog()),
      "profile.json": text(profile()),
      "new.json": text(withValue(catalog(), "/catalog/metadata/title", "Other rules")),
      "odd.json": text(withValue(profile(), "/profile/imports/0/include-controls", [{ "with-ids": ["a.5.2", "x"] }])),
    });
  };

  it.each([
    [["oscal", "info", "catalog.json"], 0],
    [["oscal", "why", "profile.json", "a.5.2"], 0],
    [["oscal", "diff", "catalog.json", "new.json"], 1],
    [["explain", "no-systems"], 0],
    [["rules", "list"], 0],
  ])("of aims %j writes to a file what it prints", async (args, code) => {
    const folder = documents();
    const printed = await aimsHere([...args, "--output", "json"], folder);
    expect([printed.code, printed.stderr]).toEqual([code, ""]);
    const text = await aimsHere([...args, "--output", "json=out/r.json", "--output", "text=out/r.txt"], folder);
    expect(text).toEqual({ code, stdout: readFileSync(join(folder, "out/r.txt"), "utf8"), stderr: "" });
    expect(readFileSync(join(folder, "out/r.json"), "utf8")).toBe(printed.stdout);
    expect(JSON.parse(printed.stdout)).toBeTypeOf("object");
    const both = await aimsHere([...args, "--output", "json", "--output", "text"], folder);
    expect(both).toMatchObject({ code: 2, stdout: "" });
    expect(both.stderr).toContain('"--output json" and "--output text" both go to standard output');
  });

  it.each([
    ["oscal", "info", "catalog.json"],
    ["oscal", "why", "profile.json", "a.5.2"],
    ["oscal", "diff", "new.json", "catalog.json"],
    ["oscal", "resolve", "profile.json", "--out", "resolved.json"],
    ["oscal", "convert", "catalog.json", "--to", "xml", "--out", "catalog.xml"],
  ])("of aims %s %s never overwrites what is read", async (...args) => {
    const folder = documents();
    const before = readFileSync(join(folder, "catalog.json"), "utf8");
    const { code, stderr } = await aimsHere([...args, "--output", "json=./catalog.json"], folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('"--output json=./catalog.json" would overwrite this file, which is read.'),
    ]);
    expect(readFileSync(join(folder, "catalog.json"), "utf8")).toBe(before);
  });

  it("of a verb that makes a document says what was found, apart from the document", async () => {
    const folder = documents();
    const args = ["oscal", "resolve", "odd.json"];
    const mixed = await aimsHere([...args, "--output", "json"], folder);
    expect(mixed).toMatchObject({ code: 2, stdout: "" });
    expect(mixed.stderr).toContain('"--output json" and the document both go to standard output');
    const apart = await aimsHere([...args, "-o", "made.json", "--output", "json"], folder);
    const { valid, diagnostics } = JSON.parse(apart.stdout) as Record<string, unknown>;
    expect([apart.code, valid, diagnostics]).toEqual([
      0,
      true,
      [expect.objectContaining({ file: "odd.json", severity: "warning" })],
    ]);
    const onto = await aimsHere([...args, "-o", "made.json", "--output", "json=made.json"], folder);
    expect([onto.code, onto.stderr]).toEqual([2, expect.stringContaining("both write here")]);
  });
});

describe("a path starts from the folder where the command is called", () => {
  it("also that of a profile: one that would start from the workspace is named as it has to be written", async () => {
    const folder = temporaryFolder({
      "bank/organization.yaml": "kind: organization\nid: bank\nname: Bank\n",
      "bank/systems/one.yaml": "kind: system\nid: one\nname: One\n",
      "bank/profiles/mine.json": JSON.stringify(profile()),
    });
    const said = async (name: string, cwd = folder): Promise<string> =>
      (await aimsHere(["validate", ...(cwd === folder ? ["bank"] : []), "--profile", name], cwd)).stderr;
    expect(await said("profiles/mine.json")).toContain(
      "profiles/mine.json: error unreadable-file: There is no such file.\n" +
        "    fix: A path starts from the folder where you are, not from the workspace's. Write bank/profiles/mine.json.\n",
    );
    expect(await said("mine")).toContain('Did you mean "bank/profiles/mine.json"?');
    expect(await said("mine", join(folder, "bank"))).toContain('Did you mean "profiles/mine.json"?');
    expect(await said("bank/profiles/mine.json")).not.toContain("unreadable-file: There is no such file");
    expect(await said("profiles/other.json")).toContain("fix: Check the spelling of the path.");
  });
});
