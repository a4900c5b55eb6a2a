/** The formats of pipelines, also where there is nothing to assess. Every command runs in this process. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectPath, projectRoot } from "../support/project.js";
import { readSarif } from "../support/sarif.js";

const organization = "kind: organization\nid: bank\nname: Bank\n";
const sound = "kind: system\nid: one\nname: One\n";
const broken = "kind: system\nid: one\nname: One\nownr: somebody\n";
const profile = ["--as-of", "2026-11-01", "--profile", "iso-42001-starter"];
const slip = '"ownr" is not a property of this document.';

const brokenFolder = (): string => temporaryFolder({ "organization.yaml": organization, "systems/a.yaml": broken });
const soundFolder = (): string => temporaryFolder({ "organization.yaml": organization, "systems/a.yaml": sound });
const read = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");
const outputs = (...values: string[]): string[] => values.flatMap((each) => ["--output", each]);

function elements(xml: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) =>
    names.push(`${name} ${attributes["name"] ?? attributes["type"] ?? ""}`),
  );
  parser.write(xml).close();
  return names;
}

describe("an assessment of invalid input", () => {
  it("writes what is wrong in every format that can show it, and says which cannot", async () => {
    const folder = brokenFolder();
    const wanted = ["sarif=a.sarif", "junit=a.xml", "github=a.txt", "gitlab=a.json", "markdown=a.md"];
    const args = ["assess", ...profile, "--out", "out", ...outputs(...wanted, "json=r.json", "oscal=chain")];
    const { code, stdout, stderr } = await aimsHere(args, folder);
    expect({ code, stdout, stderr, files: readdirSync(folder).sort() }).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(
        /^systems\/a\.yaml:4:1: error unknown-property: [^]*\n1 error, 0 warnings\.\n"--output json=r\.json" was not written: [^\n]*\n"--output oscal=chain" was not written: [^\n]*\n$/,
      ) as string,
      files: ["a.json", "a.md", "a.sarif", "a.txt", "a.xml", "organization.yaml", "systems"],
    });
    const { results, invocations } = readSarif(read(folder, "a.sarif"));
    expect([invocations, results.map(({ ruleId, locations }) => [ruleId, locations?.[0]?.physicalLocation])]).toEqual([
      [{ executionSuccessful: false }],
      [["unknown-property", { artifactLocation: { uri: "systems/a.yaml" }, region: { startLine: 4, startColumn: 1 } }]],
    ]);
    expect(elements(read(folder, "a.xml"))).toEqual([
      "testsuites aims",
      "testsuite aims assess",
      "testcase systems/a.yaml",
      "failure unknown-property",
    ]);
    expect(read(folder, "a.txt")).toMatch(/^::error file=systems\/a\.yaml,line=4,col=1,title=unknown-property::"ownr"/);
    expect(JSON.parse(read(folder, "a.json"))).toEqual([
      expect.objectContaining({
        check_name: "unknown-property",
        location: { path: "systems/a.yaml", lines: { begin: 4 } },
      }),
    ]);
    expect(read(folder, "a.md")).toContain("| error | [systems/a.yaml:4](systems/a.yaml#L4) | unknown-property |");
  });

  it("prints it in the format of standard output, and counts on standard error", async () => {
    const { code, stdout, stderr } = await aimsHere(["assess", ...profile, "--output", "github"], brokenFolder());
    expect([code, stdout, stderr]).toEqual([
      2,
      expect.stringMatching(/^::error file=systems\/a\.yaml,line=4,col=1,title=unknown-property::"ownr" [^\n]*\n$/),
      "1 error, 0 warnings.\n",
    ]);
  });

  it("places what is about no file, or about the folder, at the file that stands for the workspace", async () => {
    const folder = temporaryFolder({ "ws/organization.yaml": organization });
    const args = ["assess", "ws", ...profile, "--output", "sarif=a.sarif"];
    expect((await aimsHere(args, folder)).code).toBe(2);
    const uris = (): unknown[] =>
      readSarif(read(folder, "a.sarif")).results.map(({ ruleId, locations }) => [
        ruleId,
        locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      ]);
    expect(uris()).toEqual([["no-systems", "ws/organization.yaml"]]);
    writeFileSync(join(folder, "ws", "aims.yaml"), "profile: iso-42001-starter\n");
    expect((await aimsHere(args, folder)).code).toBe(2);
    expect(uris()).toEqual([["no-systems", "ws/aims.yaml"]]);
  });

  it("never writes over a file that is read, and still says what is wrong", async () => {
    const folder = brokenFolder();
    for (const input of ["systems/a.yaml", "organization.yaml"]) {
      const before = read(folder, input);
      const { code, stderr } = await aimsHere(["assess", ...profile, "--output", `sarif=${input}`], folder);
      // What lies among the descriptors is refused before any of them is read.
      expect([code, stderr.includes(slip)]).toEqual([2, input === "organization.yaml"]);
      expect(stderr).toContain(`${input}: error output-conflict: "--output sarif=${input}" would overwrite this file`);
      expect(read(folder, input)).toBe(before);
    }
  });
});

describe("the summary of a step", () => {
  const env = (folder: string): Record<string, string> => ({
    GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_REPOSITORY: "bank/ai",
    GITHUB_SHA: "0123abc",
  });

  it("gets a page for the annotations of an assessment, behind what is there already", async () => {
    const folder = soundFolder();
    writeFileSync(join(folder, "summary.md"), "# Before\n");
    const { code } = await aimsHere(["assess", ...profile, "--output", "github=a.txt"], folder, env(folder));
    expect(code).toBe(0);
    const page = read(folder, "summary.md");
    expect(page.startsWith("# Before\n## Bank\n")).toBe(true);
    expect(page).toContain(
      "| [systems/a.yaml:1](https://github.example/bank/ai/blob/0123abc/systems/a.yaml#L1) | Nobody recorded who owns",
    );
  });

  it("gets one for invalid input too, and for a check", async () => {
    const folder = brokenFolder();
    for (const verb of [["assess", ...profile], ["validate"]]) {
      expect((await aimsHere([...verb, "--output", "github"], folder, env(folder))).code).toBe(2);
    }
    expect(read(folder, "summary.md").match(/^## .*$/gm)).toEqual([
      "## `aims assess`: not valid",
      "## `aims validate`: not valid",
    ]);
  });

  it("gets nothing without annotations, and without a name nothing is written", async () => {
    const folder = soundFolder();
    await aimsHere(["assess", ...profile, "--output", "sarif=a.sarif"], folder, env(folder));
    await aimsHere(["assess", ...profile, "--output", "github=a.txt"], folder, { GITHUB_STEP_SUMMARY: "" });
    expect(existsSync(join(folder, "summary.md"))).toBe(false);
  });

  it("is a warning where it cannot be written", async () => {
    const folder = soundFolder();
    mkdirSync(join(folder, "summary.md"));
    const { code, stderr } = await aimsHere(["assess", ...profile, "--output", "github"], folder, env(folder));
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining(`summary.md: warning unwritable-file: A folder stands where the file is to be written.`),
    ]);
  });

  it("has links to GitLab in its pipelines", async () => {
    const folder = soundFolder();
    const gitlab = { CI_PROJECT_URL: "https://gitlab.example/bank/ai", CI_COMMIT_SHA: "0123abc" };
    await aimsHere(["assess", ...profile, "--output", "markdown=a.md"], folder, gitlab);
    expect(read(folder, "a.md")).toContain("(https://gitlab.example/bank/ai/-/blob/0123abc/systems/a.yaml#L1)");
    const odd = { CI_PROJECT_URL: "https://gitlab.example/a) [x](", CI_COMMIT_SHA: "0" };
    await aimsHere(["assess", ...profile, "--output", "markdown=a.md"], folder, odd);
    expect(read(folder, "a.md")).toContain("(systems/a.yaml#L1)");
  });
});

describe("suppressions that cannot be used", () => {
  it("are reported in place of the documents", async () => {
    const folder = temporaryFolder({ "a.json": "{}", "s.yaml": "suppressions: [{ code: x }]\n" });
    const args = ["oscal", "validate", "a.json", "--suppressions", "s.yaml", "--output", "sarif=a.sarif"];
    const { code } = await aimsHere(args, folder);
    const { invocations, results } = readSarif(read(folder, "a.sarif"));
    const files = results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri);
    expect([code, invocations, new Set(files)]).toEqual([2, [{ executionSuccessful: false }], new Set(["s.yaml"])]);
  });
});

describe("the jobs of docs/pipelines.md", () => {
  const page = readFileSync(projectPath("docs/pipelines.md"), "utf8");
  const jobs = Array.from(page.matchAll(/^```yaml\n([^]*?)^```$/gm), ([, text]) => parse(text ?? "") as unknown);

  it("call aims as it can be called, and pick up the files that it writes", async () => {
    const job = JSON.stringify(jobs);
    const commands = Array.from(job.matchAll(/npx aims ([^"]*)/g), ([, args]) => (args ?? "").split(" "));
    expect(commands.map(([verb]) => verb)).toEqual(["validate", "rules", "assess", "validate", "assess"]);
    const folder = soundFolder();
    writeFileSync(join(folder, "aims.yaml"), "profile: iso-42001-starter\n");
    const codes = [];
    // This workspace has no rules to test; test/documentation/tour.long.test.ts plays the page in one that has.
    for (const args of commands.filter(([verb]) => verb !== "rules")) codes.push((await aimsHere(args, folder)).code);
    // Nobody is recorded as the owner of the system, which is of severity high.
    expect(codes).toEqual([0, 1, 0, 1]);
    const picked = /"sarif_file":"([^"]+)".*"codequality":"([^"]+)","junit":"([^"]+)"/.exec(job)?.slice(1) ?? [];
    expect(picked.map((name) => existsSync(join(folder, name)))).toEqual([true, true, true]);
  });
});

describe("the example", () => {
  it("gives a file for each format, which its readers read", async () => {
    const folder = temporaryFolder();
    const example = join(projectRoot, "examples", "meridian-bank");
    const args = ["assess", example, "--as-of", "2026-11-01", "--out", "out"];
    const { code } = await aimsHere([...args, ...outputs("sarif=a.sarif", "gitlab=a.json", "junit=a.xml")], folder);
    expect(code).toBe(0);
    const { results } = readSarif(read(folder, "a.sarif"));
    const issues = JSON.parse(read(folder, "a.json")) as { fingerprint: string }[];
    const failures = elements(read(folder, "a.xml")).filter((each) => each.startsWith("failure "));
    expect([issues.length, failures.length, new Set(issues.map(({ fingerprint }) => fingerprint)).size]).toEqual([
      results.length,
      results.length,
      results.length,
    ]);
  });
});
