import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assessmentPlan, catalog, plan, profile, results, withValue } from "../support/documents.js";
import { temporaryFolder } from "../support/folder.js";
import { aims, aimsHere } from "../support/program.js";
import { hasStandard, standard, withoutStandard, projectRoot } from "../support/project.js";

const text = (value: unknown): string => JSON.stringify(value, undefined, 2);

/** The last line of standard error: what was counted. */
const lastLine = (stderr: string): string | undefined => stderr.trimEnd().split("\n").at(-1);

describe("aims oscal validate", () => {
  it("reads standard input, whose format the first character tells", () => {
    for (const [input, code, line] of [
      [text(catalog()), 0, "1 file: 1 valid."],
      [text(withValue(catalog(), "/catalog/uuid", "x")), 2, "1 file: 0 valid, 1 invalid (1 error, 0 warnings)."],
      ["{", 2, "1 file: 0 valid, 1 unreadable (1 error, 0 warnings)."],
    ] as const) {
      const result = aims(["oscal", "validate", "-"], { input });
      expect([result.code, lastLine(result.stderr)]).toEqual([code, line]);
    }
  });

  it("does not follow a link out of the folder", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "outside"));
    mkdirSync(join(folder, "inside"));
    writeFileSync(join(folder, "outside", "catalog.json"), text(catalog()));
    symlinkSync(join(folder, "outside", "catalog.json"), join(folder, "inside", "catalog.json"));
    const { code, stderr } = await aimsHere(["oscal", "validate", "."], join(folder, "inside"));
    expect(code).toBe(2);
    expect(stderr).toContain("catalog.json: error path-outside-workspace: ");
  });

  it("does not look at files outside for an import, and reads none with --follow", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "inside"));
    writeFileSync(join(folder, "catalog.json"), "no OSCAL, and not looked at");
    writeFileSync(
      join(folder, "inside", "profile.json"),
      text(withValue(profile(), "/profile/imports/0/href", "../catalog.json")),
    );
    const cwd = join(folder, "inside");
    expect(await aimsHere(["oscal", "validate", "profile.json"], cwd)).toEqual({
      code: 0,
      stdout: "",
      stderr: "1 file: 1 valid.\n",
    });
    const { code, stderr } = await aimsHere(["oscal", "validate", "profile.json", "--follow"], cwd);
    expect(code).toBe(0);
    expect(stderr).toContain(
      'warning reference-not-read: "../catalog.json" lies outside the folders that may be read.',
    );
    expect(lastLine(stderr)).toBe("1 file: 1 valid (0 errors, 1 warning).");
    const quiet = await aimsHere(
      ["oscal", "validate", "profile.json", "--follow", "--disable", "reference-not-read"],
      cwd,
    );
    expect(quiet).toEqual({ code: 0, stdout: "", stderr: "1 file: 1 valid.\n" });
    writeFileSync(join(folder, "catalog.json"), text(catalog()));
    const both = await aimsHere(["oscal", "validate", "profile.json", "../catalog.json", "--follow"], cwd);
    expect(both).toEqual({ code: 0, stdout: "", stderr: "2 files: 2 valid.\n" });
  });

  it.each([
    [".", '"." is not an OSCAL document that can be read.'],
    ["%00", "There is no file "],
  ])("says once that an import of %s can be no document, at its href", async (href, message) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "profile.json"), text(withValue(profile(), "/profile/imports/0/href", href)));
    const { code, stderr } = await aimsHere(["oscal", "validate", "profile.json", "--follow"], folder);
    expect(stderr).toContain(`error reference-import: ${message}`);
    expect([code, lastLine(stderr)]).toEqual([2, "1 file: 0 valid, 1 invalid (1 error, 0 warnings)."]);
  });

  it("takes the files of suppressions from the folder in which these stand, however a document is named", async () => {
    const folder = temporaryFolder();
    const inside = join(folder, "inside");
    mkdirSync(inside);
    symlinkSync(inside, join(folder, "link"));
    writeFileSync(
      join(inside, "catalog.json"),
      text(withValue(catalog(), "/catalog/metadata/oscal-version", "v1.2.2")),
    );
    const entry = (file: string): string =>
      `  - { code: oscal-version-unknown, file: "${file}", reason: Known., owner: Ada, expires: 2027-01-01 }\n`;
    const suppress = (...files: string[]): void => {
      writeFileSync(join(inside, "aims-suppressions.yaml"), `suppressions:\n${files.map(entry).join("")}`);
    };
    const validate = async (
      cwd: string,
      file: string,
      ...args: string[]
    ): Promise<{ code: number | null; stderr: string }> =>
      await aimsHere(["oscal", "validate", file, "--as-of", "2026-04-14", ...args], cwd);
    for (const file of ["catalog.json", "*.json", "./x/../catalog.json", join(inside, "catalog.json")]) {
      suppress(file);
      for (const name of [
        "catalog.json",
        join(inside, "catalog.json"),
        "../inside/catalog.json",
        "../link/catalog.json",
      ])
        expect((await validate(inside, name)).stderr).toBe("1 file: 1 valid; 1 problem suppressed.\n");
      expect(
        (await validate(folder, "inside/catalog.json", "--suppressions", "inside/aims-suppressions.yaml")).stderr,
      ).toBe("1 file: 1 valid; 1 problem suppressed.\n");
    }
    suppress("catalog.json", "gone.json", "gone/*.json");
    const { code, stderr } = await validate(inside, "catalog.json");
    expect(code).toBe(0);
    expect(stderr).toContain(
      'aims-suppressions.yaml:3:5: warning suppression-unused: The suppression of "oscal-version-unknown" names "gone.json", and there is no such file.',
    );
    expect(lastLine(stderr)).toBe("1 file: 1 valid (0 errors, 1 warning); 1 problem suppressed.");
    suppress("[a");
    const malformed = await validate(inside, "catalog.json");
    expect(malformed.code).toBe(2);
    expect(malformed.stderr).toContain('error suppression-pattern: "[a" is a malformed pattern');
  });

  it("follows results down to the catalog, also through a resource and across formats", async () => {
    const folder = temporaryFolder();
    const write = (name: string, value: unknown): void => {
      writeFileSync(join(folder, name), text(value));
    };
    write("catalog.json", catalog());
    write("profile.json", profile());
    write("ssp.json", plan());
    write("assessment-plan.json", assessmentPlan());
    write("assessment-results.json", results());
    const run = async (...args: string[]): Promise<string | undefined> =>
      lastLine(
        (await aimsHere(["oscal", "validate", "assessment-results.json", "--no-constraints", ...args], folder)).stderr,
      );
    expect(await run()).toBe("1 file: 1 valid.");
    expect(await run("--follow")).toBe("5 files: 5 valid.");
    const target = "/assessment-results/results/0/findings/0/target/target-id";
    write("assessment-results.json", withValue(results(), target, "a.5.2_smt.x"));
    expect(await run()).toBe("1 file: 1 valid.");
    expect(await run("--follow")).toBe("5 files: 4 valid, 1 invalid (1 error, 0 warnings).");
    expect(await run("--follow", "--disable", "reference-statement")).toBe("5 files: 5 valid.");
  });

  it("looks for files under any name, also one that no file can have", async () => {
    const folder = temporaryFolder();
    const hrefs = [
      "%00",
      "a\u0000b",
      "a".repeat(5000),
      "catalog.json/x",
      "%E0%A4%A",
      "..",
      ".",
      "//host/x",
      "\\\\host\\x",
      "C:/x",
    ];
    const links = hrefs.map((href) => ({ href, rel: "related" }));
    writeFileSync(join(folder, "catalog.json"), text(withValue(catalog(), "/catalog/groups/0/links", links)));
    const { code, stdout } = await aimsHere(
      ["oscal", "validate", "catalog.json", "--follow", "--no-constraints", "--output", "json"],
      folder,
    );
    expect(code).not.toBe(3);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
    expect(new Set(diagnostics.map((each) => each.code))).toEqual(new Set(["oscal-wrong-form", "reference-file"]));
  });

  it("takes a file once, however often it is named", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "catalog.json"), text(catalog()));
    const { stderr } = await aimsHere(["oscal", "validate", "catalog.json", ".", "./catalog.json"], folder);
    expect(stderr).toBe("1 file: 1 valid.\n");
  });

  it("writes no report over what it reads, and none twice to one place", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "catalog.json"), text(catalog()));
    const run = async (...args: string[]): Promise<string> =>
      (await aimsHere(["oscal", "validate", "catalog.json", ...args], folder)).stderr;
    expect(await run("--output", "json=./catalog.json")).toContain(
      'catalog.json: error output-conflict: "--output json=./catalog.json" would overwrite this file, which is read.',
    );
    expect(await run("--output", "json=x", "--output", "sarif=./x")).toContain(
      'x: error output-conflict: "--output json=x" and "--output sarif=./x" both write here.',
    );
    expect(await run("--output", "json", "--output", "sarif")).toContain("both go to standard output");
  });

  it("says which subcommand was meant", async () => {
    const { code, stderr } = await aimsHere(["oscal", "vlidate"], projectRoot);
    expect([code, stderr]).toEqual([2, 'aims: "oscal vlidate" is not a verb. Did you mean "validate"?\n']);
    expect((await aimsHere(["oscal"], projectRoot)).code).toBe(2);
    expect(await aimsHere(["oscal", "--help"], projectRoot)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("convert") as string,
    });
  });
});

describe.skipIf(!hasStandard)(`real documents (${withoutStandard})`, () => {
  it("the minimal chain is valid with all that it imports", async () => {
    const { code, stderr } = await aimsHere(
      ["oscal", "validate", join(standard, "minimal-chain", "ar.json"), "--follow"],
      projectRoot,
    );
    expect([code, lastLine(stderr)]).toEqual([
      0,
      expect.stringMatching(/^5 files: 5 valid \(0 errors, \d warnings?\)\.$/),
    ]);
  });

  it("the catalog of SP 800-53 in JSON and XML have the same problems, where they stand in each", async () => {
    const found = async (file: string): Promise<unknown> => {
      const { stdout } = await aimsHere(
        ["oscal", "validate", join(standard, "content/sp800-53-rev5-v1.0.0", file), "--output", "json"],
        projectRoot,
      );
      const { diagnostics } = JSON.parse(stdout) as {
        diagnostics: { code: string; severity: string; pointer: string }[];
      };
      return diagnostics.map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`).sort();
    };
    const json = await found("json/NIST_SP-800-53_rev5_catalog-min.json");
    expect(json).toEqual(await found("xml/NIST_SP-800-53_rev5_catalog.xml"));
    expect(json).toContainEqual("info oscal-version-older /catalog/metadata/oscal-version");
  });
});
