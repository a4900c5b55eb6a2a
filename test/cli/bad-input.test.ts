import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, readdirSync, symlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assessmentFormats } from "../../src/report/assessment.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere, main } from "../support/program.js";
import { projectPath } from "../support/project.js";

const sound = "kind: system\nid: sound\nname: Sound\n";
const slip = "kind: system\nid: slip\nname: Slip\nlifecyle: {}\n";
const organization = "kind: organization\nid: bank\nname: Bank\n";
const assess = ["assess", "--profile", "iso-42001-starter", "--as-of", "2026-11-01", "--out", "out"] as const;

/** Every refused run reports the slip in a sound file beside the bad one. */
const slipMessage = `systems/zz.yaml:4:1: error unknown-property: "lifecyle" is not a property of this document.
    3 | name: Slip
    4 | lifecyle: {}
      | ^
    fix: Did you mean "lifecycle"?
`;

function workspace(files: Readonly<Record<string, string | Uint8Array>>): string {
  return temporaryFolder({ "organization.yaml": organization, ...files });
}

/** Names of all files and folders below a folder. */
function tree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

/** Runs a command that has to be refused; nothing may have been written. @returns what it printed */
async function refused(folder: string, args: readonly string[]): Promise<string> {
  const before = tree(folder);
  const { code, stdout, stderr } = await aimsHere(args, folder);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(tree(folder)).toEqual(before);
  return stderr;
}

/** A file of so many MiB that takes no room on the disk. */
function hugeFile(path: string, mebibytes: number): void {
  const descriptor = openSync(path, "w");
  ftruncateSync(descriptor, mebibytes * 1024 * 1024);
  closeSync(descriptor);
}

describe("descriptors that cannot be read", () => {
  const levels = 65;
  it.each([
    [
      "a binary file",
      "binary.yaml",
      Buffer.from("kind: system\nid: \u0000\u0001\u0002\n"),
      `:2:5: error binary-file: The file holds a NUL byte: it is a binary file, not text.
    fix: Name a text file in UTF-8.`,
    ],
    [
      "UTF-16",
      "wide.yaml",
      Buffer.from(`\uFEFF${sound}`, "utf16le"),
      `:1:1: error wrong-encoding: The file is encoded as UTF-16 (little endian), not as UTF-8.
    fix: Save the file as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8.`,
    ],
    [
      "UTF-16, the other way round",
      "wide.json",
      Buffer.from(`\uFEFF{}`, "utf16le").swap16(),
      `:1:1: error wrong-encoding: The file is encoded as UTF-16 (big endian), not as UTF-8.
    fix: Save the file as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8.`,
    ],
    [
      "Windows-1252",
      "western.yaml",
      Buffer.from("kind: system\nid: a\nname: Prüfung\n", "latin1"),
      `:3:9: error wrong-encoding: Byte 0xfc is not UTF-8 here; the file looks like Windows-1252 or ISO 8859-1.
    fix: Save the file as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8.`,
    ],
    [
      "Windows-1252 in one line of many",
      "western.ndjson",
      Buffer.from('{"kind":"system","id":"a","name":"A"}\n{"kind":"system","id":"b","name":"Prüfung"}\n', "latin1"),
      `:2:37: error wrong-encoding: Byte 0xfc is not UTF-8 here; the file looks like Windows-1252 or ISO 8859-1.
    fix: Save the file as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8.`,
    ],
    [
      "YAML nested 65 deep in blocks",
      "deep-block.yaml",
      `labels:\n${Array.from({ length: levels }, () => "- ").join("")}x\n`,
      `:2:127: error too-deep: The document is nested deeper than 64 levels.
    1 | …
    2 | … - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - x
      |                                                                                                 ^
    fix: Flatten the document.`,
    ],
    [
      "YAML nested 65 deep in brackets",
      "deep-flow.yaml",
      `kind: system\nlabels: ${"[".repeat(levels)}${"]".repeat(levels)}\n`,
      `:2:72: error too-deep: The document is nested deeper than 64 levels.
    1 | …
    2 | …${"[".repeat(52)}${"]".repeat(48)}…
      |                                                    ^
    fix: Flatten the document.`,
    ],
    [
      "JSON nested 65 deep",
      "deep.json",
      `{"labels":${"[".repeat(levels)}${"]".repeat(levels)}}`,
      `:1:74: error too-deep: The document is nested deeper than 64 levels.
    1 | …${"[".repeat(52)}${"]".repeat(48)}…
      |                                                    ^
    fix: Flatten the document.`,
    ],
    [
      "NDJSON nested 65 deep in one line of many",
      "deep.ndjson",
      `{"kind":"system","id":"a","name":"A"}\n{"labels":${"[".repeat(levels)}${"]".repeat(levels)}}\n`,
      `:2:74: error too-deep: The document is nested deeper than 64 levels.
    2 | …${"[".repeat(52)}${"]".repeat(48)}…
      |                                                    ^
    fix: Flatten the document.`,
    ],
  ])("says where and what to do: %s", async (_what, name, content, message) => {
    const folder = workspace({ [`systems/${name}`]: content, "systems/zz.yaml": slip });
    expect(await refused(folder, assess)).toBe(`systems/${name}${message}\n${slipMessage}2 errors, 0 warnings.\n`);
  });

  it("refuses YAML and JSON that are larger than the limit without reading them, and as much NDJSON in one line", async () => {
    const folder = workspace({ "systems/zz.yaml": slip });
    for (const name of ["huge.json", "huge.ndjson", "huge.yaml"]) hugeFile(join(folder, "systems", name), 33);
    const tooLarge = (name: string): string =>
      `systems/${name}: error file-too-large: The file has 33 MiB; at most 32 MiB are read as one document.
    fix: Split it into several files; descriptors can also be written one a line as NDJSON (.ndjson), which is read as a stream.
`;
    expect(await refused(folder, assess)).toBe(
      `${tooLarge("huge.json")}systems/huge.ndjson:1:1: error line-too-long: The line is longer than 4 MiB.
    fix: Write one descriptor a line.
${tooLarge("huge.yaml")}${slipMessage}4 errors, 0 warnings.\n`,
    );
  });

  it("streams 200 MB of blank NDJSON lines without growing with them", () => {
    const folder = workspace({ "systems/blank.ndjson": "" });
    const line = Buffer.alloc(1 << 20, " ");
    line[line.length - 1] = 0x0a;
    const descriptor = openSync(join(folder, "systems", "blank.ndjson"), "w");
    for (let index = 0; index < 200; index += 1) writeSync(descriptor, line);
    writeSync(descriptor, '{"kind":"system","id":"last","name":"Last"}\n{"kind":"sistem"}\n');
    closeSync(descriptor);
    const preload = 'process.on("exit", () => process._rawDebug("peak " + process.resourceUsage().maxRSS));';
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", `data:text/javascript,${encodeURIComponent(preload)}`, main, "validate"],
      { cwd: folder, encoding: "utf8", env: { PATH: "", HOME: folder, NO_COLOR: "1" } },
    );
    expect(status).toBe(2);
    expect(stderr).toContain('systems/blank.ndjson:202:9: error unknown-kind: "sistem" is not a kind of descriptor.');
    expect(stderr).toContain("1 error, 1 warning.");
    const peak = Number(/^peak (\d+)$/m.exec(stderr)?.[1]) / 1024;
    expect(peak).toBeGreaterThan(10);
    expect(peak).toBeLessThan(180);
  });

  it("refuses a descriptor behind a link that leads out, and does not show what it holds", async () => {
    const elsewhere = temporaryFolder({ "secret.yaml": "password: [" });
    const folder = workspace({ "systems/zz.yaml": slip });
    symlinkSync(join(elsewhere, "secret.yaml"), join(folder, "systems", "link.yaml"));
    symlinkSync(elsewhere, join(folder, "outside"));
    const stderr = await refused(folder, [
      ...assess,
      "--systems",
      "systems/*.yaml",
      "--systems",
      "outside/secret.yaml",
    ]);
    expect(stderr).not.toContain("password");
    const outside = (name: string): string =>
      `${name}: error path-outside-workspace: The file does not lie in the workspace: a link or a path leads out of it.
    fix: Put the file itself into the workspace's folder.
`;
    expect(stderr).toBe(
      `${outside("outside/secret.yaml")}${outside("systems/link.yaml")}${slipMessage}3 errors, 0 warnings.\n`,
    );
  });

  it("refuses an evidence file behind a link that leads out", async () => {
    const elsewhere = temporaryFolder({ "secret.pdf": "x" });
    const evidence = `${sound}evidence:\n  - { id: report, title: Report, kind: report, path: ../evidence/report.pdf }\n`;
    const folder = workspace({ "systems/a.yaml": evidence, "systems/zz.yaml": slip });
    mkdirSync(join(folder, "evidence"));
    symlinkSync(join(elsewhere, "secret.pdf"), join(folder, "evidence", "report.pdf"));
    expect(await refused(folder, assess))
      .toBe(`systems/a.yaml:5:54: error path-outside-workspace: The path "../evidence/report.pdf" leaves the workspace.
    4 | evidence:
    5 |   - { id: report, title: Report, kind: report, path: ../evidence/report.pdf }
      |                                                      ^
    fix: Put the file into the workspace, or name its place under uri.
${slipMessage}2 errors, 0 warnings.\n`);
  });
});

const verbs = readdirSync(projectPath("src/cli/verbs"))
  .flatMap((name) => (name.endsWith(".ts") ? [name.slice(0, -".ts".length)] : []))
  .sort();
const formats = Object.keys(assessmentFormats).sort();

describe("a command line that asks for something impossible", () => {
  it.each([
    [["asses"], 'aims: "asses" is not a verb. Did you mean "assess"?\n'],
    [["frobnicate"], `aims: "frobnicate" is not a verb. Verbs: ${verbs.join(", ")}.\n`],
    [["assess", "--profil", "x"], 'aims: there is no option "--profil". Did you mean "--profile"?\n'],
    [
      [...assess, "--output", "sarfi=x.sarif"],
      'aims: --output sarfi=x.sarif: "sarfi" is not a format. Did you mean "sarif"?\n',
    ],
    [
      [...assess, "--output", "excel=x"],
      `aims: --output excel=x: "excel" is not a format. Formats: ${formats.join(", ")}.\n`,
    ],
    [[...assess, "--as-of", "2026-02-30"], "aims: --as-of 2026-02-30: Write a day that exists as YYYY-MM-DD.\n"],
    [[...assess, "--as-of", "today"], "aims: --as-of today: Write a day that exists as YYYY-MM-DD.\n"],
    [
      [...assess, "--fail-on", "severe"],
      `aims: --fail-on severe: "severe" is not known here. Known: low, medium, high, critical, error, not-satisfied, stale, no-evidence, partial, open, not-assessed.\n`,
    ],
    [
      [...assess, "--rule-timeout", "0"],
      "aims: --rule-timeout 0: Write a number of seconds above 0 and at most 3600.\n",
    ],
    [
      [...assess, "--systems", "retail/*.yaml"],
      `.: error no-systems: No system descriptor matches "retail/*.yaml": nothing would be assessed, which is not a pass.
    fix: Correct the pattern (it starts from the workspace's folder), or write a descriptor into systems/.
1 error, 0 warnings.\n`,
    ],
    [
      [...assess, "--systems", "../*.yaml"],
      `error path-outside-workspace: The path "../*.yaml" leaves the workspace.
    fix: Use paths below the workspace's folder.
1 error, 0 warnings.\n`,
    ],
    [
      ["assess", "--as-of", "2026-11-01"],
      `error no-profile: No profile says which controls to assess.
    fix: Add --profile, or "profile:" to aims.yaml. Shipped: eu-deployer, eu-high-risk-provider, iso-42001-customer, iso-42001-full, iso-42001-phase-1-governance, iso-42001-phase-2-risk, iso-42001-phase-3-data-and-models, iso-42001-phase-4-human-oversight, iso-42001-producer, iso-42001-provider, iso-42001-stage-1-audit, iso-42001-stage-2-audit, iso-42001-starter, small-organization, us-federal-high-impact.
1 error, 0 warnings.\n`,
    ],
    [
      ["assess", "--profile", "us-federal-high-impct", "--as-of", "2026-11-01"],
      `error unknown-profile: There is no shipped profile "us-federal-high-impct".
    fix: Did you mean "us-federal-high-impact"? Shipped: eu-deployer, eu-high-risk-provider, iso-42001-customer, iso-42001-full, iso-42001-phase-1-governance, iso-42001-phase-2-risk, iso-42001-phase-3-data-and-models, iso-42001-phase-4-human-oversight, iso-42001-producer, iso-42001-provider, iso-42001-stage-1-audit, iso-42001-stage-2-audit, iso-42001-starter, small-organization, us-federal-high-impact. For a file of your own, give its path.
1 error, 0 warnings.\n`,
    ],
    [
      ["assess", "nowhere", "--profile", "iso-42001-starter"],
      `error no-workspace: There is no folder "nowhere".
    fix: Name the folder that holds organization.yaml and systems/.
1 error, 0 warnings.\n`,
    ],
    [
      ["import", "us-federal-2024", "list.csv", "--out", "out"],
      `error unknown-format: "us-federal-2024" is not an inventory format. Known: us-federal-2025.
    fix: Did you mean "us-federal-2025"?
1 error, 0 warnings.\n`,
    ],
  ])("%j", async (args, message) => {
    expect(await refused(workspace({ "systems/a.yaml": sound }), args)).toBe(message);
  });

  it("treats a call without arguments as a mistake, and shows the verbs", async () => {
    const stderr = await refused(temporaryFolder(), []);
    expect(stderr).toContain("Usage: aims <verb> [options]");
    expect(stderr).toMatch(/\naims: name a verb\.\n$/);
  });

  it("treats a run in which all systems are excluded as a mistake, not as a pass", async () => {
    const excluded = "scope: { status: excluded, reason: Sold }\n";
    const only = workspace({ "systems/a.yaml": `${sound}${excluded}` });
    expect(await refused(only, assess))
      .toBe(`systems/a.yaml:1:1: error no-systems: The only system is excluded by scope.status: nothing was assessed, which is not a pass.
    fix: Put at least one system into scope, or match further descriptors.
1 error, 0 warnings.\n`);
    const both = workspace({
      "systems/a.yaml": `${sound}${excluded}`,
      "systems/b.yaml": `${sound.replace("sound", "other")}${excluded}`,
    });
    expect(await refused(both, assess)).toContain("error no-systems: All 2 systems are excluded by scope.status:");
  });
});

describe("places that cannot be written to", () => {
  const files = { "systems/a.yaml": sound };
  const blocked = `    fix: Name a folder, or a path below folders; missing folders are made.\n1 error, 0 warnings.\n`;

  it.each([
    [
      ["--out", "organization.yaml"],
      "organization.yaml: error unwritable-folder: A file stands where a folder is needed.",
    ],
    [
      ["--out", "organization.yaml/deep"],
      "organization.yaml/deep: error unwritable-folder: A file stands where a folder is needed.",
    ],
    [
      ["--output", "sarif=organization.yaml/x.sarif", "--output", "junit=new/aims.xml"],
      "organization.yaml/x.sarif: error unwritable-file: A file stands where a folder is needed.",
    ],
    [
      ["--output", "oscal=organization.yaml"],
      "organization.yaml/iso-42001.json: error unwritable-file: A file stands where a folder is needed.",
    ],
  ])("%j", async (args, message) => {
    expect(await refused(workspace(files), [...assess, ...args])).toBe(`${message}\n${blocked}`);
  });

  it("writes no other file where one place is taken by a folder", async () => {
    const folder = workspace(files);
    mkdirSync(join(folder, "out", "results.json"), { recursive: true });
    expect(await refused(folder, assess))
      .toBe(`out/results.json: error unwritable-file: A folder stands where the file is to be written.
    fix: Name a file.
1 error, 0 warnings.\n`);
  });

  it("says that a folder is read-only, for assess and for import", ({ skip }) => {
    // Nothing is read-only for the superuser: there, the run belongs to another user.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const run = (cwd: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } => {
      const options = { cwd, encoding: "utf8", env: { PATH: "", HOME: cwd, NO_COLOR: "1" }, ...nobody } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], options);
      return { status, stdout, stderr };
    };
    const folder = workspace({ ...files, "locked/mine.txt": "mine" });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "locked"), 0o555);
    if (run("/", "--version").status !== 0) skip("no other user may read the project's folder here");
    const message = (
      name: string,
    ): string => `${name}: error unwritable-folder: Permission to write the folder is denied.
    fix: Name a place that you may write to; folders on the way are made.
1 error, 0 warnings.\n`;
    for (const out of ["locked", "locked/new"]) {
      const args = ["assess", "--profile", "iso-42001-starter", "--as-of", "2026-11-01", "--out", out];
      expect(run(folder, ...args)).toEqual({ status: 2, stdout: "", stderr: message(out) });
      expect(run(folder, "import", "us-federal-2025", "systems/a.yaml", "--out", out)).toEqual({
        status: 2,
        stdout: "",
        stderr: message(out),
      });
    }
    expect(readdirSync(join(folder, "locked"))).toEqual(["mine.txt"]);
  });
});
