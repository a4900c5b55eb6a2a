/** The program as its users run it, as a process, and one command of it in this process. */
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import type { Command } from "commander";
import { InputError } from "../../src/diagnostics/diagnostic.js";
import { printDiagnostics } from "../../src/cli/print/diagnostics.js";
import { exitCode, type Terminal } from "../../src/cli/terminal.js";
import { projectPath, projectRoot } from "./project.js";

/** The built program, for a test that has to start it in its own way. */
export const main: string = projectPath("dist/main.js");

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The project's root where it is absent. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What standard input holds. */
  readonly input?: string | Uint8Array;
}

/** Runs the built program as its own process, with nothing but Node. */
export function aims(args: readonly string[], { cwd = projectRoot, env, input }: RunOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { PATH: "", HOME: tmpdir(), NO_COLOR: "1", ...env },
    ...(input === undefined ? {} : { input }),
  });
  return { code: status, stdout, stderr };
}

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
