/** The documents of the example in compliance-trestle, both versions: each file imports, and its model leads from a finding to the files. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolderForAll } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectPath } from "../support/project.js";

const judges =
  process.env["AIMS_JUDGES"] ?? join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "aims-judges");
const workspace = projectPath("examples/meridian-bank");
const folder = temporaryFolderForAll();
const out = join(folder, "out");

beforeAll(async () => {
  const { code } = await aimsHere(["assess", workspace, "--as-of", "2026-11-01", "--out", "out"], folder);
  expect(code).toBe(0);
  rmSync(join(out, "results.json"));
});

function run(command: string, args: readonly string[], cwd: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return { status, said: `${stdout}${stderr}` };
}

describe.each([
  ["compliance-trestle 4", "python"],
  ["compliance-trestle 5", "trestle5"],
])("%s", (_name, place) => {
  const bin = join(judges, place, "bin");
  const missing = !existsSync(join(bin, "trestle"));
  const reason = missing ? ` (skipped: ${place} of ../shared/judges is not installed)` : "";

  it.skipIf(missing)(`imports each document as it is, from a project with its neighbours in the root${reason}`, () => {
    const project = join(folder, place);
    mkdirSync(project);
    expect(run(join(bin, "trestle"), ["init", "--local"], project).status).toBe(0);
    cpSync(out, project, { recursive: true });
    const files = readdirSync(out);
    const imported = files.map((file) => {
      const args = ["import", "-f", join(out, file), "-o", basename(file, ".json")];
      const { status, said } = run(join(bin, "trestle"), args, project);
      return { file, status, errors: said.split("\n").filter((line) => line.includes("ERROR")) };
    });
    expect(files.length).toBe(5);
    expect(imported).toEqual(files.map((file) => ({ file, status: 0, errors: [] })));
  });

  it.skipIf(missing)(
    `leads from a finding to the message, the descriptor's line and the evidence file${reason}`,
    () => {
      const script = projectPath("test/exchange/auditor_path.py");
      const documents = ["assessment-results.json", "system-security-plan.json"].map((name) => join(out, name));
      const args = [script, ...documents, workspace, "a.6.2.4_smt", "high-impact-testing", "satisfied"];
      const { status, stdout, stderr } = spawnSync(join(bin, "python"), args, { encoding: "utf8" });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      const { risks, ...path } = JSON.parse(stdout) as { risks: unknown[] };
      expect(risks.length).toBeGreaterThan(1);
      expect(risks).toEqual(risks.map(() => ["open", "recommendation"]));
      expect(path).toEqual({
        system: "Retail credit scoring",
        message: "Testing was completed on 2026-01-15, 290 days before 2026-11-01, within the limit of 730 days.",
        severity: "high",
        assurance: "tested",
        descriptor: "systems/credit-scoring.yaml",
        line: "testing",
        descriptorUnchanged: true,
        evidence: "evidence/credit-scoring/validation-4.2.xml",
        evidenceState: "approved",
        evidenceSame: true,
      });
    },
  );
});
