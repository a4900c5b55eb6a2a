/** The program as its users run it, as a process, and one command of it in this process. */
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { runProgram } from "../../src/cli/program.js";
import { nodeHost } from "../../src/runs/host.js";
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
  /** The content of standard input. */
  readonly input?: string | Uint8Array;
}

/**
 * Runs the built program as its own process, with nothing but Node: this one, or the one that `npm run other-nodes` names.
 * As in vitest.config.ts, V8 does not optimize WebAssembly.
 */
export function aims(args: readonly string[], { cwd = projectRoot, env, input }: RunOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(
    process.env.AIMS_NODE ?? process.execPath,
    ["--liftoff-only", main, ...args],
    {
      cwd,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { PATH: "", HOME: tmpdir(), NO_COLOR: "1", ...env },
      ...(input === undefined ? {} : { input }),
    },
  );
  return { code: status, stdout, stderr };
}

/** Runs one command line in this process, as the program would, in a folder. */
export async function aimsHere(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  let [stdout, stderr] = ["", ""];
  const code = await runProgram(args, {
    out: (text) => void (stdout += text),
    err: (text) => void (stderr += text),
    host: () => Promise.resolve(nodeHost(cwd, {})),
    env,
    color: false,
    interactive: false,
  });
  return { code, stdout, stderr };
}
