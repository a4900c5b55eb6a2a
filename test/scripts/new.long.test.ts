/** The files that `npm run new` writes into a copy of the project fit it at once, and all others stay as they are. */
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { check } from "prettier";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { scaffoldFor } from "../../scripts/new/kinds.js";
import { Refusal, writeScaffold } from "../../scripts/new/scaffold.js";
import { checkRules } from "../../src/policy/compile.js";
import { testRules } from "../../src/policy/test.js";
import { temporaryFolder, temporaryFolderForAll } from "../support/folder.js";
import type * as Program from "../support/program.js";
import { projectPath, projectText } from "../support/project.js";
import { readScenario } from "../scenarios/scenario.js";

/** The parts of the project that a new piece needs around it. */
const needed = ["src", "test", "rules", "catalog", "profiles", "schemas", "package.json", "tsconfig.json"];
const settings = ["eslint.config.js", "vitest.config.ts", ".prettierrc.json"];

const commands: readonly string[][] = [
  [
    "rule",
    "risk",
    "risk-reviewed",
    "--subject",
    "system",
    "--control",
    "iso42001:6.1.2",
    "--control",
    "iso42001:A.5.2",
  ],
  ["rule", "audit", "policy-decided", "--subject", "organization", "--control", "iso42001:5.2", "--new-theme"],
  ["importer", "bill-of-materials"],
  ["report", "open-lines"],
  ["code", "workspace", "odd-thing"],
  ["code", "inventories", "odd-entry"],
  ["verb", "count-files"],
];

const made = [
  "rules/audit/policy-decided.rego",
  "rules/audit/policy-decided_test.rego",
  "rules/risk/risk-reviewed.rego",
  "rules/risk/risk-reviewed_test.rego",
  "src/cli/verbs/count-files.ts",
  "src/inventory/importers/bill-of-materials/importer.ts",
  "src/report/assessment/open-lines.ts",
  "src/runs/count-files.ts",
  "test/inventory/importers/bill-of-materials.test.ts",
  "test/report/assessment/open-lines.test.ts",
  "test/scenarios/count-files.scenario",
];
const changed = [
  "src/cli/program.ts",
  "src/diagnostics/codes/inventories.ts",
  "src/diagnostics/codes/workspace.ts",
  "src/inventory/importers.ts",
  "src/report/assessment.ts",
];
const typescript = [...made, ...changed].filter((path) => path.endsWith(".ts"));

const copy = temporaryFolderForAll();
for (const path of [...needed, ...settings]) cpSync(projectPath(path), join(copy, path), { recursive: true });
symlinkSync(projectPath("node_modules"), join(copy, "node_modules"));
const before = texts(copy);
for (const command of commands) await writeScaffold(copy, scaffoldFor(copy, command));
const after = texts(copy);

/** Texts of all files of a copy by path. */
function texts(root: string): ReadonlyMap<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => relative(root, join(each.parentPath, each.name)).replaceAll("\\", "/"));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

async function refusal(root: string, args: readonly string[]): Promise<string> {
  try {
    await writeScaffold(root, scaffoldFor(root, args));
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return "";
}

/** Lines that a file has gained, without the blanks around them. */
function added(path: string): string[] {
  const old = new Set(before.get(path)?.split("\n"));
  return (after.get(path) ?? "").split("\n").flatMap((line) => (old.has(line) ? [] : [line.trim()]));
}

describe("the scaffold", () => {
  it("writes these files, and every other one stays as it was", () => {
    expect([...after.keys()].filter((path) => !before.has(path))).toEqual(made);
    expect([...before.keys()].filter((path) => after.get(path) !== before.get(path))).toEqual(changed);
  });

  it("adds an entry to each list of names, and takes nothing away", () => {
    expect(Object.fromEntries(changed.map((path) => [path, added(path)]))).toEqual({
      "src/cli/program.ts": [
        '| "count-files"',
        '"count-files": async () => (await import("./verbs/count-files.js")).countFilesVerb,',
      ],
      "src/diagnostics/codes/inventories.ts": [
        '| "odd-entry"',
        '"odd-entry": {',
        'title: "Odd entry",',
        'meaning: "The input has a problem of this kind.",',
        'fix: "Correct it at this place.",',
      ],
      "src/diagnostics/codes/workspace.ts": [
        'readonly "odd-thing": undefined;',
        '"odd-thing": {',
        'title: "Odd thing",',
        'meaning: "The input has a problem of this kind.",',
        'fix: "Correct it at this place.",',
        'says: () => ({ message: "The input has a problem of this kind.", fix: "Correct it at this place." }),',
      ],
      "src/inventory/importers.ts": [
        '"bill-of-materials": {',
        'summary: "inventory in the format bill-of-materials, CSV with four columns",',
        'load: async (): Promise<Importer> => (await import("./importers/bill-of-materials/importer.js")).billOfMaterials,',
      ],
      "src/report/assessment.ts": [
        "export type AssessmentFormat =",
        expect.stringMatching(/"markdown" \| "open-lines" \| "oscal"/),
        '"open-lines": {',
        'summary: "open verdicts, a line each",',
        'load: async () => (await import("./assessment/open-lines.js")).openLinesReport,',
      ],
    });
  });

  it("is formatted", async () => {
    for (const path of typescript) {
      const formatted = await check(after.get(path) ?? "", { printWidth: 120, trailingComma: "all", filepath: path });
      expect([path, formatted]).toEqual([path, true]);
    }
  });

  it("has the types that its places ask for", () => {
    const { config } = ts.readConfigFile(join(copy, "tsconfig.json"), (path) => readFileSync(path, "utf8"));
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, copy);
    const names = typescript.map((path) => join(copy, path));
    const program = ts.createProgram(names, { ...options, rootDir: copy });
    const wrong = typescript.flatMap((path) => {
      const file = program.getSourceFile(join(copy, path));
      const found = [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
        // An export has to say its type; a test need not.
        ...(path.startsWith("src/") ? program.getDeclarationDiagnostics(file) : []),
      ];
      return found.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
    });
    expect(wrong).toEqual([]);
  });

  it("passes the linter", () => {
    const { stdout } = spawnSync(process.execPath, ["node_modules/eslint/bin/eslint.js", ...typescript], {
      cwd: copy,
      encoding: "utf8",
    });
    expect(stdout).toBe("");
  });

  it("passes its tests", () => {
    const tests = made.filter((path) => path.endsWith(".test.ts"));
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", ...tests, "test/inventory/importers.test.ts"],
      { cwd: copy, encoding: "utf8" },
    );
    expect([status, status === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
  });

  it("has rules that are right, with tests that pass and reach every line", async () => {
    const written = made.filter((path) => path.endsWith(".rego"));
    const paths = [...written, ...[...after.keys()].filter((path) => path.startsWith("rules/lib/"))];
    const sources = Object.fromEntries(paths.map((path) => [path, after.get(path) ?? ""]));
    const rules = Object.fromEntries(Object.entries(sources).filter(([path]) => !path.endsWith("_test.rego")));
    const tables = [...after].filter(([path]) => /^rules\/reference\/[^/]+\/data\.json$/.test(path));
    const reference = Object.fromEntries(
      tables.map(([path, text]) => [path.split("/")[2] ?? "", JSON.parse(text) as unknown]),
    );
    const data = { reference };
    const checked = await checkRules(rules, { data: { value: data, texts: {}, at: () => undefined } });
    expect(checked.diagnostics).toEqual([]);
    expect(checked.rules.map(({ id, subject, severity, controls }) => ({ id, subject, severity, controls }))).toEqual([
      { id: "policy-decided", subject: "organization", severity: "medium", controls: ["iso42001:5.2"] },
      { id: "risk-reviewed", subject: "system", severity: "medium", controls: ["iso42001:6.1.2", "iso42001:A.5.2"] },
    ]);
    const { tests, coverage, errors } = await testRules(sources, { coverage: true, data });
    expect(errors).toEqual([]);
    const ofRules = tests.filter(({ file }) => written.includes(file));
    expect(ofRules.filter(({ state, difference }) => state !== "pass" || difference !== undefined)).toEqual([]);
    expect(ofRules).toHaveLength(3);
    expect(coverage.filter(({ file }) => written.includes(file)).flatMap(({ notCovered }) => notCovered)).toEqual([]);
  });

  it("has a verb that does what its scenario says", async () => {
    const path = "test/scenarios/count-files.scenario";
    const scenario = readScenario(join(copy, path), path);
    const program = pathToFileURL(join(copy, "test/support/program.ts")).href;
    const { aimsHere } = (await import(program)) as typeof Program;
    const args = (scenario.commands[0] ?? "").split(" ").slice(1);
    const run = await aimsHere(args, temporaryFolder(Object.fromEntries(scenario.files)));
    expect(run).toEqual({
      code: scenario.exit,
      stdout: scenario.expected.get("stdout"),
      stderr: scenario.expected.get("stderr"),
    });
  });
});

describe("nothing is written", () => {
  it("where the same is there already", async () => {
    const said = [];
    for (const command of commands) said.push(await refusal(copy, command));
    expect(said).toEqual([
      'The rule "risk-reviewed" is there already, in rules/risk/risk-reviewed.rego.',
      'The rule "policy-decided" is there already, in rules/audit/policy-decided.rego.',
      "src/inventory/importers/bill-of-materials is there already.",
      '"open-lines" is there already, in src/report/assessment.ts.',
      '"odd-thing" is there already, in src/diagnostics/codes/workspace.ts.',
      '"odd-entry" is there already, in src/diagnostics/codes/inventories.ts.',
      '"count-files" is there already, in src/cli/program.ts.',
    ]);
    expect(texts(copy)).toEqual(after);
  });

  const about = ["--subject", "system", "--control", "iso42001:5.2"];
  it.each<[string, string[], string]>([
    [
      "a kind that is none",
      ["page"],
      '"page" is not a kind that can be made. Say rule, importer, report, code or verb.',
    ],
    ["a name too few", ["code", "files"], "Say npm run new -- code AREA CODE."],
    [
      "a name in another case",
      ["importer", "BillOfGoods"],
      'The importer "BillOfGoods" is not in kebab-case, as bill-of-materials is.',
    ],
    ["a name that says nothing", ["report", "tools"], 'The format "tools" says nothing: name it after what it holds.'],
    [
      "a word of TypeScript",
      ["verb", "delete"],
      'The verb "delete" is a word of TypeScript; nothing can be called so.',
    ],
    ["a folder that is no importer", ["importer", "kit"], "src/inventory/importers/kit is there already."],
    ["a file that is no verb", ["verb", "host"], "src/runs/host.ts is there already."],
    ["a code of one word", ["code", "files", "odd"], 'The code "odd" needs at least two words, as log-retention has.'],
    [
      "a code of another area",
      ["code", "files", "duplicate-id"],
      '"duplicate-id" is there already, in src/diagnostics/codes/workspace.ts.',
    ],
    [
      "an area that is not there",
      ["code", "workspaces", "odd-one"],
      'There is no area "workspaces". Did you mean "workspace"?',
    ],
    [
      "a theme that is not there",
      ["rule", "risks", "risk-named", ...about],
      'There is no theme "risks". Did you mean "risk"? A new one is made with --new-theme.',
    ],
    [
      "the folder that rules share",
      ["rule", "lib", "risk-named", ...about],
      "rules/lib holds what rules share, and no rules.",
    ],
    [
      "a rule of another theme",
      ["rule", "risk", "owner-assigned", ...about],
      'The rule "owner-assigned" is there already, in rules/governance/owner-assigned.rego.',
    ],
    [
      "a package of a test",
      ["rule", "risk", "owner-assigned-test", ...about],
      "A package whose name ends in owner_assigned_test is there already, in rules/governance/owner-assigned_test.rego.",
    ],
    [
      "no control",
      ["rule", "risk", "risk-named", "--subject", "system"],
      "The rule has no control. Say --control iso42001:A.x.y, once for each.",
    ],
    [
      "a control that is not there",
      ["rule", "risk", "risk-named", ...about, "--control", "iso42001:A.6.2.88"],
      'No catalog of catalog/ has the control "iso42001:A.6.2.88". Did you mean "iso42001:A.6.2.8"?',
    ],
    [
      "no subject",
      ["rule", "risk", "risk-named", ...about.slice(2)],
      "The rule has no subject. Say --subject system|organization.",
    ],
    [
      "a severity that is none",
      ["rule", "risk", "risk-named", ...about, "--severity", "grave"],
      '"grave" is not a severity. Say --severity low|medium|high|critical.',
    ],
    ["an option that is none", ["verb", "count-all", "--force"], expect.stringMatching(/^Unknown option '--force'/)],
  ])("for %s", async (_, command, words) => {
    expect(await refusal(copy, command)).toEqual(words);
    expect(texts(copy)).toEqual(after);
  });

  it.each<[string, string, string[], string]>([
    [
      "src/cli/program.ts",
      "VerbName",
      ["verb", "count-all"],
      "src/cli/program.ts has no union of names VerbName, so nothing can be added there.",
    ],
    [
      "src/report/assessment.ts",
      "assessmentFormats",
      ["report", "all-lines"],
      "src/report/assessment.ts has no object assessmentFormats, so nothing can be added there.",
    ],
    [
      "src/inventory/importers.ts",
      "importers",
      ["importer", "bill"],
      "src/inventory/importers.ts has no object importers, so nothing can be added there.",
    ],
  ])("where %s has no %s", async (path, anchor, command, words) => {
    const root = temporaryFolder({
      [path]: projectText(path).replaceAll(new RegExp(`\\b${anchor}\\b(?! *=>)`, "g"), "renamed"),
    });
    const there = texts(root);
    expect(await refusal(root, command)).toBe(words);
    expect(texts(root)).toEqual(there);
  });
});

describe("the script", () => {
  function run(...args: string[]): { code: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [projectPath("scripts/run.mjs"), "scripts/new.ts", ...args],
      {
        encoding: "utf8",
      },
    );
    return { code: status, stdout, stderr };
  }

  it("prints its usage where nothing is asked for", () => {
    expect(run()).toEqual({ code: 0, stdout: expect.stringMatching(/^npm run new -- KIND \.\.\.\n/), stderr: "" });
  });

  it("says why it writes nothing, and ends with 2", () => {
    expect(run("verb", "assess")).toEqual({
      code: 2,
      stdout: "",
      stderr: '"assess" is there already, in src/cli/program.ts. Nothing is written.\n',
    });
  });
});
