/** Signals, and readers that go away, in the middle of a run. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { main } from "../support/program.js";

const sound = "kind: system\nid: sound\nname: Sound\n";
const organization = "kind: organization\nid: bank\nname: Bank\n";
const assess = ["assess", "--profile", "iso-42001-starter", "--as-of", "2026-11-01", "--out", "out"] as const;

function workspace(files: Readonly<Record<string, string>>): string {
  return temporaryFolder({ "organization.yaml": organization, ...files });
}

/** Names of all files and folders below a folder. */
function tree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

describe("a run that is broken off", () => {
  /** Some thousands of systems, so that a run takes a while. */
  function manySystems(): string {
    const lines = Array.from(
      { length: 6000 },
      (_, index) =>
        `{"kind":"system","id":"s${String(index)}","name":"System ${String(index)}","lifecycle":{"stage":"deployed"}}\n`,
    );
    return workspace({ "systems/many.ndjson": lines.join("") });
  }

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("leaves nothing half-written behind: %s", async (signal) => {
    const folder = manySystems();
    const before = tree(folder);
    const child = spawn(process.execPath, [main, ...assess], {
      cwd: folder,
      env: { PATH: "", HOME: folder, NO_COLOR: "1" },
      stdio: "ignore",
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const out = join(folder, "out");
    // Verdicts are being written as soon as the file that holds them has some length.
    const begun = (): boolean =>
      existsSync(out) &&
      readdirSync(out).some(
        (name) => name.endsWith(".part") && (statSync(join(out, name), { throwIfNoEntry: false })?.size ?? 0) > 0,
      );
    while (child.exitCode === null && !begun()) await new Promise((resolve) => setTimeout(resolve, 2));
    expect(child.exitCode).toBe(null);
    child.kill(signal);
    expect(await ended).toBe({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal]);
    expect(tree(folder)).toEqual(before);
  });

  it("keeps what an earlier run wrote", async () => {
    const folder = manySystems();
    mkdirSync(join(folder, "out"));
    writeFileSync(join(folder, "out", "results.json"), "earlier");
    const child = spawn(process.execPath, [main, ...assess], {
      cwd: folder,
      env: { PATH: "", HOME: folder, NO_COLOR: "1" },
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    while (child.exitCode === null && readdirSync(join(folder, "out")).length < 2)
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill("SIGINT");
    await ended;
    expect(readdirSync(join(folder, "out"))).toEqual(["results.json"]);
    expect(readFileSync(join(folder, "out", "results.json"), "utf8")).toBe("earlier");
  });

  it("goes on when its reader has gone: all files are there, and the exit code says what was found", async () => {
    const folder = workspace({ "systems/a.yaml": sound });
    const args = [...assess, "--fail-on", "low", "--output", "github", "--output", "sarif=out/a.sarif"];
    const child = spawn(process.execPath, [main, ...args], {
      cwd: folder,
      env: { PATH: "", HOME: folder, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(1);
    expect(stderr).toMatch(/^Written to out: .*\.\nGate failed \(--fail-on low\): \d+ rules? of low or above .*\n$/);
    expect(readdirSync(join(folder, "out")).sort()).toEqual([
      "a.sarif",
      "assessment-plan.json",
      "assessment-results.json",
      "iso-42001-starter.json",
      "iso-42001.json",
      "results.json",
      "system-security-plan.json",
    ]);
  });
});
