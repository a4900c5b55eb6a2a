import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { InputError } from "../../src/diagnostics/diagnostic.js";
import { printDiagnostics } from "../../src/cli/print/diagnostics.js";
import { exitCode, type Terminal } from "../../src/cli/terminal.js";
import type { Run } from "./aims.js";

/** Runs one command in this process, as the program would, in a folder. */
export async function runCommand(
  make: (terminal: Terminal) => Command,
  args: readonly string[],
  cwd: string,
): Promise<Run> {
  let [stdout, stderr] = ["", ""];
  let code: number | null = null;
  const terminal: Terminal = {
    out: (text) => void (stdout += text),
    err: (text) => void (stderr += text),
    cwd,
    env: {},
    color: false,
    interactive: false,
    exit: (value) => void (code = value),
  };
  const command = make(terminal).exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  try {
    await command.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof InputError) printDiagnostics(error.diagnostics, terminal);
    else if (!(error instanceof Error && error.name === "CommanderError")) throw error;
    code = exitCode.input;
  }
  return { code, stdout, stderr };
}

/** Calls the function with a folder that is gone afterwards. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aims-test-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
